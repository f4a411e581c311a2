import { inText } from './mend.js';

/** An address with its scheme, or one that begins at the feed's own site, folder, query or fragment. */
const IS_ADDRESS = /^(?:[a-z][a-z\d+.-]*:|[/?#.])/i;
const E_MAIL = /^[^\s@/:]+@[\w-]+(?:\.[\w-]+)+$/;
const TELEPHONE = /^\+?[\d\s().-]{8,20}$/;
/** `www.…`, or a domain with a path behind it. Without a path it could be a file: `foto.jpg`, `over.nl`. */
const WEBSITE = /^(?:www\.[\w-]+(?:\.[\w-]+)+|(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/)/i;
/** Ends of names that are files beside the feed, not domains. */
const FILE_FOLDER = /^[\w-]+\.(?:jpe?g|png|gif|webp|avif|svg|pdf|html?|json|js|css)\//i;

/** Reads an address without a scheme: a website, an e-mail address or a telephone number. */
export const mendUrl = inText((text) => {
  const address = text.trim();
  if (IS_ADDRESS.test(address)) return address.replaceAll('&amp;', '&');
  if (E_MAIL.test(address)) return `mailto:${address}`;
  if (TELEPHONE.test(address) && (address.match(/\d/g)?.length ?? 0) >= 8)
    return `tel:${address.replace(/[^+\d]/g, '')}`;
  if (WEBSITE.test(address) && !FILE_FOLDER.test(address)) return `https://${address}`;
  return text;
});
