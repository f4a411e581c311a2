import type { Languages } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

/** The words that all widgets share. */
export type WidgetMessages = typeof nl;

/** The languages of these words. Each widget has them among its own, so that none loads this table. */
export const languages: Languages<WidgetMessages> = { nl, en };
