import { html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../feed/fields.js';
import { languageOf } from './locale.js';

/** A feed's text in the language that suits best, and which language that is, where the feed says so. */
export interface Chosen {
  readonly text: string;
  readonly language: string | undefined;
}

/** How feed text is chosen: the reader's language, and the one the feed is written in. */
export interface Reader {
  readonly locale: string;
  readonly feedLanguage: string | undefined;
}

/** Chooses from a text: the reader's locale, its language, the feed's language, whatever is there. */
export function chooseText(text: Text, reader: Reader): Chosen {
  if (typeof text === 'string') return { text, language: reader.feedLanguage };
  const tags = Object.keys(text);
  const wanted = languageOf(reader.locale);
  const feed = reader.feedLanguage && languageOf(reader.feedLanguage);
  const tag =
    tags.find((key) => key === reader.locale) ??
    tags.find((key) => languageOf(key) === wanted) ??
    tags.find((key) => languageOf(key) === feed) ??
    tags[0]!;
  return { text: text[tag]!, language: tag };
}

/** The bare words of a text, for sorting, searching, attributes. */
export function plainText(text: Text | undefined, reader: Reader): string {
  return text === undefined ? '' : chooseText(text, reader).text;
}

/** The language to declare on a chosen text, where it is another one than that of the words around it. */
export function foreignLanguage(chosen: Chosen, around: string): string | undefined {
  const { language } = chosen;
  return language && languageOf(language) !== languageOf(around) ? language : undefined;
}

/** Shows a feed's text. Text in another language than the words around it says so, for voices and hyphenation. */
export function feedText(text: Text | undefined, reader: Reader, around: string): string | TemplateResult {
  return text === undefined ? '' : chosenText(chooseText(text, reader), around);
}

/** Shows a text that has been chosen. */
export function chosenText(chosen: Chosen, around: string): string | TemplateResult {
  const language = foreignLanguage(chosen, around);
  return language ? html`<span lang=${language} dir="auto">${chosen.text}</span>` : chosen.text;
}

/** Shows the texts there are in a row. What is in one language needs one template at most, and lists are long. */
export function joinedTexts(texts: readonly (Text | undefined)[], reader: Reader, around: string): unknown {
  const chosen = texts.filter((text) => text !== undefined).map((text) => chooseText(text, reader));
  const [first, ...others] = chosen.map((text) => foreignLanguage(text, around));
  if (others.every((other) => other === first))
    return chosenText({ text: chosen.map(({ text }) => text).join(' · '), language: first }, around);
  return inRow(chosen.map((text) => chosenText(text, around)));
}

/** What there is to tell, with dots between. */
export const inRow = (told: readonly unknown[]) => told.map((it, at) => [at > 0 ? ' · ' : '', it]);

/** Shows a longer text of a feed, a paragraph for each stretch between empty lines. */
export function feedParagraphs(text: Text, reader: Reader, around: string): TemplateResult[] {
  const chosen = chooseText(text, reader);
  const language = foreignLanguage(chosen, around);
  return chosen.text
    .split(/\n\s*\n/)
    .map((part) => html`<p lang=${language ?? nothing} dir=${language ? 'auto' : nothing}>${part}</p>`);
}
