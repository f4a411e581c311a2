import type { Languages, Translator } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type CalendarMessages = typeof nl;
export type CalendarTranslator = Translator<CalendarMessages>;

/** The languages of calendar files. */
export const languages: Languages<CalendarMessages> = { nl, en };
