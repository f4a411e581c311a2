/** Finding and using controls as a visitor does, by the words on them; the same for every widget. */
import { all, textOf } from './tree.js';

/** The first of a list that fits; an error that names it where there is none. */
export function found<T>(list: readonly T[], fits: (item: T) => boolean, name: string): T {
  const item = list.find(fits);
  if (item === undefined) throw new Error(`There is no ${name} here.`);
  return item;
}

export const button = (root: ParentNode, words: string): HTMLButtonElement =>
  found(all<HTMLButtonElement>(root, 'button'), (candidate) => textOf(candidate) === words, words);

export const hasButton = (root: ParentNode, words: string): boolean =>
  all(root, 'button').some((candidate) => textOf(candidate) === words);

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
export const press = (
  widget: Element & { readonly updateComplete: Promise<unknown> },
  words: string,
): Promise<void> => act(widget, () => button(widget, words).click());
