import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { decodeFeed } from '../../feed/decode.js';
import { LIMITS } from '../../feed/fields.js';
import { codeOf } from '../error-code.js';
import { NotReachable, orAborted } from '../running/until-reachable.js';

/** The time in which a feed has to be there, to its last byte. */
const REQUEST_TIMEOUT_MS = 12_000;
const TIMEOUT_WORDS = `${REQUEST_TIMEOUT_MS / 1_000} seconds`;
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
  const read = isAddress(address)
    ? await fetchBytes(address, earlier, signal)
    : await readFileBytes(address, signal);
  if ('text' in read) return read;
  const { bytes, etag, modified } = read;
  const { text } = decodeFeed(bytes);
  return text === earlier?.text ? earlier : { text, etag, modified };
}

/** Reads a feed as it is, from a file or an http(s) address. Rejects as `readCopy` does. */
export function readBytes(address: string): Promise<FeedBytes> {
  return isAddress(address) ? fetchBytes(address, undefined, undefined) : readFileBytes(address, undefined);
}

async function readFileBytes(path: string, signal: AbortSignal | undefined): Promise<FeedBytes> {
  const limit = timeLimit(signal);
  try {
    limit.throwIfAborted();
    return { bytes: await orAborted(bytesOfFile(path), limit) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'TimeoutError')
      throw new Error(`The feed ${path} takes longer than ${TIMEOUT_WORDS}.`, { cause: error });
    const code = codeOf(error);
    if (limit.aborted || code === undefined) throw error;
    const words = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
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

/** @returns `earlier` itself where the server says that it is still the newest */
async function fetchBytes<Earlier extends FeedCopy | undefined>(
  address: string,
  earlier: Earlier,
  signal: AbortSignal | undefined,
): Promise<FeedBytes | NonNullable<Earlier>> {
  checkAddress(address);
  const headers = {
    ...(earlier?.etag && { 'if-none-match': earlier.etag }),
    ...(earlier?.modified && { 'if-modified-since': earlier.modified }),
  };
  try {
    const response = await fetch(address, { headers, signal: timeLimit(signal) });
    if (response.status === 304 && earlier) return earlier;
    if (!response.ok) {
      await response.body?.cancel().catch(() => {});
      const message = `The feed at ${address} answers with status ${response.status}.`;
      throw PASSING_STATUS.test(String(response.status)) ? new NotReachable(message) : new Error(message);
    }
    const pieces = (response.body ?? []) as AsyncIterable<Uint8Array>;
    const bytes = await bytesOf(pieces, `at ${address}`);
    const [etag, modified] = ['etag', 'last-modified'].map((name) => response.headers.get(name) ?? undefined);
    return { bytes, address: response.url, etag, modified };
  } catch (error) {
    throw isOfNetwork(error) ? notReached(address, error) : error;
  }
}

/** Throws for an address that can never be asked: another attempt would not go well. A password in it is not repeated. */
function checkAddress(address: string): void {
  if (!URL.canParse(address))
    throw new Error('The address of the feed is none. Write it as https://www.example.org/feed.json.');
  const { username, password } = new URL(address);
  if (username || password)
    throw new Error('The address of the feed has a user name or a password in it. Write it without.');
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
  return `cannot be reached (${codeOf(cause) ?? cause.message})`;
}
