/** HTML as text, for pages without script: everything that is put in is escaped. */

import { escapeMarkup } from '../../escape-markup.js';

/** Text that is HTML already. Only this module makes it. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** Something to put in a template: lists one after another, nothing for what is absent. */
export type MarkupContent = Markup | string | number | false | undefined | readonly MarkupContent[];

/** Makes HTML of a template. Attribute values stand between double quotes there. */
export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupContent[]): Markup {
  const texts = strings.map((text, index) => text + (index < parts.length ? textOf(parts[index]) : ''));
  return new Markup(texts.join(''));
}

function textOf(part: MarkupContent): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.toString();
  if (typeof part === 'object') return part.map(textOf).join('');
  return escapeMarkup(String(part));
}

/** A widget in a page, as it was rendered beforehand. */
export const renderedMarkup = (html: string): Markup => new Markup(html);

/** JSON-LD in a page. `data` is what `linkedData` wrote: it cannot end the element. */
export const dataScript = (data: string): Markup =>
  new Markup(`<script type="application/ld+json">${data}</script>\n`);
