import { html, type TemplateResult } from 'lit';
import { localizedText } from '../element/views/text.js';
import { type Text, type LocaleContext, localizeText } from '../i18n/text.js';
import { segments } from './fold.js';

/** A feed's text in the language of the reader, with what a search found in it marked. */
export function highlight(
  text: Text | undefined,
  searchTerms: readonly string[],
  localeContext: LocaleContext,
  surroundingLanguage: string,
): string | TemplateResult {
  if (text === undefined) return '';
  const chosen = localizeText(text, localeContext);
  return localizedText(chosen, surroundingLanguage, highlightTerms(chosen.text, searchTerms));
}

function highlightTerms(text: string, searchTerms: readonly string[]): string | TemplateResult {
  const parts = segments(text, searchTerms);
  if (parts.every((part) => !part.found)) return text;
  return html`${parts.map((part) => (part.found ? html`<mark>${part.text}</mark>` : part.text))}`;
}
