import type { ReactiveControllerHost } from 'lit';
import { ofDocument } from './of-document.js';

/** Moves the focus to the first match in a host's shadow root, once the update that is under way has ended. */
export async function focusWhenUpdated(
  host: ReactiveControllerHost & HTMLElement,
  selector: string,
): Promise<void> {
  await host.updateComplete;
  host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
}

/**
 * Moves the focus to an element that is no control, such as a heading. A screen reader reads that, and says nothing where
 * an element around it has the focus.
 */
export function focusHeading(element: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (element && !element.hasAttribute('tabindex')) element.tabIndex = -1;
  element?.focus(options);
}

/** True if nothing on the page of an element has the focus, as after what had it is gone. */
export function isFocusLost({ ownerDocument: page }: Element): boolean {
  return ofDocument('activeElement', page) === ofDocument('body', page);
}

/** Moves the focus to the start of a widget where it is lost. */
export function focusStart(host: HTMLElement): void {
  const find = (selector: string) => host.shadowRoot!.querySelector<HTMLElement>(selector);
  if (isFocusLost(host)) focusHeading(find('.heading') ?? find('.root'));
}
