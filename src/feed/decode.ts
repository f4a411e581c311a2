/** Bytes that are no plain UTF-8, and what tools leave in it; on a page loaded for a feed that has some. */
import { reporterTo, type FeedIssue } from './issues.js';

/** The text of a feed, and the issues of its bytes. */
export interface DecodedFeed {
  readonly text: string;
  readonly issues: readonly FeedIssue[];
}

const decodeAs = (encoding: string, bytes: Uint8Array) =>
  // As a stream: half a character at the end of UTF-16 is passed over.
  new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: encoding !== 'utf-8' });

/**
 * Decodes a feed: UTF-8, which the format asks for; UTF-16, by its byte order mark or by the zeros in its first
 * character; else each of its texts by itself as UTF-8 or Windows-1252, which old spreadsheets write. Never throws.
 */
export function decodeFeed(bytes: Uint8Array): DecodedFeed {
  const [first, second] = bytes;
  // The first character of a feed is a bracket or a blank.
  const isLittleEndian = (first === 0xff && second === 0xfe) || second === 0;
  const isBigEndian = (first === 0xfe && second === 0xff) || first === 0;
  try {
    const encoding = isLittleEndian ? 'utf-16le' : isBigEndian ? 'utf-16be' : 'utf-8';
    return withoutMarks(decodeAs(encoding, bytes));
  } catch {
    const { text, issues } = withoutMarks(decodeTexts(bytes));
    return { text, issues: [{ pointer: '', code: 'not-utf8', params: {} }, ...issues] };
  }
}

const QUOTE = 0x22;

/** The characters of the bytes 0x80 to 0x9F: Node decodes them as if the encoding was Latin-1. */
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const decodeWindows1252 = (bytes: Uint8Array) =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (sign) => C1.charAt(sign.charCodeAt(0) - 0x80));

/** A byte that goes on with a character of UTF-8, as Windows-1252 has it. */
const FOLLOWING = `[${C1}\u00a0-\u00bf]`;
/** Characters of UTF-8 as Windows-1252 has them: letters that people here write, punctuation and emoji. */
const UTF8_CHARACTERS = new RegExp(`[Â-ÅÐÑØ-Û]${FOLLOWING}|â${FOLLOWING}{2}|ð${FOLLOWING}{3}`, 'g');

/**
 * Decodes a text that is not all UTF-8: as Windows-1252, or as UTF-8 with some bytes of Windows-1252 where it has more
 * characters of UTF-8 than those.
 */
function decodeText(bytes: Uint8Array): string {
  // What the currency sign was is the euro in ISO 8859-15.
  const text = decodeWindows1252(bytes).replace(/¤/g, '€');
  const others = text.replace(UTF8_CHARACTERS, '').match(/[^\0-\x7f]/g) ?? [];
  if ((text.match(UTF8_CHARACTERS) ?? []).length < others.length) return text;
  return text.replace(UTF8_CHARACTERS, (character, at: number) =>
    new TextDecoder().decode(bytes.subarray(at, at + character.length)),
  );
}

/** Decodes piece by piece, as systems put together what came in several encodings. A quote is never half a character. */
function decodeTexts(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(QUOTE, start) + 1 || bytes.length;
    const piece = bytes.subarray(start, end);
    try {
      pieces.push(decodeAs('utf-8', piece));
    } catch {
      pieces.push(decodeText(piece));
    }
    start = end;
  }
  return pieces.join('');
}

/** Byte order marks before a key, as they are or escaped: where rows of files that begin with one are put together. */
const MARKED_KEY = /"(?:\ufeff|\\u[fF][eE][fF][fF])+([^"\\]*)("\s*:)/g;

/** Takes byte order marks, which nobody sees, from the keys of a feed's text. */
export function withoutMarks(text: string): DecodedFeed {
  const issues: FeedIssue[] = [];
  const report = reporterTo(issues);
  const clean = text.replace(MARKED_KEY, (_, key: string, end: string) => {
    if (issues.length === 0) report('mark-in-key', [], { key });
    return `"${key}${end}`;
  });
  return { text: clean, issues };
}
