/** UTF-8 that was read as Windows-1252: a letter with its accent has become two or three characters. */
const MOJIBAKE = /[ÃÂ][^\w\s.,;:!?)'"-]|â[\u0080€]|ðŸ|\ufffd/;

/** True for a text in which letters with accents have come apart, or are lost. */
export const isMojibake = (text: string): boolean => MOJIBAKE.test(text);
