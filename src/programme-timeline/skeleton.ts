import { html, type TemplateResult } from 'lit';
import { emptyFilters } from '../element/filters/filters.js';
import { FACETS } from './facets.js';

/** Enough rows to fill any window, so that what comes below stays out of sight. */
const SKELETON_ROWS = 10;

const bars = (...kinds: readonly string[]) => kinds.map((kind) => html`<span class="bar ${kind}"></span>`);

/** The shape of the controls before there are any. */
export function emptyControls(facets: number): TemplateResult {
  return html`
    <div class="controls">${emptyFilters(facets)}</div>
    <div class="count-line">${bars('short')}</div>
  `;
}

/** The shape of a timeline before there is one: the same rows, the same rail. */
export function skeleton(hasFilters: boolean): TemplateResult {
  return html`
    ${emptyControls(hasFilters ? FACETS.length : 0)}
    <div class="edition">
      <div class="sessions">
        ${Array.from(
          { length: SKELETON_ROWS },
          () => html`
            <div class="session empty-session">
              <div class="date">${bars('short')}</div>
              <svg class="mark"></svg>
              <div class="what">${bars('', 'short')}</div>
            </div>
          `,
        )}
      </div>
    </div>
  `;
}
