import { flatMap } from '../lists.js';

/** Letters that Unicode does not decompose into a plain letter and marks, with what a visitor types for them. */
const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
  // The same letter on the keyboards of Arabic, Persian, Urdu and Kurdish.
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ٱ: 'ا',
};
const SPECIAL_LETTERS_PATTERN = new RegExp(`[${Object.keys(SPECIAL_LETTERS).join('')}]`, 'g');
const BEYOND_ASCII = /[^\0-\x7f]/gu;
/**
 * Characters beyond ASCII that make no other word of one: marks and accents, what only formats (soft hyphens, joiners),
 * the Arabic stretch, what is typed for an apostrophe, dots in the middle.
 */
const IGNORED = /[\p{M}\p{Cf}\u0640´·‧\u02b9-\u02cf\u2018-\u201b′‵\u055a\u05f3]/gu;
const DASHES = /[\p{Pd}−⁃]/gu;
const ARABIC_DIGITS = /[٠-٩۰-۹]/g;
const MARK = /^\p{M}$/u;

/** Folded characters by what they were: normalizing is slow, and texts have the same few beyond ASCII. */
const foldedCharacters = new Map<string, string>();

/**
 * Makes equal what a visitor takes for the same: case, accents, special letters and ways of writing. `İstanbul` and
 * `ıstanbul` become `istanbul`, `Foto’s` becomes `fotos`, `e-bike` becomes `ebike`.
 */
export const fold = (text: string): string => foldAllButDashes(text).replace(/-/g, '');

const foldAllButDashes = (text: string): string =>
  text.replace(BEYOND_ASCII, foldCharacter).toLowerCase().replace(/['`.]/g, '');

function foldCharacter(character: string): string {
  let folded = foldedCharacters.get(character);
  if (folded === undefined) {
    folded = character
      // Before too: an accent that stands by itself decomposes into a blank and a mark.
      .replace(IGNORED, '')
      .normalize('NFKD')
      .replace(IGNORED, '')
      .replace(DASHES, '-')
      .toLowerCase()
      .replace(SPECIAL_LETTERS_PATTERN, (letter) => SPECIAL_LETTERS[letter]!)
      .replace(ARABIC_DIGITS, (digit) => `${digit.charCodeAt(0) & 15}`);
    foldedCharacters.set(character, folded);
  }
  return folded;
}

/** Words that visitors type for `&`, in the languages of the widget. */
const AMPERSAND_WORDS = '& en and';

/** Folds a text to be searched: a dash in it is a blank and nothing at once, as some leave it out. */
export function foldForSearch(text: string): string {
  const folded = foldAllButDashes(text).replace(/&/g, AMPERSAND_WORDS);
  return folded.includes('-') ? `${folded.replace(/-/g, ' ')}\n${folded.replace(/-/g, '')}` : folded;
}

/** The words of a search text, folded and without the punctuation at their edges. */
export function searchTerms(text: string): string[] {
  return foldAllButDashes(text)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/** The ways in which a folded text may hold a term. */
export const spellings = (term: string): readonly string[] =>
  term.includes('-') ? [term.replace(/-/g, ''), term.replace(/-/g, ' ')] : [term];

/** A part of a text. */
export interface Segment {
  readonly text: string;
  /** True if a search found it. */
  readonly found: boolean;
}

/** Cuts a text into what the terms of a search match and what they do not. Joined again, the segments are the text. */
export function segments(text: string, terms: readonly string[]): Segment[] {
  if (terms.length === 0 || text === '') return [{ text, found: false }];
  const { folded, starts, ends } = foldWithPositions(text);
  const isFound = new Uint8Array(text.length);
  for (const term of flatMap(terms, spellings)) {
    for (let hit = folded.indexOf(term); hit >= 0; hit = folded.indexOf(term, hit + term.length))
      isFound.fill(1, starts[hit], ends[hit + term.length - 1]);
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

/**
 * Folds letter by letter. `starts` and `ends` hold for each folded letter where in the text stands what it came from,
 * marks that follow included.
 */
function foldWithPositions(text: string) {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  for (const letter of text) {
    const foldedLetter = fold(letter);
    const end = index + letter.length;
    for (let i = 0; i < foldedLetter.length; i++) {
      starts.push(index);
      ends.push(end);
    }
    if (MARK.test(letter) && ends.length > 0) ends[ends.length - 1] = end;
    folded += foldedLetter;
    index = end;
  }
  return { folded, starts, ends };
}
