import { html, type TemplateResult } from 'lit';
import { paperStyles } from './paper.styles.js';

/** What only paper needs. It comes after what is read, so that it is there when somebody prints. */
export const styles = [paperStyles];

/** Lines to write on. Elements with a border, because browsers leave backgrounds off the paper. */
export function roomToWrite(lines: number): TemplateResult {
  return html`<div class="room" aria-hidden="true">
    ${Array.from({ length: lines }, () => html`<i></i>`)}
  </div>`;
}
