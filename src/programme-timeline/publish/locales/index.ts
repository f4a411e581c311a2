import type { Languages } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

/** The languages of what is said about files made in Node. */
export const languages: Languages<typeof nl> = { nl, en };
