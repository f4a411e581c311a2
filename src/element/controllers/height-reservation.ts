import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps what stands below a widget from jumping when the feed arrives: the height that the empty shapes had is held, but
 * no further than to the lower edge of the window, for what is not in sight may move unseen. A new width ends it.
 */
export class HeightReservation implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode };
  #observer: ResizeObserver | undefined;
  #width: number | undefined;
  #kind: string | undefined;
  #height = 0;

  constructor(host: ReactiveControllerHost & HTMLElement & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  beforeUpdate(kind: string): void {
    if (this.#kind !== 'loading' || kind === 'loading') return;
    const box = this.#root?.getBoundingClientRect();
    if (box) this.#height = Math.min(box.height, Math.max(0, innerHeight - box.top));
  }

  /** `reserve`: the height to hold while loading, in em. */
  afterUpdate(kind: string, reserve: number): void {
    const before = this.#kind;
    this.#kind = kind;
    if (kind === 'loading' && reserve > 0) this.#hold(`${reserve}em`);
    else if (before === 'loading' && kind !== 'loading') {
      this.#hold(`${this.#height}px`);
      this.#endAtNewWidth();
    }
  }

  get #root(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.root');
  }

  #hold(height: string): void {
    this.#root?.style.setProperty('--_held', height);
  }

  #endAtNewWidth(): void {
    this.#width = undefined;
    this.#observer ??= new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width;
      if (this.#width !== undefined && width !== this.#width) {
        this.#hold('0');
        this.hostDisconnected();
      }
      this.#width = width;
    });
    this.#observer.observe(this.#host);
  }
}
