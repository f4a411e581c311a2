import { readFile, stat } from 'node:fs/promises';
import { decodeFeed } from '../feed/decode.js';
import { LIMITS } from '../feed/fields.js';
import { NotReachable } from './until-reachable.js';

/** The time in which a feed has to be there, to its last byte. */
const REQUEST_TIMEOUT_MS = 12_000;
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
  const copy = isAddress(address) ? await fetchCopy(address, earlier, signal) : await readFileCopy(address);
  return copy.text === earlier?.text ? earlier : copy;
}

async function readFileCopy(path: string): Promise<FeedCopy> {
  try {
    const { size } = await stat(path);
    if (size <= LIMITS.bytes) return { text: decodeFeed(await readFile(path)).text };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const words = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
    throw new Error(`The feed ${path} ${words}.`, { cause: error });
  }
  throw new Error(`The feed ${path} is too large: it has more than ${LIMITS.bytes} bytes.`);
}

async function fetchCopy(
  address: string,
  earlier: FeedCopy | undefined,
  signal: AbortSignal | undefined,
): Promise<FeedCopy> {
  const limits = [AbortSignal.timeout(REQUEST_TIMEOUT_MS), ...(signal ? [signal] : [])];
  const headers = {
    ...(earlier?.etag && { 'if-none-match': earlier.etag }),
    ...(earlier?.modified && { 'if-modified-since': earlier.modified }),
  };
  try {
    const response = await fetch(address, { headers, signal: AbortSignal.any(limits) });
    if (response.status === 304 && earlier) return earlier;
    if (!response.ok) {
      void response.body?.cancel();
      const message = `The feed at ${address} answers with status ${response.status}.`;
      throw PASSING_STATUS.test(String(response.status)) ? new NotReachable(message) : new Error(message);
    }
    const { text } = decodeFeed(await bytesOf(response, address));
    const [etag, modified] = ['etag', 'last-modified'].map((name) => response.headers.get(name) ?? undefined);
    return { text, etag, modified };
  } catch (error) {
    throw isOfNetwork(error) ? notReached(address, error) : error;
  }
}

/** The bytes of an answer, counted while they come. */
async function bytesOf(response: Response, address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > LIMITS.bytes)
      throw new Error(`The feed at ${address} is too large: it has more than ${LIMITS.bytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** True for what `fetch` throws: a `TypeError` with a cause, and the end of a signal. */
function isOfNetwork(error: unknown): error is Error {
  return error instanceof TypeError || (error instanceof DOMException && error.name !== 'SyntaxError');
}

function notReached(address: string, error: Error): NotReachable {
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
  const words =
    error.name === 'TimeoutError'
      ? `takes longer than ${REQUEST_TIMEOUT_MS / 1_000} seconds`
      : `cannot be reached (${code})`;
  return new NotReachable(`The feed at ${address} ${words}.`, { cause: error });
}
