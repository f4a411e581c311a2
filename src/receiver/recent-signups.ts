import { createHmac, randomBytes } from 'node:crypto';

const TEN_MINUTES_MS = 600_000;
/** Sign-ups of one network within that time, as of a household, before somebody should look at them. */
const MAX_UNMARKED = 5;
/** Networks that are remembered at once; the longest at rest goes first. */
const MAX_NETWORKS = 100_000;

/**
 * The sign-ups that each network stored within ten minutes. Networks are not kept: they are told apart by an HMAC under a
 * key that lives and dies with the process.
 */
export class RecentSignups {
  readonly #key = randomBytes(32);
  /** When they came, by HMAC. In the order of use: the first is the longest at rest. */
  readonly #times = new Map<string, number[]>();

  /**
   * Counts a sign-up. @returns true if its network has stored many
   * @param now Milliseconds of a clock that is never set, as `performance.now()`
   */
  add(network: string, now: number): boolean {
    const key = this.#keyOf(network);
    const times = (this.#times.get(key) ?? []).filter((time) => now - time < TEN_MINUTES_MS);
    times.push(now);
    this.#times.delete(key);
    this.#times.set(key, times);
    this.#forget(now);
    return times.length > MAX_UNMARKED;
  }

  /** Takes back the last one that was counted, as nothing was stored. */
  remove(network: string): void {
    this.#times.get(this.#keyOf(network))?.pop();
  }

  #keyOf(network: string): string {
    return createHmac('sha256', this.#key).update(network).digest('base64');
  }

  #forget(now: number): void {
    for (const [key, times] of this.#times) {
      if (now - (times.at(-1) ?? 0) < TEN_MINUTES_MS && this.#times.size <= MAX_NETWORKS) return;
      this.#times.delete(key);
    }
  }
}
