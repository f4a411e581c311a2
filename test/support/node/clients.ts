/** People who sign up at a receiver that fails: each sends again, as the form does, until there is an answer. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { SignupReceipt } from '../../../src/signup/contract.js';
import { entryOf, times, type TestEntry } from './receiver.js';

/** The wait of a client before it asks again. */
const RETRY_DELAY_MS = 20;
const REQUEST_TIMEOUT_MS = 15_000;

export interface Acknowledged {
  readonly name: string;
  readonly reference: string | undefined;
}

/**
 * Signs up until there is an answer. One that changes something before sending again does so under a new key, which names
 * the earlier ones. Rejects at the signal.
 */
export async function signUpUntilAnswered(
  url: () => Promise<string> | string,
  first: TestEntry,
  { changes = false, signal }: { readonly changes?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Acknowledged> {
  let entry = first;
  const uncertain: string[] = [];
  for (;;) {
    const receipt = await send(await url(), entry);
    if (receipt) return { name: entry.name, reference: receipt.reference };
    if (changes && uncertain.length < 3) {
      uncertain.push(entry.submissionId);
      entry = {
        ...entry,
        submissionId: randomUUID(),
        email: `n${uncertain.length}@example.org`,
        replaces: [...uncertain],
      };
    }
    await wait(RETRY_DELAY_MS, undefined, { signal });
  }
}

/** Sends an entry. @returns the receipt; `undefined` where there was no answer, or an uncertain one */
async function send(url: string, entry: TestEntry): Promise<SignupReceipt | undefined> {
  try {
    const response = await fetch(`${url}/signups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `"${entry.submissionId}"` },
      body: JSON.stringify(entry),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    const answer: unknown = await response.json();
    if ([200, 201].includes(response.status)) return answer as SignupReceipt;
    assert.ok([409, 503].includes(response.status), `${response.status} ${JSON.stringify(answer)}`);
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
  }
  return undefined;
}

/** Clients that sign up one person after another, until they are stopped. */
export class Crowd {
  readonly acknowledged: Acknowledged[] = [];
  #isStopped = false;
  readonly #abandoned = new AbortController();
  readonly #done: Promise<unknown>;
  /** Rejects with what a client cannot take. */
  readonly #failed: Promise<never>;

  constructor(url: string, clients: number) {
    this.#done = Promise.all(
      times(clients, async (number) => {
        for (let n = 0; !this.#isStopped; n++) {
          const entry = entryOf({ name: `Naam ${number}-${n} (voorbeeld)` });
          this.acknowledged.push(
            await signUpUntilAnswered(() => url, entry, { signal: this.#abandoned.signal }),
          );
        }
      }),
    );
    this.#failed = new Promise((_, fail) => void this.#done.catch(fail));
    this.#failed.catch(() => {});
  }

  /** Settles when so many more are acknowledged than there are now. */
  async more(count: number): Promise<void> {
    const goal = this.acknowledged.length + count;
    while (this.acknowledged.length < goal) await Promise.race([wait(20), this.#failed]);
  }

  /** Settles when each has had its answer. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#done;
  }

  /** Lets nobody ask any more: the test has ended. */
  abandon(): void {
    this.#isStopped = true;
    this.#abandoned.abort();
  }
}
