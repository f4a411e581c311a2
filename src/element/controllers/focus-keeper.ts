import type { LitElement, ReactiveController } from 'lit';
import { focusStart } from '../focus.js';

/** Keeps the focus in a widget where another feed has not what had it. */
export class FocusKeeper implements ReactiveController {
  readonly #host: LitElement;
  readonly #currentFeed: () => unknown;
  /** The feed that was shown last. */
  #feed: unknown;
  #focused: Element | null | undefined;

  /** @param currentFeed A value that is another one for another feed. */
  constructor(host: LitElement, currentFeed: () => unknown) {
    this.#host = host;
    this.#currentFeed = currentFeed;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement;
  }

  hostUpdated(): void {
    const before = this.#feed;
    this.#feed = this.#currentFeed();
    if (this.#focused?.isConnected === false && this.#feed !== before)
      // What moves the focus on purpose comes first.
      void this.#host.updateComplete.then(() => setTimeout(() => focusStart(this.#host)));
  }
}
