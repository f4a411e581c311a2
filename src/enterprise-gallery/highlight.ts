import { html, type TemplateResult } from 'lit';
import { segments } from './fold.js';

/** A text with what the terms of a search match marked, for the eye only: voices would break the word at each mark. */
export function highlight(text: string, searchTerms: readonly string[]): string | TemplateResult {
  const parts = segments(text, searchTerms);
  if (parts.every((part) => !part.found)) return text;
  return html`${parts.map((part) => (part.found ? html`<mark role="none">${part.text}</mark>` : part.text))}`;
}
