import type { Languages, Translator } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

type HistoryMessages = typeof nl;
export type HistoryTranslator = Translator<HistoryMessages>;

/** The languages of the history. */
export const languages: Languages<HistoryMessages> = { nl, en };
