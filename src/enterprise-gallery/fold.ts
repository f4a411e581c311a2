/**
 * Folding makes letters that a visitor takes for the same the same: case, accents, and letters that Unicode does not
 * take apart. `İstanbul`, `istanbul` and `ıstanbul` all become `istanbul`.
 */
const APART: Readonly<Record<string, string>> = {
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
const APART_PATTERN = new RegExp(`[${Object.keys(APART).join('')}]`, 'g');
const MARKS = /\p{M}+/gu;
const PLAIN = /^[\u0000-\u007f]*$/;

export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(APART_PATTERN, (letter) => APART[letter]!);
}

/** The words of a search, folded; punctuation at their edges does not count. */
export function searchWords(query: string): string[] {
  return fold(query)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/** A stretch of text, found or not. */
export interface Stretch {
  readonly text: string;
  readonly found: boolean;
}

/** Cuts a text into what the words match and what they do not, with every letter of it in its place. */
export function stretches(text: string, words: readonly string[]): Stretch[] {
  if (words.length === 0 || text === '') return [{ text, found: false }];
  const { folded, starts } = foldWithPlaces(text);
  const hits = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const end = starts[at + word.length] ?? text.length;
      hits.fill(1, starts[at], end);
    }
  }
  const cut: Stretch[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && hits[at] === hits[at - 1]) continue;
    cut.push({ text: text.slice(from, at), found: hits[from] === 1 });
    from = at;
  }
  return cut;
}

/** Folds letter by letter and remembers where in the text each folded letter stood. */
function foldWithPlaces(text: string): { folded: string; starts: number[] } {
  let folded = '';
  const starts: number[] = [];
  let at = 0;
  for (const letter of text) {
    const small = fold(letter);
    for (let i = 0; i < small.length; i++) starts.push(at);
    folded += small;
    at += letter.length;
  }
  return { folded, starts };
}
