import { html, nothing, type TemplateResult } from 'lit';

/**
 * Makes the strings of a template for each level of heading, as a template literal would give them to `html`: Lit takes
 * no expression in a tag name. `lit/static-html.js` does the same for any template; it is 290 bytes larger and looks
 * through all values at every call, and lists have many headings.
 */
function templates(...parts: readonly string[]): readonly TemplateStringsArray[] {
  return [1, 2, 3, 4, 5, 6].map((level) => {
    const strings = parts.map((part) => part.replace('heading', `h${level}`));
    return Object.assign(strings, { raw: strings });
  });
}

const NAMED = templates('<heading part="', '" class="', '" id="', '" tabindex="', '">', '</heading>');
const BARE = templates('<heading>', '</heading>');

/** @returns the place of a level in the lists above; what is no level is 2. */
const indexOf = (level: number) => Math.min(Math.max(Math.round(level) || 2, 1), 6) - 1;

/**
 * A heading of a level that fits the host's page. With an `id` other elements of the same widget can be named by it, and
 * focus can be moved to it.
 */
export function heading(level: number, content: unknown, part: string, id?: string): TemplateResult {
  return html(NAMED[indexOf(level)]!, part, part, id ?? nothing, id ? -1 : nothing, content);
}

/** A heading without a part, a class or an id: for the many headings of a list. */
export function bareHeading(level: number, content: unknown): TemplateResult {
  return html(BARE[indexOf(level)]!, content);
}
