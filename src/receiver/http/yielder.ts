import { setImmediate } from 'node:timers/promises';

/** The time after which other requests go first. */
const SLICE_MS = 5;

/** Yields the event loop between the slices of long work on one request, so that other requests are answered. */
export class Yielder {
  #end = performance.now() + SLICE_MS;

  /** Lets others go first, once a slice is over. */
  async pause(): Promise<void> {
    if (performance.now() < this.#end) return;
    await setImmediate();
    this.#end = performance.now() + SLICE_MS;
  }
}
