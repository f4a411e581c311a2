import { createHmac, randomBytes } from 'node:crypto';

/** Networks that are remembered at once; the longest at rest goes first. */
const MAX_NETWORKS = 100_000;

/**
 * What is known of each network for a while. Networks are not kept: they are told apart by an HMAC under a key that lives
 * and dies with the process, and are forgotten after a time of rest.
 */
export class NetworkMap<T> {
  readonly #restMs: number;
  readonly #key = randomBytes(32);
  /** By HMAC, in the order of use: the first is the longest at rest. */
  readonly #entries = new Map<string, { readonly value: T; readonly usedAt: number }>();
  #timer: NodeJS.Timeout | undefined;

  /** @param restMs The time after its last use that a network is forgotten; never by default. */
  constructor(restMs = Infinity) {
    this.#restMs = restMs;
  }

  get(network: string): T | undefined {
    return this.#entries.get(this.#keyOf(network))?.value;
  }

  /**
   * Sets what is known of a network, by what was known before.
   * @param now Milliseconds of a clock that is never set
   */
  update(network: string, change: (value: T | undefined) => T, now = performance.now()): T {
    const key = this.#keyOf(network);
    const value = change(this.#entries.get(key)?.value);
    this.#entries.delete(key);
    this.#entries.set(key, { value, usedAt: now });
    this.#forget(now);
    return value;
  }

  delete(network: string): void {
    this.#entries.delete(this.#keyOf(network));
  }

  #keyOf(network: string): string {
    return createHmac('sha256', this.#key).update(network).digest('base64');
  }

  #forget(now: number): void {
    for (const [key, { usedAt }] of this.#entries) {
      const restMs = usedAt + this.#restMs - now;
      if (restMs > 0 && this.#entries.size <= MAX_NETWORKS) return this.#forgetAfter(restMs);
      this.#entries.delete(key);
    }
  }

  /** Forgets also where nobody comes any more. */
  #forgetAfter(restMs: number): void {
    if (this.#timer || restMs === Infinity) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#forget(performance.now());
    }, Math.ceil(restMs)).unref();
  }
}
