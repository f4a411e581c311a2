import type { Languages } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type ArrivalMessages = typeof nl;

/** The languages of what is told of a link. */
export const languages: Languages<ArrivalMessages> = { nl, en };
