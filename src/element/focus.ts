import type { ReactiveControllerHost } from 'lit';

/** Moves the focus to the first match in a host's shadow root, once the update that is under way has ended. */
export async function focusWhenUpdated(
  host: ReactiveControllerHost & HTMLElement,
  selector: string,
): Promise<void> {
  await host.updateComplete;
  host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
}
