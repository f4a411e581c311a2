import { inText } from './mend.js';

/** An address with its scheme, or one that begins at the feed's own site, folder, query or fragment. */
const IS_ADDRESS = /^(?:[a-z][a-z\d+-]*:|[/?#.])/i;
const E_MAIL = /^[^\s@/:]+@[\w-]+(?:\.[\w-]+)+(?:\?\S*)?$/;
const TELEPHONE = /^\(?[+0][\d\s().-]{7,20}$/;
/** A domain, with or without what comes behind it. */
const DOMAIN = /^(?:[\p{L}\p{N}_-]+\.)+([a-z]{2,})(?::\d+)?(?=[/?#]|\.?$)/iu;
/** Domains of the highest level that people here write without a scheme; others could be a file or a folder. */
const COMMON = new Set(
  'nl org com net eu nu info be de fr uk io app site shop online amsterdam frl example'.split(' '),
);
/** The end of the name of a file. */
const FILE =
  /\.(?:jpe?g|png|gif|webp|avif|svg|pdf|docx?|xlsx?|odt|html?|php|aspx?|zip|csv|json|ics|js|css|mp[34])(?=[?#]|$)/i;

/** The scheme of a website with a slip in it or twice, and signs between it and the rest. */
const WEB = /^(?:[htps]{3,7}(?:\s?[:;]+\s?[\\/]*|\s?\/\/+))*[htps]{2,6}?(s?)(?:\s?[:;]+\s?[\\/]*|\s?\/\/+)/i;
/** Words and signs that people write where there is no address, or only its beginning. */
const NOTHING =
  /^(?:[\W_]*|(?:https?)?:?[\\/]*(?:www\.?)?|n[./ ]?[atv]\.?[/ ]?[tbv]?\.?|x+|tb[acd]|null|none|undefined|false|leeg|volgt|(?:nog )?(?:geen|niet|no|not)\b[^/:@]*|onbekend)$/i;

/** Other words and signs that lead nowhere, and are no file or folder beside the feed. */
const NO_ADDRESS = /^(?:zoom|teams|nee)$|^www\b|^[^/]*[@\s][^/]*$/i;

/** True for what people write where there is no address. */
export const isNothing = (text: string): boolean => NOTHING.test(text.trim());

/** Reads an address without a scheme: a website, an e-mail address or a telephone number. */
export const mendUrl = inText((text) => {
  const bare = text
    .replace(/\p{Cf}/gu, '')
    .replace(/&amp;/g, '&')
    .replace(/^\s*<a\s[^>]*?href=["']?([^\s"'>]+)[^]*/i, '$1')
    // A comma behind a question mark may be part of it.
    .replace(/^[\s"'<[(]+|(?<!\?.*)[\s"'>,;]+$|[\s"'>]+$/g, '')
    // The address of `Mo <mo@example.org>` and of what somebody has put words around.
    .replace(/^[^/?#@]*[\s<("'](?=[^\s<>@]+@[^\s<>@]+$|https?:\/\/\S+$|www\.\S+$)/i, '')
    .replace(/^(https?:[^([]*)[)\]]+$/, '$1')
    .replace(/^(?:mail ?to|e-?mail|tel(?:efoon)?)\s*[:.]\s*/i, '');
  if (isNothing(bare)) return '';
  const address = bare.replace(WEB, (_, s: string) => `http${s}://`);
  if (IS_ADDRESS.test(address)) return address;
  if (E_MAIL.test(address) && !FILE.test(address)) return `mailto:${address}`;
  if (TELEPHONE.test(address) && (address.match(/\d/g)?.length ?? 0) >= 8)
    return `tel:${address.replace(/\(0\)|[^+\d]/g, '')}`;
  const domain = DOMAIN.exec(address);
  if (!domain) return NO_ADDRESS.test(address) && !FILE.test(address) ? '' : address;
  const isKnown = /^www\./i.test(address) || COMMON.has(domain[1]!.toLowerCase());
  const isFile =
    FILE.test(domain[0]) || (!isKnown && (domain[0].length === address.length || FILE.test(address)));
  return isFile ? address : `https://${address}`;
});
