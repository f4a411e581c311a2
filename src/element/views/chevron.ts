import { html } from 'lit';

/** The mark of a button that opens something below it. */
export const chevron = html`<svg class="chevron" viewBox="0 0 12 12" aria-hidden="true">
  <path d="m3 4.5 3 3 3-3" />
</svg>`;
