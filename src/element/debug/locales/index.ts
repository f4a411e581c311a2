import type { Languages } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type DebugMessages = typeof nl;

/** The languages of the debug panel. */
export const languages: Languages<DebugMessages> = { nl, en };
