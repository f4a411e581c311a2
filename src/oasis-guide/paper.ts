import { html, type TemplateResult } from 'lit';

/** Lines to write on. Elements with a border, because browsers leave backgrounds off the paper. */
export function roomToWrite(lines: number): TemplateResult {
  return html`<div class="room" aria-hidden="true">
    ${Array.from({ length: lines }, () => html`<i></i>`)}
  </div>`;
}
