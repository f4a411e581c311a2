import type { Languages, Translator } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type TimelineMessages = typeof nl;
export type TimelineTranslator = Translator<TimelineMessages>;

/** The languages of the timeline. Dutch first: it is spoken where a page's own language is not here. */
export const languages: Languages<TimelineMessages> = { nl, en };
