import { html, type TemplateResult } from 'lit';
import { paperStyles } from './paper.styles.js';
import { bareHeading } from '../element/views/heading.js';
import { times } from '../lists.js';
import type { OasisTranslator } from './locales/index.js';

/** The styles of the guide on paper. This module is loaded once the guide is shown, to be there when somebody prints. */
export const styles = [paperStyles];

/** The note on a step that was written down, else lines to write one on. */
export function notes(t: OasisTranslator, level: number, note: string | undefined): TemplateResult {
  return html`<section class="notes ${note ? 'written' : ''}">
    ${bareHeading(level, t('notes'))} ${note ? html`<p class="lines" dir="auto">${note}</p>` : roomToWrite(6)}
  </section>`;
}

/** Lines to write on: elements with a border, because browsers leave backgrounds off the paper. */
export function roomToWrite(lines: number): TemplateResult {
  return html`<div class="room" aria-hidden="true">${times(lines, () => html`<i></i>`)}</div>`;
}
