import type { Languages, Translator } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type GalleryMessages = typeof nl;
export type GalleryTranslator = Translator<GalleryMessages>;

/** The languages of the gallery. Dutch first: it is spoken where a page's own language is not here. */
export const languages: Languages<GalleryMessages> = { nl, en };
