import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Longer than any frame: a hidden tab paints nothing, and must not wait for it. */
const MAX_FRAME_MS = 100;

export interface BatchSizes {
  /** Items of the first batch. */
  readonly first: number;
  /** Items of each later batch; by default as many as in the first. */
  readonly next?: number;
}

/** Renders a list in batches: first what a window shows, then the rest, each batch when the one before is painted. */
export class BatchedRender implements ReactiveController {
  /** True once anything has been painted, also while another list is on its way. */
  hasPainted = false;
  readonly #host: ReactiveControllerHost;
  #sizes: BatchSizes;
  #paintedBatches = 0;
  #isComplete = false;
  /** Says of the update under way whether it renders the last batch; `undefined` while it renders no items at all. */
  #isLast: boolean | undefined;
  #painting: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, sizes: BatchSizes) {
    this.#host = host;
    this.#sizes = sizes;
    host.addController(this);
  }

  /** Settles when the next batch may come; `undefined` when all have, and while there is nothing to paint. */
  get pending(): Promise<void> | undefined {
    return this.#isComplete ? undefined : this.#painting;
  }

  /** Gives the number of items to render now. Every update that renders items asks for it, in `willUpdate`. */
  limit(total: number): number {
    const { first, next = first } = this.#sizes;
    const painted = this.#paintedBatches;
    const limit = this.#isComplete ? total : Math.min(total, painted ? first + painted * next : first);
    this.#isLast = limit === total;
    return limit;
  }

  /** Begins again with a first batch: another list is to be rendered. */
  restart(sizes: BatchSizes): void {
    this.#sizes = sizes;
    this.#isComplete = false;
    this.#paintedBatches = 0;
    this.#painting = undefined;
  }

  /** Lets everything be rendered at once from now on. */
  complete(): void {
    this.#isComplete = this.hasPainted = true;
  }

  hostUpdated(): void {
    const isLast = this.#isLast;
    this.#isLast = undefined;
    if (isLast && this.hasPainted) this.#isComplete = true;
    if (isLast === undefined || this.#isComplete) return;
    const painting = (this.#painting ??= nextPaint().then(() => {
      if (this.#painting !== painting) return;
      this.#painting = undefined;
      this.hasPainted = true;
      this.#paintedBatches++;
      this.#host.requestUpdate();
    }));
  }
}

/** Settles when the next frame has been painted, at the latest after `MAX_FRAME_MS`. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    // The second comes when the frame of the first has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, MAX_FRAME_MS);
  });
}
