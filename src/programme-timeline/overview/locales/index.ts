import type { Languages } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

/** The languages of the overview. */
export const languages: Languages<typeof nl> = { nl, en };
