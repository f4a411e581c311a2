import type { FeedIssue } from './issues.js';

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
    return { text: decodeAs(encoding, bytes), issues: [] };
  } catch {
    return { text: decodeTexts(bytes), issues: [{ pointer: '', code: 'not-utf8', params: {} }] };
  }
}

const QUOTE = 0x22;

/** Decodes piece by piece, as systems put together what came in several encodings. A quote is never half a character. */
function decodeTexts(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(QUOTE, start) + 1 || bytes.length;
    const piece = bytes.subarray(start, end);
    try {
      text += decodeAs('utf-8', piece);
    } catch {
      text += decodeAs('windows-1252', piece);
    }
    start = end;
  }
  return text;
}
