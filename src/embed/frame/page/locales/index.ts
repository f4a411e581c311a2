import type { Languages } from '../../../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type FramePageMessages = typeof nl;

/** The languages of the page in a frame. */
export const languages: Languages<FramePageMessages> = { nl, en };
