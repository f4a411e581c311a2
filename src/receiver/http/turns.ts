import { setImmediate } from 'node:timers/promises';

/** The time after which others have their turn. */
const TURN_MS = 5;

/** Cuts long work on one request into turns, with the requests of others in between. */
export class Turns {
  #end = performance.now() + TURN_MS;

  /** Lets others go first, once a turn is over. */
  async pause(): Promise<void> {
    if (performance.now() < this.#end) return;
    await setImmediate();
    this.#end = performance.now() + TURN_MS;
  }
}
