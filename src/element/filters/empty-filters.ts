import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { times } from '../../lists.js';
import type { LazyModule } from '../controllers/lazy-module.js';
import { focusWhenUpdated } from '../focus.js';
import type { CommonTranslator } from '../views/states.js';

/** The shape of the filters before there are any. */
export function emptyFilters(facets: number): TemplateResult | typeof nothing {
  if (facets === 0) return nothing;
  return html`
    <span class="button filters-toggle"></span>
    <div class="facets">${times(facets, () => html`<span class="button facet-toggle"></span>`)}</div>
  `;
}

/**
 * Stands in the place of controls whose code could not be loaded, with a button to load it again. The count among the
 * controls then gets the focus, as the button is gone.
 */
export function failedControls(
  t: CommonTranslator,
  host: ReactiveControllerHost & HTMLElement,
  code: LazyModule<unknown>,
): TemplateResult {
  const retry = () => {
    code.load();
    void focusWhenUpdated(host, '#count');
  };
  return html`
    <p class="state" part="state">
      ${t('failed')}
      <button type="button" class="link-button" part="button" @click=${retry}>${t('retry')}</button>
    </p>
  `;
}
