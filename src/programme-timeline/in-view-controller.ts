import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

type InViewHost = ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };

/** Tells when something inside a widget first comes near the window and has room: what is not shown never does. */
export class InViewController implements ReactiveController {
  readonly #host: InViewHost;
  readonly #selector: string;
  readonly #onNear: () => void;
  #observer: IntersectionObserver | undefined;
  #watched = new WeakSet<Element>();

  constructor(host: InViewHost, selector: string, onNear: () => void) {
    this.#host = host;
    this.#selector = selector;
    this.#onNear = onNear;
    host.addController(this);
  }

  hostUpdated(): void {
    if (isServer) return;
    for (const element of this.#host.renderRoot.querySelectorAll(this.#selector)) {
      if (this.#watched.has(element)) continue;
      this.#watched.add(element);
      this.#observer ??= new IntersectionObserver(
        (seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#onNear(),
        { rootMargin: '400px' },
      );
      this.#observer.observe(element);
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#watched = new WeakSet();
  }
}
