import type { InEachLanguage } from '../../../i18n/languages.js';
import { en } from './en/index.js';
import { nl } from './nl/index.js';
import type { FormatWords } from './types.js';

/** The words of the schema and the description. */
const WORDS: InEachLanguage<FormatWords> = { nl, en };

/** The words of every language, Dutch first. */
export const FORMAT_WORDS: readonly FormatWords[] = Object.values(WORDS);
