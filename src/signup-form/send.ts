import { isOffline, nextTask, abortableDelay, retryAfter, watchPolicy } from '../feed/network.js';
import type { Format, SignupEntry } from '../signup/contract.js';
import { encode } from '../signup/payload.js';
import { acceptedBy, failed, outcomeOf, type Outcome, type SignupFailure } from './outcome.js';

export interface SendTimes {
  /** For one try, the response's body included. */
  readonly timeoutMs: number;
  /** Waits before further tries; each is shortened by a random part. */
  readonly retryDelaysMs: readonly number[];
  /** The longest `Retry-After` that is followed while the visitor waits. */
  readonly maxRetryAfterMs: number;
}

const SEND_TIMES: SendTimes = { timeoutMs: 15_000, retryDelaysMs: [1_000, 2_000], maxRetryAfterMs: 10_000 };

export interface SendOptions {
  /** Absolute. */
  readonly endpoint: string;
  readonly format: Format;
  readonly entry: SignupEntry;
  /** Called before every further try. */
  readonly onRetry: () => void;
  readonly times?: SendTimes;
}

/**
 * Sends an entry and resolves with the outcome; never rejects. Tries again by itself only where that can help and can do
 * no harm: without a key that the receiver knows, an entry that may have been stored is not sent twice unasked.
 */
export async function send(options: SendOptions): Promise<Outcome> {
  const { retryDelaysMs, maxRetryAfterMs } = options.times ?? SEND_TIMES;
  let certain = true;
  for (let tries = 0; ; tries++) {
    const outcome = await tryOnce(options);
    if (outcome.kind === 'accepted') return outcome;
    // A refusal says nothing about a try before it that was lost on its way back.
    certain &&= outcome.certain;
    const delay = retryDelaysMs[tries];
    const isHarmless = options.format === 'json' || certain;
    const { retryable, retryAfterMs }: Partial<Omit<SignupFailure, 'kind'>> = outcome;
    if (!retryable || !isHarmless || delay === undefined || (retryAfterMs ?? 0) > maxRetryAfterMs)
      return { ...outcome, certain };
    options.onRetry();
    await abortableDelay(retryAfterMs ?? delay * Math.random(), NEVER);
  }
}

const NEVER = new AbortController().signal;

async function tryOnce({ endpoint, format, entry, times = SEND_TIMES }: SendOptions): Promise<Outcome> {
  if (isOffline()) return failed('offline');
  const policy = watchPolicy(endpoint);
  const signal = AbortSignal.timeout(times.timeoutMs);
  try {
    const response = await fetch(endpoint, { method: 'POST', signal, ...encode(entry, format) });
    const isElsewhere = response.redirected && new URL(response.url).origin !== new URL(endpoint).origin;
    return await resultOf(response, format, isElsewhere);
  } catch {
    await nextTask(); // the violation report comes in a task of its own, after the failure
    if (policy.blocked) return failed('blocked');
    // The visitor decides after a time-out; a lost connection may be back already.
    return failed('uncertain', { retryable: !signal.aborted });
  } finally {
    policy.stop();
  }
}

/**
 * The outcome for a page that sends itself; never rejects. A `Response` is read like one to the form's own request; any
 * other value is a receipt; a rejection leaves it uncertain.
 */
export async function outcomeFrom(promise: Promise<unknown>, format: Format): Promise<Outcome> {
  try {
    const result = await promise;
    return result instanceof Response ? await resultOf(result, format) : acceptedBy(result);
  } catch {
    return failed('uncertain');
  }
}

async function resultOf(response: Response, format: Format, isElsewhere = false): Promise<Outcome> {
  const { status } = response;
  const body = await response.text();
  return outcomeOf({ status, body, isElsewhere, retryAfterMs: retryAfter(response) }, format);
}
