import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface HeightHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  /** The height to hold while loading, in em; 0 for that of the empty shapes. */
  readonly reserve: number;
}

/**
 * Keeps what stands below a widget from jumping when the feed arrives: the height that the empty shapes had is held, but
 * no further than to the lower edge of the window, for what is not in sight may move unseen. A new width ends it.
 */
export class HeightReservation implements ReactiveController {
  readonly #host: HeightHost;
  readonly #isLoading: () => boolean;
  #observer: ResizeObserver | undefined;
  #width: number | undefined;
  #wasLoading = false;
  #height = 0;

  constructor(host: HeightHost, isLoading: () => boolean) {
    this.#host = host;
    this.#isLoading = isLoading;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  /** Measures the empty shapes before they go. */
  hostUpdate(): void {
    if (!this.#wasLoading || this.#isLoading()) return;
    const box = this.#root?.getBoundingClientRect();
    if (box) this.#height = Math.min(box.height, Math.max(0, innerHeight - box.top));
  }

  hostUpdated(): void {
    const { reserve } = this.#host;
    const wasLoading = this.#wasLoading;
    const isLoading = this.#isLoading();
    this.#wasLoading = isLoading;
    if (isLoading && reserve > 0) this.#hold(`${reserve}em`);
    else if (wasLoading && !isLoading) {
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
