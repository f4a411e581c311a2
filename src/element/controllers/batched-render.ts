import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** Longer than any frame: a hidden tab paints nothing, and must not wait for it. */
const MAX_FRAME_MS = 100;

/** An element that may show already what a server has rendered: all at once takes the place of that. */
type BatchedHost = ReactiveControllerHost & { readonly isPrerendered: boolean };

/** Numbers of items. */
export interface BatchSizes {
  /** Size of the first batch. */
  readonly size: number;
  /** Size of each later batch; by default that of the first. */
  readonly next?: number;
}

/**
 * Renders a list in batches: first what a window shows, then the rest, each batch when the one before is painted. A server
 * paints nothing, and renders everything at once.
 */
export class BatchedRender implements ReactiveController {
  /** True once anything has been painted, also while another list is on its way. */
  hasPainted = isServer;
  readonly #host: BatchedHost;
  /** Number of items that may be rendered now; `Infinity` once all may. */
  #limit = 0;
  #next = 0;
  #isPaintDue = false;
  #painting: Promise<void> | undefined;

  constructor(host: BatchedHost, batches: BatchSizes) {
    this.#host = host;
    this.restart(batches);
    host.addController(this);
  }

  /** Settles when the next batch may come; `undefined` when all have, and while there is nothing to paint. */
  get pending(): Promise<void> | undefined {
    return this.#painting;
  }

  /** Gives the number of items to render in this update, and sees to it that another update follows for the rest. */
  limit(total: number): number {
    if (this.#host.isPrerendered || (total <= this.#limit && this.hasPainted)) this.complete();
    else this.#isPaintDue = true;
    return Math.min(total, this.#limit);
  }

  /** Begins again with a first batch: another list is to be rendered. */
  restart({ size, next = size }: BatchSizes): void {
    this.#limit = isServer ? Infinity : size;
    this.#next = next;
    this.#isPaintDue = false;
    this.#painting = undefined;
  }

  /** Has this number of items rendered in this update; the batches go on from there. */
  renderAtLeast(count: number): void {
    this.#limit = Math.max(this.#limit, count);
  }

  /** Lets everything be rendered at once from now on. */
  complete(): void {
    this.hasPainted = true;
    this.restart({ size: Infinity });
  }

  /** Waits for the paint after an update, not while it is computed: a server has no frames. */
  hostUpdated(): void {
    if (!this.#isPaintDue) return;
    this.#isPaintDue = false;
    const painting = (this.#painting ??= nextPaint().then(() => {
      if (this.#painting !== painting) return;
      this.#painting = undefined;
      this.hasPainted = true;
      this.#limit += this.#next;
      this.#host.requestUpdate();
    }));
  }
}

/**
 * Settles when the frame that is being rendered has been painted, at the latest after `MAX_FRAME_MS`. The second callback
 * comes when the frame of the first has been painted.
 */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, MAX_FRAME_MS);
  });
}
