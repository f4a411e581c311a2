import { languageOf } from '../../i18n/locale.js';
import { createTranslator, type Languages, type Translator } from '../../i18n/translate.js';
import { en } from './en.js';
import { nl } from './nl.js';

export type ReceiverMessages = typeof nl;
export type ReceiverTranslator = Translator<ReceiverMessages>;

/** The languages of the receiver. Dutch first: it is written where none of a visitor's languages is here. */
const languages: Languages<ReceiverMessages> = { nl, en };

/** A translator into the first of these languages that the receiver has; into Dutch where it has none of them. */
export function receiverTranslator(...tags: readonly (string | undefined)[]): ReceiverTranslator {
  const known = tags.find((tag) => tag && Object.hasOwn(languages, languageOf(tag)));
  return createTranslator(languages, known ?? 'nl', undefined, undefined);
}
