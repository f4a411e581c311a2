import { openFeed, type FeedDocument } from './document.js';
import { LIMITS } from './fields.js';
import { isOffline, nextTask, pause, retryAfter, watchPolicy } from './network.js';
import type { Failure } from './source.js';

/** Seconds are too coarse for tests and too vague for readers: everything here is in milliseconds. */
export interface RequestTimes {
  /** For one try, its body included. */
  readonly timeout: number;
  /** Waits before the second and the third try; each is shortened by a random part. */
  readonly retries: readonly number[];
  /** The longest that a server's `Retry-After` is followed. */
  readonly longestWait: number;
}

export const REQUEST_TIMES: RequestTimes = { timeout: 12_000, retries: [1_000, 3_000], longestWait: 20_000 };

const RETRIED_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);

export type Fetched =
  | { readonly ok: true; readonly document: FeedDocument; readonly text: string }
  | ({ readonly ok: false } & Failure);

type Try = Fetched & { readonly retryAfter?: number | undefined; readonly again?: boolean };

/**
 * Fetches a feed: a time-out that covers the body, two more tries where another may help, and a reason for each way to
 * fail. Rejects only with the signal's own reason, when nobody wants the answer any more.
 */
export async function fetchFeed(
  address: string,
  signal: AbortSignal,
  times: RequestTimes = REQUEST_TIMES,
): Promise<Fetched> {
  for (let attempt = 0; ; attempt++) {
    const result: Try = await tryOnce(address, signal, times.timeout);
    signal.throwIfAborted();
    const wait = times.retries[attempt];
    if (result.ok || !result.again || wait === undefined) return result;
    const jittered = wait * (0.5 + Math.random() / 2);
    await pause(Math.min(result.retryAfter ?? jittered, times.longestWait), signal);
  }
}

async function tryOnce(address: string, signal: AbortSignal, timeout: number): Promise<Try> {
  const policy = watchPolicy(address);
  const timer = new AbortController();
  const timing = setTimeout(() => timer.abort(), timeout);
  const either = AbortSignal.any([signal, timer.signal]);
  try {
    const response = await fetch(address, {
      signal: either,
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    });
    if (!response.ok) return refusal(response);
    const text = await readBody(response);
    if (text === undefined) return { ok: false, reason: 'too-large' };
    const opened = openFeed(text, response.url || address);
    return opened.ok ? { ok: true, document: opened.document, text } : opened;
  } catch {
    if (timer.signal.aborted) return { ok: false, reason: 'timed-out', again: true };
    await nextTask(); // the violation report comes in a task of its own, after the failure
    if (policy.blocked) return { ok: false, reason: 'blocked-by-policy' };
    return { ok: false, reason: isOffline() ? 'offline' : 'unreachable', again: true };
  } finally {
    clearTimeout(timing);
    policy.stop();
  }
}

function refusal(response: Response): Try {
  const { status } = response;
  void response.body?.cancel();
  if (status === 404 || status === 410) return { ok: false, reason: 'not-found', status };
  const again = RETRIED_STATUSES.has(status);
  const reason = status < 500 && !again ? 'refused' : 'server-error';
  return { ok: false, reason, status, again, retryAfter: retryAfter(response) };
}

/** The body as text, or `undefined` as soon as it is larger than a feed may be. */
async function readBody(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return response.text();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    size += part.value.byteLength;
    if (size > LIMITS.bytes) {
      void reader.cancel();
      return undefined;
    }
  }
  return decode(chunks, size);
}

/** UTF-8, as the format says; UTF-16 is read too where a byte order mark tells it, because spreadsheets write it. */
function decode(chunks: readonly Uint8Array[], size: number): string {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes);
}
