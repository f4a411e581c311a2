import type { Languages, Words } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type DetailMessages = typeof nl;
export type DetailWords = Words<DetailMessages>;

/** The languages of the gallery with those of its detail. */
export const languages: Languages<DetailMessages> = { nl, en };
