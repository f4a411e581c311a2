import type { DecodedFeed } from './decode.js';
import type { FeedDocument } from './document.js';
import type { EarlyRequest } from './early-request.js';
import { LIMITS } from './fields.js';
import { openPageFeed } from './open-page-feed.js';
import { isOffline, nextTask, abortableDelay, retryAfter, watchPolicy } from './network.js';
import type { Failure } from './source.js';

/** Durations of a request, in milliseconds. */
export interface RequestTimes {
  /** The time-out of one attempt, its body included. */
  readonly timeoutMs: number;
  /** The delays before the second and the third attempt; each is shortened at random by up to half. */
  readonly retryDelaysMs: readonly number[];
  /** The longest delay that a server's `Retry-After` can ask for. */
  readonly maxRetryAfterMs: number;
}

export const REQUEST_TIMES: RequestTimes = {
  timeoutMs: 12_000,
  retryDelaysMs: [1_000, 3_000],
  maxRetryAfterMs: 20_000,
};

const RETRYABLE_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);

export type FetchResult =
  | { readonly ok: true; readonly document: FeedDocument; readonly text: string }
  | ({ readonly ok: false } & Failure);

type AttemptResult = FetchResult & {
  /** The delay that the server asks for, in milliseconds. */
  readonly retryAfter?: number | undefined;
  /** True if another attempt may succeed. Default: false. */
  readonly retryable?: boolean;
};

/**
 * Fetches a feed from an absolute address, with a time-out that covers the body and by default two more attempts where
 * another may succeed. Resolves with a reason for each way to fail; rejects only with the signal's own reason, when it
 * is aborted. The first attempt is an `early` request, where there is one.
 */
export async function fetchFeed(
  address: string,
  signal: AbortSignal,
  times: RequestTimes = REQUEST_TIMES,
  early?: EarlyRequest,
): Promise<FetchResult> {
  for (let attempt = 0; ; attempt++) {
    const result = await fetchOnce(address, signal, times.timeoutMs, attempt === 0 ? early : undefined);
    signal.throwIfAborted();
    const delayMs = times.retryDelaysMs[attempt];
    if (result.ok || !result.retryable || delayMs === undefined) return result;
    const jittered = delayMs * (0.5 + Math.random() / 2);
    await abortableDelay(Math.min(result.retryAfter ?? jittered, times.maxRetryAfterMs), signal);
  }
}

async function fetchOnce(
  address: string,
  signal: AbortSignal,
  timeoutMs: number,
  early?: EarlyRequest,
): Promise<AttemptResult> {
  const policy = watchPolicy(address);
  const timeout = new AbortController();
  const sinceStartMs = early ? Number(Date.now()) - early.startedAt : 0;
  const timer = setTimeout(() => timeout.abort(), timeoutMs - sinceStartMs);
  const either = AbortSignal.any([signal, timeout.signal]);
  either.addEventListener('abort', () => early?.abort());
  try {
    // Made once more where it failed before anybody listened: only then can it be told why.
    const response =
      (early && (await early.response.catch(() => undefined))) ??
      (await fetch(address, {
        signal: either,
        credentials: 'same-origin',
        headers: { accept: 'application/json' },
      }));
    if (!response.ok) return httpFailure(response);
    const bytes = await readBody(response);
    if (!bytes) return { ok: false, reason: 'too-large' };
    const { text, issues: found } = await decode(bytes);
    const opened = openPageFeed(text, response.url || address, found);
    return opened.ok ? { ok: true, document: opened.document, text } : opened;
  } catch {
    if (timeout.signal.aborted) return { ok: false, reason: 'timed-out', retryable: true };
    await nextTask(); // the violation report comes in a task of its own, after the failure
    if (policy.blocked) return { ok: false, reason: 'blocked-by-policy' };
    if (address.startsWith('http'))
      return { ok: false, reason: isOffline() ? 'offline' : 'unreachable', retryable: true };
    // Browsers give no page on a disk, or in a telephone, the files beside it.
    const isOnDisk = /^(file|content):/.test(String(globalThis.location));
    return { ok: false, reason: isOnDisk ? 'opened-from-disk' : 'bad-address' };
  } finally {
    clearTimeout(timer);
    policy.stop();
  }
}

function httpFailure(response: Response): AttemptResult {
  const { status } = response;
  void response.body?.cancel();
  if (status === 404 || status === 410) return { ok: false, reason: 'not-found', status };
  const retryable = RETRYABLE_STATUSES.has(status);
  const reason = status < 500 && !retryable ? 'refused' : 'server-error';
  return { ok: false, reason, status, retryable, retryAfter: retryAfter(response) };
}

/** The bytes of a body; `undefined`, with the rest not read, as soon as it is larger than a feed may be. */
async function readBody(response: Response): Promise<Uint8Array | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
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
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** Signs of bytes that are no UTF-8, of UTF-16, and of byte order marks inside. */
const ODD_SIGN = /[\ufffd\0\ufeff]|\\ufeff/i;

/** Decodes UTF-8, which the format asks for; what is not plain is left to code that comes only then. */
async function decode(bytes: Uint8Array): Promise<DecodedFeed> {
  const text = new TextDecoder().decode(bytes);
  const plain = { text, issues: [] };
  if (!ODD_SIGN.test(text)) return plain;
  return import('./decode.js').then(
    ({ decodeFeed }) => decodeFeed(bytes),
    () => plain,
  );
}
