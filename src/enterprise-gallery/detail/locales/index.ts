import type { Languages, Translator } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type DetailMessages = typeof nl;
export type DetailTranslator = Translator<DetailMessages>;

/** The languages of the gallery with those of its detail. */
export const languages: Languages<DetailMessages> = { nl, en };
