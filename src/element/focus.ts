import type { ReactiveControllerHost } from 'lit';

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
