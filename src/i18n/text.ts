import { languageOf } from './locale.js';

/** Plain text of a feed: one string, or one string for each language tag. Never markup. */
export type Text = string | Readonly<Record<string, string>>;

/** A feed's text in the language that suits best, with that language where the feed says so. */
export interface LocalizedText {
  readonly text: string;
  readonly language: string | undefined;
}

/** The languages by which feed text is chosen: the reader's, and the one the feed is written in. */
export interface LocaleContext {
  readonly locale: string;
  readonly feedLanguage: string | undefined;
}

/** Chooses from a text: the reader's locale, its language, the feed's language, whatever is there. */
export function localizeText(text: Text, localeContext: LocaleContext): LocalizedText {
  if (typeof text === 'string') return { text, language: localeContext.feedLanguage };
  const tags = Object.keys(text);
  const wanted = languageOf(localeContext.locale);
  const feed = localeContext.feedLanguage && languageOf(localeContext.feedLanguage);
  const tag =
    tags.filter((key) => key === localeContext.locale)[0] ??
    tags.filter((key) => languageOf(key) === wanted)[0] ??
    tags.filter((key) => languageOf(key) === feed)[0] ??
    tags[0]!;
  return { text: text[tag]!, language: tag };
}

/** @returns the chosen text alone, for sorting, searching and attributes; empty for none. */
export function plainText(text: Text | undefined, localeContext: LocaleContext): string {
  return text === undefined ? '' : localizeText(text, localeContext).text;
}

/** @returns the language to declare on a chosen text, where it is another one than that of the words around it. */
export function foreignLanguage(chosen: LocalizedText, surroundingLanguage: string): string | undefined {
  const { language } = chosen;
  return language && languageOf(language) !== languageOf(surroundingLanguage) ? language : undefined;
}
