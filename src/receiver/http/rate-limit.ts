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
    const last = this.#buckets.get(network) ?? { tokens: this.#perMinute, instant: now };
    const tokens = Math.min(
      this.#perMinute,
      last.tokens + ((now - last.instant) * this.#perMinute) / MINUTE_MS,
    );
    const isAllowed = tokens >= 1;
    this.#buckets.set(network, { tokens: isAllowed ? tokens - 1 : tokens, instant: now }, now);
    return isAllowed ? 0 : Math.ceil(((1 - tokens) * MINUTE_MS) / this.#perMinute);
  }
}
