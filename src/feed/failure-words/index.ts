import type { InEachLanguage } from '../../i18n/languages.js';
import type { DiagnosticKey } from './diagnostic.js';
import { en } from './en.js';
import { nl } from './nl.js';

/** The messages to a site's owner in every language; the console's are English and need only `en.ts`. */
export const FAILURE_WORDS: InEachLanguage<Readonly<Record<DiagnosticKey, string>>> = { nl, en };
