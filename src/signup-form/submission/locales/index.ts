import type { Languages, Words } from '../../../i18n/translate.js';
import type { Situation } from '../../form-context.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type DeskMessages = typeof nl;
export type DeskWords = Words<DeskMessages>;
/** How things stand, with the words of the desk too. */
export type DeskSituation = Situation<DeskWords>;

/** The languages of the form with what is said once it is filled in. */
export const languages: Languages<DeskMessages> = { nl, en };
