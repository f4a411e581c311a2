import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { decodeFeed } from '../feed/decode.js';
import { openFeed, type FeedDocument } from '../feed/document.js';
import { LIMITS } from '../feed/fields.js';
import { makeMending } from '../feed/mending/make-mending.js';
import { errorFacts, type Log } from './log.js';

const REQUEST_TIMEOUT_MS = 12_000;
/** The time between two looks for a newer copy. */
const FILE_INTERVAL_MS = 2_000;
const ADDRESS_INTERVAL_MS = 300_000;

/** The feed of a receiver, read again from time to time; a bad copy never takes the place of a good one. */
export class ReceiverFeed {
  readonly #address: string;
  readonly #log: Log;
  #text: string;
  /** When it could last be read, on a clock that nobody sets. */
  #readAt = performance.now();
  #document: FeedDocument;
  #timer: NodeJS.Timeout | undefined;

  private constructor(address: string, text: string, log: Log) {
    this.#address = address;
    this.#log = log;
    this.#text = text;
    this.#document = toDocument(text, address);
  }

  /** Reads a feed from a file or an http(s) address. Rejects with a message for whoever starts the receiver. */
  static async open(address: string, log: Log): Promise<ReceiverFeed> {
    return new ReceiverFeed(address, await readText(address), log);
  }

  /** The time since it could last be read. */
  get ageSeconds(): number {
    return (performance.now() - this.#readAt) / 1_000;
  }

  get document(): FeedDocument {
    return this.#document;
  }

  /** Looks for a newer copy every 2 seconds (a file) or 5 minutes (an address), until `stop`. */
  watch(onChange: () => void): void {
    const interval = isAddress(this.#address) ? ADDRESS_INTERVAL_MS : FILE_INTERVAL_MS;
    this.#timer = setTimeout(() => {
      void this.#refresh(onChange).finally(() => {
        if (this.#timer) this.watch(onChange);
      });
    }, interval);
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #refresh(onChange: () => void): Promise<void> {
    try {
      const text = await readText(this.#address);
      const isSame = text === this.#text;
      if (!isSame) this.#document = toDocument(text, this.#address);
      this.#text = text;
      this.#readAt = performance.now();
      if (isSame) return;
      this.#log('feed-read');
      onChange();
    } catch (error) {
      this.#log('feed-failed', errorFacts(error));
    }
  }
}

function isAddress(address: string): boolean {
  return /^https?:/i.test(address);
}

async function readText(address: string): Promise<string> {
  if (!isAddress(address)) return decodeFeed(await readFile(address)).text;
  const response = await fetch(address, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`The feed at ${address} answers with status ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.byteLength > LIMITS.bytes) throw new Error(`The feed at ${address} is too large.`);
  return decodeFeed(bytes).text;
}

/** Parses a feed; throws where it is none, or has no id. */
function toDocument(text: string, address: string): FeedDocument {
  const base = isAddress(address) ? address : pathToFileURL(resolve(address)).href;
  const opened = openFeed(text, base, { makeMending });
  if (!opened.ok) throw new Error(`${address} is no feed (${opened.reason}).`);
  if (!opened.document.head.id)
    throw new Error(`The feed ${address} needs an "id": what is stored is kept under it.`);
  return opened.document;
}
