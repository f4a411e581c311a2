import { html, type TemplateResult } from 'lit';
import { type Text, type LocaleContext, localizeText, foreignLanguage } from '../i18n/text.js';
import { stretches } from './fold.js';

/** A feed's text with what the search found in it marked. */
export function marked(
  text: Text | undefined,
  words: readonly string[],
  localeContext: LocaleContext,
  surroundingLanguage: string,
): string | TemplateResult {
  if (text === undefined) return '';
  const chosen = localizeText(text, localeContext);
  const language = foreignLanguage(chosen, surroundingLanguage);
  const content = words.length === 0 ? chosen.text : markedStretches(chosen.text, words);
  return language ? html`<span lang=${language} dir="auto">${content}</span>` : content;
}

function markedStretches(text: string, words: readonly string[]): string | TemplateResult {
  const cut = stretches(text, words);
  if (cut.every((stretch) => !stretch.found)) return text;
  return html`${cut.map((stretch) => (stretch.found ? html`<mark>${stretch.text}</mark>` : stretch.text))}`;
}
