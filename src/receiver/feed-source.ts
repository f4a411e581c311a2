import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { decodeFeed } from '../feed/decode.js';
import { LIMITS } from '../feed/fields.js';
import { NotReachable, orAborted } from './until-reachable.js';

/** The time in which a feed has to be there, to its last byte. */
const REQUEST_TIMEOUT_MS = 12_000;
const TIMEOUT_WORDS = `${REQUEST_TIMEOUT_MS / 1_000} seconds`;
/** Statuses of a server that is busy or not up yet. */
const PASSING_STATUS = /^(?:408|425|429|5\d\d)$/;

/** A copy of a feed, with what a server needs to know whether it is still the newest. */
export interface FeedCopy {
  readonly text: string;
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

export function isAddress(address: string): boolean {
  return /^https?:/i.test(address);
}

/**
 * Reads a feed from a file or an http(s) address; `earlier` itself where that is still the newest. Rejects with a message
 * for the operator: `NotReachable` where another attempt may go well.
 */
export async function readCopy(
  address: string,
  {
    earlier,
    signal,
  }: { readonly earlier?: FeedCopy | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<FeedCopy> {
  const copy = isAddress(address)
    ? await fetchCopy(address, earlier, signal)
    : await readFileCopy(address, signal);
  return copy.text === earlier?.text ? earlier : copy;
}

async function readFileCopy(path: string, signal: AbortSignal | undefined): Promise<FeedCopy> {
  const limit = timeLimit(signal);
  try {
    limit.throwIfAborted();
    return { text: decodeFeed(await orAborted(bytesOfFile(path), limit)).text };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'TimeoutError')
      throw new Error(`The feed ${path} takes longer than ${TIMEOUT_WORDS}.`, { cause: error });
    if (limit.aborted || !('code' in error)) throw error;
    const words = error.code === 'ENOENT' ? 'is not there' : `cannot be read (${String(error.code)})`;
    throw new Error(`The feed ${path} ${words}.`, { cause: error });
  }
}

/** The bytes of a file, not of a pipe or a device, which may have no end. */
async function bytesOfFile(path: string): Promise<Uint8Array> {
  // Opening a pipe waits for who writes to it, without the flag.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile())
      throw new Error(`The feed ${path} is no file: it is a folder, a pipe or a device.`);
    return await bytesOf(file.createReadStream({ autoClose: false, end: LIMITS.bytes }), path);
  } finally {
    await file.close();
  }
}

/** A signal that ends in time, or with another. */
function timeLimit(signal: AbortSignal | undefined): AbortSignal {
  return AbortSignal.any([AbortSignal.timeout(REQUEST_TIMEOUT_MS), ...(signal ? [signal] : [])]);
}

async function fetchCopy(
  address: string,
  earlier: FeedCopy | undefined,
  signal: AbortSignal | undefined,
): Promise<FeedCopy> {
  const headers = {
    ...(earlier?.etag && { 'if-none-match': earlier.etag }),
    ...(earlier?.modified && { 'if-modified-since': earlier.modified }),
  };
  try {
    const response = await fetch(address, { headers, signal: timeLimit(signal) });
    if (response.status === 304 && earlier) return earlier;
    if (!response.ok) {
      void response.body?.cancel();
      const message = `The feed at ${address} answers with status ${response.status}.`;
      throw PASSING_STATUS.test(String(response.status)) ? new NotReachable(message) : new Error(message);
    }
    const { text } = decodeFeed(
      await bytesOf((response.body ?? []) as AsyncIterable<Uint8Array>, `at ${address}`),
    );
    const [etag, modified] = ['etag', 'last-modified'].map((name) => response.headers.get(name) ?? undefined);
    return { text, etag, modified };
  } catch (error) {
    throw isOfNetwork(error) ? notReached(address, error) : error;
  }
}

/** Bytes in pieces, counted while they come. */
async function bytesOf(pieces: AsyncIterable<Uint8Array>, feed: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of pieces) {
    length += chunk.byteLength;
    if (length > LIMITS.bytes)
      throw new Error(`The feed ${feed} is too large: it has more than ${LIMITS.bytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** True for what `fetch` throws: a `TypeError` with a cause, and the end of a signal. */
function isOfNetwork(error: unknown): error is Error {
  return error instanceof TypeError || (error instanceof DOMException && error.name !== 'SyntaxError');
}

function notReached(address: string, error: Error): NotReachable {
  const words =
    error.name === 'TimeoutError' ? `takes longer than ${TIMEOUT_WORDS}` : wordsOf(error.cause, error.name);
  return new NotReachable(`The feed at ${address} ${words}.`, { cause: error });
}

/** Words for why nothing was reached: `fetch` has them in the cause of its error, with a code or without. */
function wordsOf(cause: unknown, name: string): string {
  if (!(cause instanceof Error)) return `cannot be reached (${name})`;
  if (cause.message === 'redirect count exceeded') return 'redirects without end';
  return `cannot be reached (${'code' in cause ? String(cause.code) : cause.message})`;
}
