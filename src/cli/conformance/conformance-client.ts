import { setTimeout as wait } from 'node:timers/promises';
import type { SignupEntry } from '../../signup/contract.js';

const REQUEST_TIMEOUT_MS = 30_000;
/** The longest that one request waits for its turn where the receiver limits how many come. */
const MAX_WAIT_MS = 180_000;
/** The least that a wait counts for, so that a receiver that names none is not asked for ever. */
const MIN_COUNTED_MS = 1_000;

interface ConformanceClientOptions {
  /** Where sign-ups are withdrawn, if that is known. */
  readonly withdrawals: string | undefined;
  /** The e-mail address or telephone number of every sign-up of the test. */
  readonly contact: string;
  readonly report: (line: string) => void;
}

/** Sends the requests of the checks, waits where the receiver asks for it, and cleans up what it stored. */
export class ConformanceClient {
  readonly #options: ConformanceClientOptions;
  /** The references of what is stored, by the key of its entry or, where that is not known, by themselves. */
  readonly #stored = new Map<string, string>();

  constructor(options: ConformanceClientOptions) {
    this.#options = options;
  }

  /** Sends a request; again after the time that the receiver names where it answers 429. */
  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    for (let countedMs = 0; ;) {
      const response = await fetch(address, { ...init, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
      const delayMs = Number(response.headers.get('retry-after') ?? NaN) * 1_000;
      const isFirst = countedMs === 0;
      countedMs += Math.max(delayMs, MIN_COUNTED_MS);
      // Not a number where there is no time, or a date, which this receiver may choose as well: it is not tried again.
      if (response.status !== 429 || !(countedMs <= MAX_WAIT_MS)) return response;
      await response.body?.cancel();
      if (isFirst) this.#options.report(`Waits ${delayMs / 1_000} s, as the receiver asks.`);
      await wait(delayMs);
    }
  }

  /** Remembers a sign-up that was stored, in place of those that its entry replaces. */
  remember(reference: string, { submissionId = reference, replaces = [] }: Partial<SignupEntry> = {}): void {
    for (const key of replaces) this.#stored.delete(key);
    this.#stored.set(submissionId, reference);
  }

  /** Withdraws what was stored, and tells how much that is and what is left. */
  async cleanUp(): Promise<void> {
    const { withdrawals, report } = this.#options;
    const references = [...new Set(this.#stored.values())];
    const left: string[] = [];
    for (const reference of references)
      if (!withdrawals || !(await this.#withdraw(withdrawals, reference))) left.push(reference);
    if (references.length > left.length)
      report(`${references.length - left.length} sign-ups of this test were withdrawn.`);
    if (left.length > 0) report(`${left.length} sign-ups of this test are left: ${left.join(', ')}.`);
  }

  async #withdraw(address: string, reference: string): Promise<boolean> {
    try {
      const { ok, body } = await this.fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reference, contact: this.#options.contact }),
      });
      await body?.cancel();
      return ok;
    } catch {
      return false;
    }
  }
}
