import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';

const MINUTE = 60_000;
/** More addresses at once are no visitors. */
const MOST_ADDRESSES = 100_000;

/**
 * How often one address may send. Addresses are not kept: what is counted is a mark that cannot be turned back, made
 * with a key that lives and dies with the process, and it is forgotten after a minute of rest.
 */
export class RateLimit {
  readonly #perMinute: number;
  readonly #key = randomBytes(32);
  /** Tokens left, and when that was. In the order of use: the first is the longest at rest. */
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** `perMinute` requests are also what may come at once. */
  constructor(perMinute: number) {
    this.#perMinute = perMinute;
  }

  /** Takes one; @returns the milliseconds to wait where there is none left */
  take(address: string, now: number): number {
    const mark = createHmac('sha256', this.#key).update(networkOf(address)).digest('base64');
    const last = this.#buckets.get(mark) ?? { tokens: this.#perMinute, at: now };
    const tokens = Math.min(this.#perMinute, last.tokens + ((now - last.at) * this.#perMinute) / MINUTE);
    const isAllowed = tokens >= 1;
    this.#buckets.delete(mark);
    this.#buckets.set(mark, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    this.#forget(now);
    return isAllowed ? 0 : Math.ceil(((1 - tokens) * MINUTE) / this.#perMinute);
  }

  #forget(now: number): void {
    for (const [mark, { at }] of this.#buckets) {
      if (now - at < MINUTE && this.#buckets.size <= MOST_ADDRESSES) return;
      this.#buckets.delete(mark);
    }
  }
}

/** One household has many addresses of version 6, which share their first half. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('%')[0]!.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail?.split(':').filter(Boolean) ?? [];
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
