import { html, nothing, type TemplateResult } from 'lit';
import type { Look } from './look.js';
import { neighbour } from './screens.js';
import { placeName } from './title.js';

/** The way on and the way back, through all screens of all steps, under the thumb. */
export function pager(look: Look): TemplateResult {
  return html`<div class="pager">${button('previous', look)}${button('next', look)}</div>`;
}

function button(term: 'previous' | 'next', look: Look): TemplateResult | typeof nothing {
  const { guide, t, go } = look;
  const place = neighbour(guide.steps, look, term === 'next' ? 1 : -1);
  if (!place) return nothing;
  return html`
    <button
      type="button"
      class="button ${term === 'next' ? 'primary' : ''}"
      part="button"
      @click=${() => go(place)}
    >
      <span>${t(term)}<span class="visually-hidden">: </span></span>
      <span class=${term === 'next' ? 'where' : 'visually-hidden'}>${placeName(place, look)}</span>
    </button>
  `;
}
