/** Finding and using controls as a visitor does, by the words on them; the same for every widget. */
import { all, one, textOf } from './tree.js';

/** A widget of ours, as far as it is used here. */
type Widget = Element & { readonly updateComplete: Promise<unknown> };

/** The first of a list that fits; an error that names it where there is none. */
export function found<T>(list: readonly T[], fits: (item: T) => boolean, name: string): T {
  const item = list.find(fits);
  if (item === undefined) throw new Error(`There is no ${name} here.`);
  return item;
}

/** The button with exactly these words; an error where there is none. */
export const button = (root: ParentNode, words: string): HTMLButtonElement =>
  found(
    all<HTMLButtonElement>(root, 'button'),
    (candidate) => textOf(candidate) === words,
    `button “${words}”`,
  );

/** True if a visitor has a button with exactly these words. */
export const hasButton = (root: ParentNode, words: string): boolean =>
  all(root, 'button').some((candidate) => textOf(candidate) === words && candidate.checkVisibility());

/** Lets a visitor do something and the widget answer it. */
export async function act<T>(
  widget: { readonly updateComplete: Promise<unknown> },
  action: () => T,
): Promise<T> {
  const result = action();
  await widget.updateComplete;
  return result;
}

/** Presses a button, and lets the widget answer. */
export const press = (widget: Widget, words: string): Promise<void> =>
  act(widget, () => button(widget, words).click());

/** The text fields with a label. */
const labelledFields = (root: ParentNode) =>
  all<HTMLInputElement | HTMLTextAreaElement>(root, 'input:not([type=checkbox]), textarea').flatMap((field) =>
    [...(field.labels ?? [])].map((label) => ({ field, label: textOf(label) })),
  );

/** True if there is a text field with exactly this label. */
export const hasField = (root: ParentNode, label: string): boolean =>
  labelledFields(root).some((entry) => entry.label === label);

/** The text field with this label; an error where there is none. */
export const field = (root: ParentNode, label: string): HTMLInputElement | HTMLTextAreaElement =>
  found(labelledFields(root), (entry) => entry.label === label, `field “${label}”`).field;

/** The names of the facets. */
export const facets = (widget: Element): string[] =>
  all(widget, '[part~=facet] legend').map((legend) => legend.textContent.trim());

/** The facet of this name; an error where there is none. */
export const facet = (widget: Element, name: string): HTMLElement =>
  found(
    all(widget, '[part~=facet]'),
    (candidate) => one(candidate, 'legend').textContent?.trim() === name,
    `facet “${name}”`,
  );

/** The button that opens a facet. */
export const facetButton = (widget: Element, name: string): HTMLButtonElement =>
  one(facet(widget, name), 'button');

/** Opens a facet, unless it is open. */
export async function openFacet(widget: Widget, name: string): Promise<void> {
  const opener = facetButton(widget, name);
  if (opener.ariaExpanded !== 'true') await act(widget, () => opener.click());
}

/** Ticks or unticks an option of a facet; its label begins with these words. */
export async function choose(widget: Widget, name: string, option: string): Promise<void> {
  await openFacet(widget, name);
  const label = found(
    all<HTMLLabelElement>(facet(widget, name), 'label'),
    (candidate) => textOf(candidate).startsWith(option),
    `option “${option}”`,
  );
  await act(widget, () => label.click());
}
