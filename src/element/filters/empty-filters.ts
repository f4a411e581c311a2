import { html, nothing, type TemplateResult } from 'lit';
import { times } from '../../lists.js';
import type { CommonTranslator } from '../views/states.js';

/** The shape of the filters before there are any. */
export function emptyFilters(facets: number): TemplateResult | typeof nothing {
  if (facets === 0) return nothing;
  return html`
    <span class="button filters-toggle"></span>
    <div class="facets">${times(facets, () => html`<span class="button facet-toggle"></span>`)}</div>
  `;
}

/** Stands in the place of controls whose code could not be loaded. */
export function failedControls(t: CommonTranslator, onRetry: () => void): TemplateResult {
  return html`
    <p class="state" part="state">
      ${t('failed')}
      <button type="button" class="link-button" part="button" @click=${onRetry}>${t('retry')}</button>
    </p>
  `;
}
