import type { Languages, Translator } from '../../../i18n/translate.js';
import type { FormContext } from '../../form-context.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type SubmissionMessages = typeof nl;
export type SubmissionTranslator = Translator<SubmissionMessages>;
/** The context of a form, with the messages about sending too. */
export type SubmissionContext = FormContext<SubmissionTranslator>;

/** The messages of the form with those about sending. */
export const languages: Languages<SubmissionMessages> = { nl, en };
