import type { ReactiveControllerHost } from 'lit';

/** Longer than any frame: a hidden tab paints nothing, and must not wait for it. */
const MAX_FRAME_MS = 100;

/** Lets a widget show first what a window shows, and bring the rest in steps, each when the one before is painted. */
export class BatchedRender {
  /** Whether everything may be shown. */
  isComplete = false;
  /** Whether anything has been painted: also while something else is to be shown. */
  hasPainted = false;
  /** The steps of this sight that have been painted. */
  paintedBatches = 0;
  #waiting: Promise<void> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Settles when the next step may come; nothing when all have, and while there is nothing to paint. */
  get pending(): Promise<void> | undefined {
    return this.isComplete ? undefined : this.#waiting;
  }

  /** Call it when something else is to be shown. */
  restart(): void {
    this.isComplete = false;
    this.paintedBatches = 0;
    this.#waiting = undefined;
  }

  /** Call it when everything is to be shown at once. */
  complete(): void {
    this.isComplete = this.hasPainted = true;
  }

  /** Call it when a step has been rendered; `isLast`: nothing is left to show. */
  rendered(isLast: boolean): void {
    if (isLast && this.hasPainted) this.isComplete = true;
    if (this.isComplete) return;
    const waiting = (this.#waiting ??= nextPaint().then(() => {
      if (this.#waiting !== waiting) return;
      this.#waiting = undefined;
      this.hasPainted = true;
      this.paintedBatches++;
      this.#host.requestUpdate();
    }));
  }
}

function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    // The second comes when the frame of the first has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, MAX_FRAME_MS);
  });
}
