/** Bytes that are no plain UTF-8, and what tools leave in it; on a page loaded for a feed that has some. */
import { reporterTo, type FeedIssue } from './issues.js';

/** The text of a feed, and the issues of its bytes. */
export interface DecodedFeed {
  readonly text: string;
  readonly issues: readonly FeedIssue[];
}

const decodeAs = (encoding: string, bytes: Uint8Array) =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

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

/** Decodes piece by piece, as systems put together what came in several encodings. A quote is never half a character. */
function decodeTexts(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(QUOTE, start) + 1 || bytes.length;
    const piece = bytes.subarray(start, end);
    try {
      pieces.push(decodeAs('utf-8', piece));
    } catch {
      pieces.push(decodeWindows1252(piece));
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
