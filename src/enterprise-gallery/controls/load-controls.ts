import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { withStyles } from '../../element/adopted-styles.js';
import { emptyFilters } from '../../element/filters/empty-filters.js';

export { failedControls } from '../../element/filters/empty-filters.js';

/** Empty shapes of the controls, before there are any. */
export function emptyControls(searchable: boolean, facetCount: number): TemplateResult {
  return html`
    <div class="controls">
      ${searchable ? html`<div class="search-field"><span class="label bar short"></span><span class="field"></span></div>` : nothing}
      ${emptyFilters(facetCount)}
    </div>
    <div class="count-line"><span class="bar short"></span></div>
  `;
}

/** Loads what draws the controls. */
export async function loadControls(host: LitElement) {
  const { createControls, announcedText } = await withStyles(host, import('./controls.js'));
  return { draw: createControls(host), announcedText };
}
