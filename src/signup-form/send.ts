import { isOffline, nextTask, delay, retryAfter, watchPolicy } from '../feed/network.js';
import type { Format, SignupEntry } from '../signup/contract.js';
import { acceptedBy, outcomeOf, type Outcome } from './outcome.js';
import { encode } from '../signup/payload.js';

/** In milliseconds. */
export interface SendTimes {
  /** For one try, the answer's body included. */
  readonly timeout: number;
  /** Waits before further tries; each is shortened by a random part. */
  readonly retries: readonly number[];
  /** The longest that a `Retry-After` is followed while the visitor waits. */
  readonly longestWait: number;
}

export const SEND_TIMES: SendTimes = { timeout: 15_000, retries: [1_000, 2_000], longestWait: 10_000 };

interface Try {
  readonly outcome: Outcome;
  readonly again: boolean;
}

/**
 * Sends an entry and says how that ended. Never rejects. Tries again by itself only where that can help and can do no
 * harm: without a key that the receiver knows, what may have been stored is not sent twice unasked.
 */
export async function send(
  endpoint: string,
  format: Format,
  entry: SignupEntry,
  onRetry: () => void,
  times: SendTimes = SEND_TIMES,
): Promise<Outcome> {
  let doubt = false;
  for (let attempt = 0; ; attempt++) {
    const { outcome, again } = await tryOnce(endpoint, format, entry, times.timeout);
    if (outcome.kind === 'accepted') return outcome;
    // A refusal says nothing about a try before it that was lost on its way back.
    doubt ||= !outcome.sure;
    const wait = times.retries[attempt];
    const harmless = format === 'json' || !doubt;
    const asked = outcome.kind === 'failed' ? outcome.retryAfter : undefined;
    if (!again || !harmless || wait === undefined || (asked ?? 0) > times.longestWait)
      return { ...outcome, sure: !doubt };
    onRetry();
    await delay(asked ?? wait * Math.random(), NEVER);
  }
}

const NEVER = new AbortController().signal;

async function tryOnce(endpoint: string, format: Format, entry: SignupEntry, timeout: number): Promise<Try> {
  if (isOffline()) return failure('offline', true, false);
  const policy = watchPolicy(endpoint);
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(endpoint, { method: 'POST', signal, ...encode(entry, format) });
    const answer = {
      status: response.status,
      body: await response.text(),
      elsewhere: response.redirected && new URL(response.url).origin !== new URL(endpoint).origin,
      retryAfter: retryAfter(response),
    };
    return outcomeOf(answer, format);
  } catch {
    await nextTask(); // the violation report comes in a task of its own, after the failure
    if (policy.blocked) return failure('blocked', true, false);
    // The visitor decides after a time-out; a lost connection may be back already.
    return failure('unsure', false, !signal.aborted);
  } finally {
    policy.stop();
  }
}

function failure(reason: 'offline' | 'blocked' | 'unsure', sure: boolean, again: boolean): Try {
  return { outcome: { kind: 'failed', reason, sure }, again };
}

/** How it ended for a page that sends itself: a response is read as ours would be, a rejection leaves it open. */
export async function outcomeFrom(promise: Promise<unknown>, format: Format): Promise<Outcome> {
  try {
    const result = await promise;
    if (!(result instanceof Response)) return acceptedBy(result);
    const answer = { status: result.status, body: await result.text(), elsewhere: false };
    return outcomeOf({ ...answer, retryAfter: retryAfter(result) }, format).outcome;
  } catch {
    return failure('unsure', false, false).outcome;
  }
}
