import { html, nothing, type TemplateResult } from 'lit';

/**
 * A heading of a level that fits the host's page. With an `id` other elements of the same widget can be named by it, and
 * focus can be moved to it.
 */
export function heading(level: number, content: unknown, part: string, id?: string): TemplateResult {
  const name = id ?? nothing;
  const focusable = id ? -1 : nothing;
  switch (Math.min(Math.max(Math.round(level) || 2, 1), 6)) {
    case 1:
      return html`<h1 part=${part} class=${part} id=${name} tabindex=${focusable}>${content}</h1>`;
    case 2:
      return html`<h2 part=${part} class=${part} id=${name} tabindex=${focusable}>${content}</h2>`;
    case 3:
      return html`<h3 part=${part} class=${part} id=${name} tabindex=${focusable}>${content}</h3>`;
    case 4:
      return html`<h4 part=${part} class=${part} id=${name} tabindex=${focusable}>${content}</h4>`;
    case 5:
      return html`<h5 part=${part} class=${part} id=${name} tabindex=${focusable}>${content}</h5>`;
    default:
      return html`<h6 part=${part} class=${part} id=${name} tabindex=${focusable}>${content}</h6>`;
  }
}

/** The same without a name, an id or anything else of its own: for the many headings of a list. */
export function bareHeading(level: number, content: unknown): TemplateResult {
  switch (Math.min(Math.max(Math.round(level) || 2, 1), 6)) {
    case 1:
      return html`<h1>${content}</h1>`;
    case 2:
      return html`<h2>${content}</h2>`;
    case 3:
      return html`<h3>${content}</h3>`;
    case 4:
      return html`<h4>${content}</h4>`;
    case 5:
      return html`<h5>${content}</h5>`;
    default:
      return html`<h6>${content}</h6>`;
  }
}
