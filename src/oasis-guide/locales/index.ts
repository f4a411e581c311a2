import type { Languages, Words } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type OasisMessages = typeof nl;
export type OasisWords = Words<OasisMessages>;

/** The languages of the guide. Dutch first: it is spoken where a page's own language is not here. */
export const languages: Languages<OasisMessages> = { nl, en };
