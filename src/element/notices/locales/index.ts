import type { Languages } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type NoticeMessages = typeof nl;

/** The languages of the notices. */
export const languages: Languages<NoticeMessages> = { nl, en };
