/** Controls found by what they are called, and pressed as a visitor presses them. */
import type { LitElement } from 'lit';
import { all, textOf } from './tree.js';

const named = <E extends Element>(elements: readonly E[], name: string): E | undefined =>
  elements.find((element) => textOf(element) === name) ??
  elements.find((element) => textOf(element).includes(name));

/** The element called so, or else the first whose text holds that; an error where there is none. */
export function byName<E extends Element>(elements: readonly E[], name: string): E {
  const element = named(elements, name);
  if (!element) throw new Error(`Nothing is called ${name}; there are: ${elements.map(textOf).join(', ')}.`);
  return element;
}

export const button = (root: ParentNode, name: string): HTMLButtonElement =>
  byName(all<HTMLButtonElement>(root, 'button'), name);

export const hasButton = (root: ParentNode, name: string): boolean =>
  named(all(root, 'button'), name) !== undefined;

/** Presses a button of a widget; comes back when the widget has updated. */
export async function press(widget: LitElement, name: string): Promise<void> {
  button(widget, name).click();
  await widget.updateComplete;
}

/** The text fields with a label. */
const labelledFields = (root: ParentNode) =>
  all<HTMLInputElement | HTMLTextAreaElement>(root, 'input:not([type=checkbox]), textarea').flatMap((field) =>
    [...(field.labels ?? [])].map((label) => ({ field, label: textOf(label) })),
  );

export const hasField = (root: ParentNode, label: string): boolean =>
  labelledFields(root).some((entry) => entry.label === label);

/** The text field with this label; an error where there is none. */
export function field(root: ParentNode, label: string): HTMLInputElement | HTMLTextAreaElement {
  const entry = labelledFields(root).find((candidate) => candidate.label === label);
  if (!entry) throw new Error(`No field is called ${label}.`);
  return entry.field;
}
