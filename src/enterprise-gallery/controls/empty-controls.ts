import { html, nothing, type TemplateResult } from 'lit';
import { emptyFilters } from '../../element/filters/empty-filters.js';

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
