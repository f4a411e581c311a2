import type { Languages, Translator } from '../../../i18n/translate.js';
import type { FormContext } from '../../form-context.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type SubmissionMessages = typeof nl;
export type SubmissionTranslator = Translator<SubmissionMessages>;
/** How things stand, with the words of the desk too. */
export type DeskSituation = FormContext<SubmissionTranslator>;

/** The languages of the form with what is said once it is filled in. */
export const languages: Languages<SubmissionMessages> = { nl, en };
