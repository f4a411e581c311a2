/** Buttons by their text, as a visitor finds and presses them. */
import type { ReactiveElement } from 'lit';
import { all, textOf } from './tree.js';

/** The button with this text; it must be there. */
export function button(root: ParentNode, text: string): HTMLButtonElement {
  const found = all<HTMLButtonElement>(root, 'button').find((candidate) => textOf(candidate) === text);
  if (!found) throw new Error(`There is no button “${text}”.`);
  return found;
}

/** Presses a button and waits for the update. */
export async function press(element: ReactiveElement, text: string): Promise<void> {
  button(element, text).click();
  await element.updateComplete;
}
