import { NetworkMap } from '../network-map.js';

const MINUTE_MS = 60_000;

interface Bucket {
  readonly tokens: number;
  readonly instant: number;
}

/** A token bucket for each network, forgotten after a minute of rest. */
export class RateLimit {
  readonly #perMinute: number;
  /** Tokens left at an instant. */
  readonly #buckets = new NetworkMap<Bucket>(MINUTE_MS);

  /** @param perMinute Requests a minute; as many may come at once. */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /**
   * Takes a token of a network. @returns 0, or the milliseconds to wait where there is none left
   * @param now Milliseconds of a clock that is never set, as `performance.now()`
   */
  take(network: string, now: number): number {
    let waitMs = 0;
    this.#buckets.update(
      network,
      (last = { tokens: this.#perMinute, instant: now }) => {
        const earned = ((now - last.instant) * this.#perMinute) / MINUTE_MS;
        const tokens = Math.min(this.#perMinute, last.tokens + earned);
        if (tokens >= 1) return { tokens: tokens - 1, instant: now };
        waitMs = Math.ceil(((1 - tokens) * MINUTE_MS) / this.#perMinute);
        return { tokens, instant: now };
      },
      now,
    );
    return waitMs;
  }
}
