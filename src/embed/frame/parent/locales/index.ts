import type { InEachLanguage } from '../../../../i18n/languages.js';
import { en } from './en.js';
import { nl } from './nl.js';

/** The words of the page around a frame: those of the link in its place. */
export const languages: InEachLanguage<typeof nl> = { nl, en };
