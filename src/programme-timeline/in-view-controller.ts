import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

type InViewHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** Calls back when an element inside a host comes within 400 px of the viewport. One that is not displayed never does. */
export class InViewController implements ReactiveController {
  readonly #host: InViewHost;
  readonly #selector: string;
  readonly #onNear: () => void;
  #observer: IntersectionObserver | undefined;
  #observed = new WeakSet<Element>();

  constructor(host: InViewHost, selector: string, onNear: () => void) {
    this.#host = host;
    this.#selector = selector;
    this.#onNear = onNear;
    host.addController(this);
  }

  hostUpdated(): void {
    if (isServer) return;
    for (const element of this.#host.renderRoot.querySelectorAll(this.#selector)) {
      if (this.#observed.has(element)) continue;
      this.#observed.add(element);
      this.#observer ??= new IntersectionObserver(
        (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#onNear(),
        { rootMargin: '400px' },
      );
      this.#observer.observe(element);
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#observed = new WeakSet();
  }
}
