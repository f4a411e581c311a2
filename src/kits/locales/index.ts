import type { Languages } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

/** The words of the kits. */
export const languages: Languages<typeof nl> = { nl, en };
