import type { InEachLanguage } from '../../../../i18n/languages.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type FramePageMessages = typeof nl;

/** The languages of the page in a frame. */
export const languages: InEachLanguage<FramePageMessages> = { nl, en };
