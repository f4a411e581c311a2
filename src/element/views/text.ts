import { html, nothing, type TemplateResult } from 'lit';
import { chooseText, foreignLanguage, type Chosen, type Reader, type Text } from '../../i18n/text.js';

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
