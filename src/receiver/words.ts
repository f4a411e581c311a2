import type { InEachLanguage, Language } from '../i18n/languages.js';
import type { Text } from '../i18n/text.js';
import { en } from './locales/en.js';
import { nl } from './locales/nl.js';

export type { Language };
export type Term = keyof typeof nl;

const WORDS: InEachLanguage<Readonly<Record<Term, string>>> = { nl, en };

/** The words of a term, with its places filled. */
export function t(
  language: Language,
  term: Term,
  fill: Readonly<Record<string, string | number>> = {},
): string {
  return WORDS[language][term].replace(/\{(\w+)\}/g, (place, name: string) => String(fill[name] ?? place));
}

/** The first of these languages that the receiver speaks; Dutch where it speaks none of them. */
export function languageFor(...tags: readonly (string | undefined)[]): Language {
  const known = (tag: string | undefined): tag is Language => tag !== undefined && Object.hasOwn(WORDS, tag);
  return tags.map(baseOf).find(known) ?? 'nl';
}

/** The languages of an `Accept-Language` header, in its order: browsers send the best one first. */
export function acceptedLanguages(header: string | undefined): readonly string[] {
  return (header ?? '').split(',').map((part) => part.split(';')[0]!.trim());
}

/** A text of the feed in the language that suits best: the wanted one, the feed's own, whatever is there. */
export function textIn(text: Text, language: string, feedLanguage: string | undefined): string {
  if (typeof text === 'string') return text;
  const tags = Object.keys(text);
  const wanted = [language, feedLanguage].map(baseOf);
  return text[wanted.map((base) => tags.find((tag) => baseOf(tag) === base)).find(Boolean) ?? tags[0]!]!;
}

function baseOf(tag: string | undefined): string | undefined {
  return tag?.split('-')[0]!.toLowerCase();
}
