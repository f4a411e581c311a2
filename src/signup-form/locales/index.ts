import type { Languages, Translator } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type SignupMessages = typeof nl;
export type SignupTranslator = Translator<SignupMessages>;

/** The languages of the form. Dutch first: it is spoken where a page's own language is not here. */
export const languages: Languages<SignupMessages> = { nl, en };
