import { LANGUAGES, type Language } from '../../../i18n/languages.js';
import { en } from './en/index.js';
import { nl } from './nl/index.js';
import type { FormatWords } from './types.js';

/** The words of the schema and the description; each says its own language. */
const WORDS: { readonly [L in Language]: FormatWords<L> } = { nl, en };

/** The words of every language, Dutch first. */
export const FORMAT_WORDS: readonly FormatWords[] = LANGUAGES.map((language) => WORDS[language]);
