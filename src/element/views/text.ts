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

/** Shows a text that has been chosen. */
export function localizedText(chosen: LocalizedText, surroundingLanguage: string): string | TemplateResult {
  const language = foreignLanguage(chosen, surroundingLanguage);
  return language ? html`<span lang=${language} dir="auto">${chosen.text}</span>` : chosen.text;
}

/** Shows the texts there are in a row. What is in one language needs one template at most, and lists are long. */
export function joinTexts(
  texts: readonly (Text | undefined)[],
  localeContext: LocaleContext,
  surroundingLanguage: string,
): unknown {
  const chosen = texts.filter((text) => text !== undefined).map((text) => localizeText(text, localeContext));
  const [first, ...others] = chosen.map((text) => foreignLanguage(text, surroundingLanguage));
  if (others.every((other) => other === first))
    return localizedText(
      { text: chosen.map(({ text }) => text).join(' · '), language: first },
      surroundingLanguage,
    );
  return joinWithDots(chosen.map((text) => localizedText(text, surroundingLanguage)));
}

/** What there is to tell, with dots between. */
export const joinWithDots = (told: readonly unknown[]) => told.map((it, at) => [at > 0 ? ' · ' : '', it]);

/** Shows a longer text of a feed, a paragraph for each stretch between empty lines. */
export function feedParagraphs(
  text: Text,
  localeContext: LocaleContext,
  surroundingLanguage: string,
): TemplateResult[] {
  const chosen = localizeText(text, localeContext);
  const language = foreignLanguage(chosen, surroundingLanguage);
  return chosen.text
    .split(/\n\s*\n/)
    .map((part) => html`<p lang=${language ?? nothing} dir=${language ? 'auto' : nothing}>${part}</p>`);
}
