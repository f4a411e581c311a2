import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { nearObserver } from '../element/near-observer.js';

type InViewHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** Calls back for each element inside a host that comes near the viewport. */
export class InViewController implements ReactiveController {
  readonly #host: InViewHost;
  readonly #selector: string;
  readonly #onNear: (element: Element) => void;
  #observer: IntersectionObserver | undefined;

  constructor(host: InViewHost, selector: string, onNear: (element: Element) => void) {
    this.#host = host;
    this.#selector = selector;
    this.#onNear = onNear;
    host.addController(this);
  }

  hostUpdated(): void {
    if (isServer) return;
    this.#observer ??= nearObserver(this.#onNear);
    // Elements that it observes already stay as they are.
    for (const element of this.#host.renderRoot.querySelectorAll(this.#selector))
      this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
