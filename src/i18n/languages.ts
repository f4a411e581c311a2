import { languageOf } from './locale.js';

/**
 * The languages that our own words are in: the one list. A language that is added here does not compile until every
 * table of words has it. Texts of a feed may be in any language.
 */
export const LANGUAGES = ['nl', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Something in each of our languages. */
export type InEachLanguage<T> = Readonly<Record<Language, T>>;

/** The entry for the language of a tag; the English one if that language is none of ours. */
export const inLanguage = <T>(words: InEachLanguage<T>, tag: string): T =>
  words[languageOf(tag) as Language] ?? words.en;
