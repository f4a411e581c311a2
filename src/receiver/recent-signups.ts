import { NetworkMap } from './network-map.js';

const TEN_MINUTES_MS = 600_000;
/** Sign-ups of one network within that time, as of a household, before somebody should look at them. */
const MAX_UNMARKED = 5;
/** The times that are kept of a network: more than are counted, as some are taken back. */
const MAX_TIMES = 100;

/** The sign-ups that each network stored within ten minutes; ten minutes after its last one a network is forgotten. */
export class RecentSignups {
  /** When they came. */
  readonly #times = new NetworkMap<number[]>(TEN_MINUTES_MS);

  /**
   * Counts a sign-up. @returns true if its network has stored many
   * @param now Milliseconds of a clock that is never set, as `performance.now()`
   */
  add(network: string, now: number): boolean {
    const times = this.#times.update(
      network,
      (known = []) => [...known.slice(1 - MAX_TIMES).filter((time) => now - time < TEN_MINUTES_MS), now],
      now,
    );
    return times.length > MAX_UNMARKED;
  }

  /** Takes back the last one that was counted, as nothing was stored. */
  remove(network: string): void {
    const times = this.#times.get(network);
    times?.pop();
    if (times?.length === 0) this.#times.delete(network);
  }
}
