import { html, type TemplateResult } from 'lit';
import { emptyFilters } from '../element/filters/empty-filters.js';
import { TIMELINE_FACETS } from './facets.js';
import { times } from '../lists.js';

/** Number of rows: enough to fill any window, so that what follows the timeline stays out of sight. */
const SKELETON_ROWS = 10;

const bars = (...kinds: readonly string[]) => kinds.map((kind) => html`<span class="bar ${kind}"></span>`);

/** Placeholders for the controls. `facets`: the number of facets. */
export function emptyControls(facets: number): TemplateResult {
  return html`
    <div class="controls">${emptyFilters(facets)}</div>
    <div class="count-line">${bars('short')}</div>
  `;
}

/** Placeholders for a timeline, with the same rows and the same rail. */
export function skeleton(hasFilters: boolean): TemplateResult {
  return html`
    ${emptyControls(hasFilters ? TIMELINE_FACETS.length : 0)}
    <div class="edition">
      <div class="sessions">
        ${times(
          SKELETON_ROWS,
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
