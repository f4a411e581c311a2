import type { ReactiveControllerHost } from 'lit';

/** Longer than any frame: a hidden tab paints nothing, and must not wait for it. */
const LONGEST_FRAME = 100;

/** Lets a widget show first what a window shows, and bring the rest when that is painted. */
export class FirstPaint {
  /** Whether the first sight has been painted. */
  done = false;
  /** Whether anything has been: also while something else is to be shown. */
  ever = false;
  #waiting: Promise<void> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Settles when it has been; nothing when it has, and while there is nothing to paint. */
  get coming(): Promise<void> | undefined {
    return this.done ? undefined : this.#waiting;
  }

  /** Call it when something else is to be shown. */
  again(): void {
    this.done = false;
    this.#waiting = undefined;
  }

  /** Call it when everything is to be shown at once. */
  skip(): void {
    this.done = this.ever = true;
  }

  /** Call it when the first sight has been rendered. */
  begun(): void {
    if (this.done) return;
    const waiting = (this.#waiting ??= nextPaint().then(() => {
      if (this.#waiting !== waiting) return;
      this.done = this.ever = true;
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
