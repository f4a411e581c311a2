import type { Languages, Translator } from '../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type FacilitatorMessages = typeof nl;
export type FacilitatorTranslator = Translator<FacilitatorMessages>;

/** The languages of the guide with the facilitator's part. */
export const languages: Languages<FacilitatorMessages> = { nl, en };
