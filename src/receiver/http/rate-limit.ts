import { createHmac, randomBytes } from 'node:crypto';
import { networkOf } from './client-address.js';

const MINUTE_MS = 60_000;
/** Addresses that are remembered at once; the longest at rest goes first. */
const MAX_ADDRESSES = 100_000;

interface Bucket {
  readonly tokens: number;
  readonly instant: number;
}

/**
 * A token bucket for each address. Addresses are not kept: the buckets go by an HMAC under a key that lives and dies with
 * the process, and are forgotten after a minute of rest.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #key = randomBytes(32);
  /** Tokens left at an instant, by HMAC. In the order of use: the first is the longest at rest. */
  readonly #buckets = new Map<string, Bucket>();

  /** @param perMinute Requests a minute; as many may come at once. */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /**
   * Takes a token. @returns 0, or the milliseconds to wait where there is none left
   * @param now Milliseconds of a clock that is never set, as `performance.now()`
   */
  take(address: string, now: number): number {
    const key = createHmac('sha256', this.#key).update(networkOf(address)).digest('base64');
    const last = this.#buckets.get(key) ?? { tokens: this.#perMinute, instant: now };
    const tokens = Math.min(
      this.#perMinute,
      last.tokens + ((now - last.instant) * this.#perMinute) / MINUTE_MS,
    );
    const isAllowed = tokens >= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, instant: now });
    this.#forget(now);
    return isAllowed ? 0 : Math.ceil(((1 - tokens) * MINUTE_MS) / this.#perMinute);
  }

  #forget(now: number): void {
    for (const [key, { instant }] of this.#buckets) {
      if (now - instant < MINUTE_MS && this.#buckets.size <= MAX_ADDRESSES) return;
      this.#buckets.delete(key);
    }
  }
}
