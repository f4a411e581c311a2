import type { InEachLanguage } from '../../i18n/languages.js';
import type { Languages } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

/** The languages of the pages of a site. */
export const languages: Languages<typeof nl> = { nl, en };

/** The name of each language, in that language. */
export const LANGUAGE_NAMES: InEachLanguage<string> = { nl: 'Nederlands', en: 'English' };
