import { html, type TemplateResult } from 'lit';
import { paperStyles } from './paper.styles.js';
import { bareHeading } from '../element/views/heading.js';
import { times } from '../lists.js';
import type { StepView } from './step.js';

/** The styles of the guide on paper. This module is loaded once the guide is shown, to be there when somebody prints. */
export const styles = [paperStyles];

/** The notes on a step, as far as they were written down, and lines to write on. */
export function notes(stepId: string, { t, headingLevel, written }: StepView): TemplateResult {
  const note = written?.noteOf(stepId);
  return html`<section class="notes ${note ? 'written' : ''}">
    ${bareHeading(headingLevel + 1, t('notes'))}
    ${note ? html`<p class="lines" dir="auto">${note}</p>` : roomToWrite(6)}
  </section>`;
}

/** Lines to write on: elements with a border, because browsers leave backgrounds off the paper. */
export function roomToWrite(lines: number): TemplateResult {
  return html`<div class="room" aria-hidden="true">${times(lines, () => html`<i></i>`)}</div>`;
}
