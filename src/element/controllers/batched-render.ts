import type { ReactiveControllerHost } from 'lit';

/** Longer than any frame: a hidden tab paints nothing, and must not wait for it. */
const LONGEST_FRAME = 100;

/** Lets a widget show first what a window shows, and bring the rest in steps, each when the one before is painted. */
export class FirstPaint {
  /** Whether everything may be shown. */
  done = false;
  /** Whether anything has been painted: also while something else is to be shown. */
  ever = false;
  /** The steps of this sight that have been painted. */
  steps = 0;
  #waiting: Promise<void> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Settles when the next step may come; nothing when all have, and while there is nothing to paint. */
  get coming(): Promise<void> | undefined {
    return this.done ? undefined : this.#waiting;
  }

  /** Call it when something else is to be shown. */
  again(): void {
    this.done = false;
    this.steps = 0;
    this.#waiting = undefined;
  }

  /** Call it when everything is to be shown at once. */
  skip(): void {
    this.done = this.ever = true;
  }

  /** Call it when a step has been rendered; `isLast`: nothing is left to show. */
  begun(isLast: boolean): void {
    if (isLast && this.ever) this.done = true;
    if (this.done) return;
    const waiting = (this.#waiting ??= nextPaint().then(() => {
      if (this.#waiting !== waiting) return;
      this.#waiting = undefined;
      this.ever = true;
      this.steps++;
      this.#host.requestUpdate();
    }));
  }
}

function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    // The second comes when the frame of the first has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, LONGEST_FRAME);
  });
}
