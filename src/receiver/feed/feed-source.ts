import { readFile, stat } from 'node:fs/promises';
import { decodeFeed } from '../../feed/decode.js';
import { LIMITS } from '../../feed/fields.js';
import { codeOf } from '../log.js';
import { NotReachable } from '../running/until-reachable.js';

/** The time in which a feed has to be there, to its last byte. */
const REQUEST_TIMEOUT_MS = 12_000;
/** Statuses of a server that is busy or not up yet. */
const PASSING_STATUS = /^(?:408|425|429|5\d\d)$/;

/** What a server needs to know whether a copy is still the newest. */
interface Validators {
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

/** A copy of a feed. */
export interface FeedCopy extends Validators {
  readonly text: string;
}

/** A feed as it came. */
interface FeedBytes extends Validators {
  readonly bytes: Uint8Array;
  /** The address that it came from, after what that redirects to; `undefined` for a file. */
  readonly address?: string;
}

/** True where a feed is named by an http(s) address, and not by a file. */
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
  const read = isAddress(address) ? await fetchBytes(address, earlier, signal) : await readFileBytes(address);
  if ('text' in read) return read;
  const { bytes, etag, modified } = read;
  const { text } = decodeFeed(bytes);
  return text === earlier?.text ? earlier : { text, etag, modified };
}

/** Reads a feed as it is, from a file or an http(s) address. Rejects as `readCopy` does. */
export function readBytes(address: string): Promise<FeedBytes> {
  return isAddress(address) ? fetchBytes(address, undefined) : readFileBytes(address);
}

async function readFileBytes(path: string): Promise<FeedBytes> {
  try {
    const { size } = await stat(path);
    if (size <= LIMITS.bytes) return { bytes: await readFile(path) };
  } catch (error) {
    const code = codeOf(error) ?? 'unknown';
    const words = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
    throw new Error(`The feed ${path} ${words}.`, { cause: error });
  }
  throw new Error(`The feed ${path} is too large: it has more than ${LIMITS.bytes} bytes.`);
}

/** @returns `earlier` itself where the server says that it is still the newest */
async function fetchBytes<Earlier extends FeedCopy | undefined>(
  address: string,
  earlier: Earlier,
  signal?: AbortSignal,
): Promise<FeedBytes | NonNullable<Earlier>> {
  const limits = [AbortSignal.timeout(REQUEST_TIMEOUT_MS), ...(signal ? [signal] : [])];
  const headers = {
    ...(earlier?.etag && { 'if-none-match': earlier.etag }),
    ...(earlier?.modified && { 'if-modified-since': earlier.modified }),
  };
  try {
    const response = await fetch(address, { headers, signal: AbortSignal.any(limits) });
    if (response.status === 304 && earlier) return earlier;
    if (!response.ok) {
      await response.body?.cancel().catch(() => {});
      const message = `The feed at ${address} answers with status ${response.status}.`;
      throw PASSING_STATUS.test(String(response.status)) ? new NotReachable(message) : new Error(message);
    }
    const bytes = await bytesOf(response, address);
    const [etag, modified] = ['etag', 'last-modified'].map((name) => response.headers.get(name) ?? undefined);
    return { bytes, address: response.url, etag, modified };
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
  const code = codeOf(error.cause) ?? error.name;
  const words =
    error.name === 'TimeoutError'
      ? `takes longer than ${REQUEST_TIMEOUT_MS / 1_000} seconds`
      : `cannot be reached (${code})`;
  return new NotReachable(`The feed at ${address} ${words}.`, { cause: error });
}
