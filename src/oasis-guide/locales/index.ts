import type { Languages, Translator } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type OasisMessages = typeof nl;
export type OasisTranslator = Translator<OasisMessages>;

/** The languages of the guide. Dutch first: it is spoken where a page's own language is not here. */
export const languages: Languages<OasisMessages> = { nl, en };
