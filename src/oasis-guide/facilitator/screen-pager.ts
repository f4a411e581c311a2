import { html, nothing, type TemplateResult } from 'lit';
import { voiceText } from '../../element/views/text.js';
import type { FacilitatorView } from './facilitator-view.js';
import { neighbourOf } from './screens.js';
import { linkText } from './title.js';

/** Two buttons, to the screen before and to the next one, through all steps. */
export function screenPager(view: FacilitatorView): TemplateResult {
  return html`<div class="pager">${button('previous', view)}${button('next', view)}</div>`;
}

function button(term: 'previous' | 'next', view: FacilitatorView): TemplateResult | typeof nothing {
  const { guide, t, goTo } = view;
  const isNext = term === 'next';
  const target = neighbourOf(guide.steps, view, isNext ? 1 : -1);
  if (!target) return nothing;
  return html`
    <button
      type="button"
      class="button ${isNext ? 'primary' : ''}"
      part="button"
      @click=${() => goTo(target)}
    >
      <span>${t(term)}${voiceText(': ')}</span>
      <span class=${isNext ? 'where' : 'visually-hidden'}>${linkText(target, view)}</span>
    </button>
  `;
}
