/** Characters that Windows-1252 has for the bytes 0x80 to 0x9F, and those bytes as Latin-1 has them. */
const C1 = '\u0080-\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
/** Any byte that can follow in a character of UTF-8. */
const FOLLOWING = `${C1}\u00a0-\u00bf`;

/**
 * Characters of UTF-8 as they look when they were read as Windows-1252 or Latin-1, and what is left of those that were
 * lost. A letter that words have before a quote or a point (`É»`, `é…”`) needs another one beside it.
 */
const MOJIBAKE = new RegExp(
  [
    `[ÂÃ][${FOLLOWING}]`,
    `[ÄÅ][${C1}\u00a0-\u00aa\u00ac-\u00ba\u00bc-\u00bf]`,
    `(?:[Ä-ß][${FOLLOWING}]){2}`,
    `[à-ï](?![’”…»–\u00a0]{2})[${FOLLOWING}][${FOLLOWING}]`,
    `ð[${FOLLOWING}]{3}`,
    '\ufffd',
  ].join('|'),
);

/** @returns whether a text was decoded wrongly on its way to the feed, as `CafÃ©` and `â€™` were. */
export const isMojibake = (text: string): boolean => MOJIBAKE.test(text);
