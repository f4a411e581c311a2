import { html, nothing, type TemplateResult } from 'lit';

/** A template for each level: Lit has no place for an expression in a tag. */
function templates(...parts: readonly string[]): readonly TemplateStringsArray[] {
  return [1, 2, 3, 4, 5, 6].map((level) => {
    const strings = parts.map((part) => part.replace('heading', `h${level}`));
    return Object.assign(strings, { raw: strings });
  });
}

const NAMED = templates('<heading part="', '" class="', '" id="', '" tabindex="', '">', '</heading>');
const BARE = templates('<heading>', '</heading>');

const at = (level: number) => Math.min(Math.max(Math.round(level) || 2, 1), 6) - 1;

/**
 * A heading of a level that fits the host's page. With an `id` other elements of the same widget can be named by it, and
 * focus can be moved to it.
 */
export function heading(level: number, content: unknown, part: string, id?: string): TemplateResult {
  return html(NAMED[at(level)]!, part, part, id ?? nothing, id ? -1 : nothing, content);
}

/** The same without a name, an id or anything else of its own: for the many headings of a list. */
export function bareHeading(level: number, content: unknown): TemplateResult {
  return html(BARE[at(level)]!, content);
}
