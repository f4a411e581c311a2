import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openFeed, type FeedDocument } from '../feed/document.js';
import { LIMITS } from '../feed/fields.js';
import { aboutError, type Log } from './log.js';

/** In milliseconds. */
const TIMES = { request: 12_000, file: 2_000, address: 300_000 } as const;

/** The feed that a receiver goes by, read again from time to time; a bad copy never takes the place of a good one. */
export class FeedSource {
  readonly #address: string;
  readonly #log: Log;
  #text: string;
  #document: FeedDocument;
  #timer: NodeJS.Timeout | undefined;

  private constructor(address: string, text: string, log: Log) {
    this.#address = address;
    this.#log = log;
    this.#text = text;
    this.#document = open(text, address);
  }

  /** Reads a feed from a file or an http(s) address; rejects with words for whoever starts the receiver. */
  static async open(address: string, log: Log): Promise<FeedSource> {
    return new FeedSource(address, await fetchText(address), log);
  }

  get document(): FeedDocument {
    return this.#document;
  }

  /** Looks for a newer copy every few seconds (a file) or minutes (an address), until `stop`. */
  watch(onChange: () => void): void {
    const wait = isAddress(this.#address) ? TIMES.address : TIMES.file;
    this.#timer = setTimeout(() => {
      void this.#refresh(onChange).finally(() => {
        if (this.#timer) this.watch(onChange);
      });
    }, wait);
    this.#timer.unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #refresh(onChange: () => void): Promise<void> {
    try {
      const text = await fetchText(this.#address);
      if (text === this.#text) return;
      this.#document = open(text, this.#address);
      this.#text = text;
      this.#log('feed-read');
      onChange();
    } catch (error) {
      this.#log('feed-failed', aboutError(error));
    }
  }
}

function isAddress(address: string): boolean {
  return /^https?:/i.test(address);
}

async function fetchText(address: string): Promise<string> {
  if (!isAddress(address)) return readFile(address, 'utf8');
  const response = await fetch(address, { signal: AbortSignal.timeout(TIMES.request) });
  if (!response.ok) throw new Error(`The feed at ${address} answers with status ${response.status}.`);
  const text = await response.text();
  if (text.length > LIMITS.bytes) throw new Error(`The feed at ${address} is too large.`);
  return text;
}

function open(text: string, address: string): FeedDocument {
  const opened = openFeed(text, isAddress(address) ? address : pathToFileURL(resolve(address)).href);
  if (!opened.ok) throw new Error(`${address} is no feed (${opened.reason}).`);
  if (!opened.document.head.id)
    throw new Error(`The feed ${address} needs an "id": what is stored is kept under it.`);
  return opened.document;
}
