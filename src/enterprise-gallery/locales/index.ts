import type { Languages, Words } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type GalleryMessages = typeof nl;
export type GalleryWords = Words<GalleryMessages>;

/** The languages of the gallery. Dutch first: it is spoken where a page's own language is not here. */
export const languages: Languages<GalleryMessages> = { nl, en };
