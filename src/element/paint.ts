import type { ReactiveControllerHost } from 'lit';

/** Longer than any frame: a hidden tab paints nothing, and must not wait for it. */
const LONGEST_FRAME = 100;

/** Lets a widget begin with what a window shows, and bring the rest when that is painted. */
export class FirstPaint {
  /** Whether the first sight has been painted. */
  done = false;
  /** Settles when it has; `undefined` while there is nothing to paint yet. */
  waiting: Promise<void> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Call it when the first sight has been rendered. */
  begun(): void {
    this.waiting ??= nextPaint().then(() => {
      this.done = true;
      this.#host.requestUpdate();
    });
  }
}

function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_FRAME);
  });
}
