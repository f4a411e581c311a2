/** Placeholders on the test page, with the loader that fills them. */
import '../../../src/embed/loader.js';
import { eventually } from './page.js';

/** The element in a placeholder; `undefined` while there is none. */
export const elementIn = (placeholder: Element): HTMLElement | undefined =>
  [...(placeholder.shadowRoot?.querySelectorAll<HTMLElement>(':not(slot)') ?? [])][0];

/** Comes back with the element in a placeholder once it is there. */
export async function filled(placeholder: Element): Promise<HTMLElement> {
  await eventually(() => elementIn(placeholder));
  return elementIn(placeholder)!;
}

/** Comes back when a widget shows as many of a part. */
export const shows = (widget: Element, part: string, count: number): Promise<void> =>
  eventually(() => widget.shadowRoot?.querySelectorAll(`[part~="${part}"]`).length === count);
