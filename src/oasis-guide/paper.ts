import { html, type TemplateResult } from 'lit';
import { paperStyles } from './paper.styles.js';
import { times } from '../lists.js';

/** The styles of the guide on paper. This module is loaded once the guide is shown, to be there when somebody prints. */
export const styles = [paperStyles];

/** Lines to write on: elements with a border, because browsers leave backgrounds off the paper. */
export function roomToWrite(lines: number): TemplateResult {
  return html`<div class="room" aria-hidden="true">${times(lines, () => html`<i></i>`)}</div>`;
}
