import { html, nothing, type TemplateResult } from 'lit';
import {
  localizeText,
  foreignLanguage,
  type LocalizedText,
  type LocaleContext,
  type Text,
} from '../../i18n/text.js';

/** Shows a feed's text. Text in another language than the words around it says so, for voices and hyphenation. */
export function feedText(
  text: Text | undefined,
  localeContext: LocaleContext,
  surroundingLanguage: string,
): string | TemplateResult {
  return text === undefined ? '' : localizedText(localizeText(text, localeContext), surroundingLanguage);
}

/** Words for voices alone. They are a value: the minifier would take a blank at their edge away. */
export const voiceText = (words: unknown): TemplateResult =>
  html`<span class="visually-hidden">${words}</span>`;

/** Words in a paragraph to which the focus can go. Where the paragraph itself has it, Orca says them twice in Chromium. */
export const focusText = (id: string, words: unknown): TemplateResult =>
  html`<span id=${id} tabindex="-1">${words}</span>`;

/** A text whose line breaks stay where it has some. */
const withLines = (text: string): string | TemplateResult =>
  text.includes('\n') ? html`<span class="lines">${text}</span>` : text;

/**
 * Shows a text in the language that was chosen for it, with its `lang` where that is another one. `content`: the text
 * as it is rendered; by default as it is.
 */
export function localizedText(
  chosen: LocalizedText,
  surroundingLanguage: string,
  content: string | TemplateResult = withLines(chosen.text),
): string | TemplateResult {
  const language = foreignLanguage(chosen, surroundingLanguage);
  return language ? html`<span lang=${language} dir="auto">${content}</span>` : content;
}

/** Joins the texts there are with commas, for a dot is read aloud. Those of one language share one template at most, as lists are long. */
export function joinTexts(
  texts: readonly (Text | undefined)[],
  localeContext: LocaleContext,
  surroundingLanguage: string,
): unknown {
  const chosen = texts.filter((text) => text !== undefined).map((text) => localizeText(text, localeContext));
  const [first, ...others] = chosen.map((text) => foreignLanguage(text, surroundingLanguage));
  if (others.every((other) => other === first))
    return localizedText(
      { text: chosen.map(({ text }) => text).join(', '), language: first },
      surroundingLanguage,
    );
  return joinWithCommas(chosen.map((text) => localizedText(text, surroundingLanguage)));
}

/** Joins rendered items with commas. */
export const joinWithCommas = (items: readonly unknown[]) =>
  items.map((item, index) => [index > 0 ? ', ' : '', item]);

/** Shows a longer text of a feed, a paragraph for each part between empty lines; nothing where there is none. */
export function feedParagraphs(
  text: Text | undefined,
  localeContext: LocaleContext,
  surroundingLanguage: string,
): readonly TemplateResult[] {
  if (!text) return [];
  const chosen = localizeText(text, localeContext);
  const language = foreignLanguage(chosen, surroundingLanguage);
  return chosen.text
    .split(/\n\s*\n/)
    .map(
      (part) =>
        html`<p lang=${language ?? nothing} dir=${language ? 'auto' : nothing}>${withLines(part)}</p>`,
    );
}
