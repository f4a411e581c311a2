/** Letters that Unicode does not decompose into a plain letter and marks, with what a visitor types for them. */
const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ĳ: 'ij',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const SPECIAL_LETTERS_PATTERN = new RegExp(`[${Object.keys(SPECIAL_LETTERS).join('')}]`, 'g');
const MARKS = /\p{M}+/gu;
const ASCII = /^[\u0000-\u007f]*$/;

/**
 * Makes letters equal that a visitor takes for the same: case, accents and special letters. `İstanbul`, `istanbul` and
 * `ıstanbul` all become `istanbul`.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SPECIAL_LETTERS_PATTERN, (letter) => SPECIAL_LETTERS[letter]!);
}

/** The words of a search text, folded and without the punctuation at their edges. */
export function searchTerms(text: string): string[] {
  return fold(text)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/** A part of a text. */
export interface Segment {
  readonly text: string;
  /** True if a search found it. */
  readonly found: boolean;
}

/** Cuts a text into what the terms of a search match and what they do not. Joined again, the segments are the text. */
export function segments(text: string, terms: readonly string[]): Segment[] {
  if (terms.length === 0 || text === '') return [{ text, found: false }];
  const { folded, starts } = foldWithPositions(text);
  const isFound = new Uint8Array(text.length);
  for (const term of terms) {
    for (let hit = folded.indexOf(term); hit >= 0; hit = folded.indexOf(term, hit + term.length)) {
      const end = starts[hit + term.length] ?? text.length;
      isFound.fill(1, starts[hit], end);
    }
  }
  const parts: Segment[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end++) {
    if (end < text.length && isFound[end] === isFound[end - 1]) continue;
    parts.push({ text: text.slice(start, end), found: isFound[start] === 1 });
    start = end;
  }
  return parts;
}

/** Folds letter by letter; `starts` holds for each folded letter the index in the text of what it came from. */
function foldWithPositions(text: string): { folded: string; starts: number[] } {
  let folded = '';
  const starts: number[] = [];
  let index = 0;
  for (const letter of text) {
    const foldedLetter = fold(letter);
    for (let i = 0; i < foldedLetter.length; i++) starts.push(index);
    folded += foldedLetter;
    index += letter.length;
  }
  return { folded, starts };
}
