import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openFeed, type FeedDocument } from '../../feed/document.js';
import { issueMessage } from '../../feed/issue-words/issue-message.js';
import { makeMending } from '../../feed/mending/make-mending.js';
import { parseFeed } from '../../feed/parse-feed.js';
import { holdFeed, type FeedMemory, type HeldFeed } from './hold-feed.js';
import { isAddress, readCopy, type FeedCopy } from './feed-source.js';
import type { Slip } from './held-fields.js';
import type { Log } from '../log.js';
import type { Queries } from '../storage/database.js';
import { readSetting, writeSetting } from '../storage/settings.js';

/** The time between two looks for a newer copy. */
const FILE_INTERVAL_MS = 2_000;
const ADDRESS_INTERVAL_MS = 300_000;
/** Lines that a feed may add to the log at a time. */
const MAX_LINES = 50;
/** The name under which a database remembers what a feed said last that could be read. */
const SETTING = 'rules';

/** The feed of a receiver, read again from time to time; a bad copy never takes the place of a good one. */
export class ReceiverFeed {
  readonly #address: string;
  readonly #log: Log;
  #copy: FeedCopy;
  #held: HeldFeed;
  #memory: Queries | undefined;
  /** The reason why no newer copy could be read, in words; `undefined` while all is well. */
  #failure: string | undefined;
  /** When it could last be read, on a clock that nobody sets. */
  #readAt = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;
  readonly #stopping = new AbortController();

  private constructor(address: string, copy: FeedCopy, log: Log) {
    this.#address = address;
    this.#log = log;
    this.#copy = copy;
    this.#held = holdFeed(toDocument(copy.text, address), undefined, Date.now());
  }

  /**
   * Reads a feed from a file or an http(s) address. Rejects with a message for whoever starts the receiver, and with
   * `NotReachable` where another attempt may go well. `signal` ends it.
   */
  static async open(address: string, log: Log, signal?: AbortSignal): Promise<ReceiverFeed> {
    return new ReceiverFeed(address, await readCopy(address, { signal }), log);
  }

  /** The time since it could last be read. */
  get ageSeconds(): number {
    return (performance.now() - this.#readAt) / 1_000;
  }

  /** The id that what is stored is kept under. */
  get id(): string {
    return this.document.head.id ?? '';
  }

  /** The feed as it holds: with what is remembered in the place of what cannot be read. */
  get document(): FeedDocument {
    return this.#held.document;
  }

  /** The ids of the sign-ups that take no entries until the feed can be read again. */
  get closedSignups(): ReadonlySet<string> {
    return this.#held.closedSignups;
  }

  get slips(): readonly Slip[] {
    return this.#held.slips;
  }

  /** Holds the feed against what a database remembers of it, and changes nothing there. */
  async recall(database: Queries): Promise<void> {
    this.#held = await recalled(database, toDocument(this.#copy.text, this.#address));
  }

  /** Holds the feed against what a database remembers of it, and lets that remember it from now on. Logs its issues. */
  async rememberIn(database: Queries): Promise<void> {
    this.#memory = database;
    await this.#adopt(this.#copy);
  }

  /** Looks for a newer copy every 2 seconds (a file) or 5 minutes (an address), until `stop`. */
  watch(onChange: () => void): void {
    const interval = isAddress(this.#address) ? ADDRESS_INTERVAL_MS : FILE_INTERVAL_MS;
    this.#timer = setTimeout(() => {
      this.#refreshing = this.#refresh(onChange).finally(() => {
        if (!this.#stopping.signal.aborted) this.watch(onChange);
      });
    }, interval);
    this.#timer.unref();
  }

  /** Ends a look for a newer copy. Settles when it has ended, so that it asks nothing of the database any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await this.#refreshing;
  }

  async #refresh(onChange: () => void): Promise<void> {
    const { signal } = this.#stopping;
    try {
      const copy = await readCopy(this.#address, { earlier: this.#copy, signal });
      this.#readAt = performance.now();
      const isNew = copy !== this.#copy;
      if (isNew) await this.#adopt(copy);
      if (isNew || this.#failure !== undefined) this.#log('feed-read');
      this.#failure = undefined;
      if (isNew) onChange();
    } catch (error) {
      if (signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== this.#failure) this.#log('feed-failed', { reason });
      this.#failure = reason;
    }
  }

  /** Takes a copy for the feed, once the database remembers it. Rejects where it is none, or of another id. */
  async #adopt(copy: FeedCopy): Promise<void> {
    const document = toDocument(copy.text, this.#address);
    const [id, known] = [document.head.id, this.document.head.id];
    if (id !== known)
      throw new Error(
        `The feed has another id, "${id}". What is stored is kept under "${known}": write "id": "${known}".`,
      );
    const held = this.#memory
      ? await recalled(this.#memory, document)
      : holdFeed(document, undefined, Date.now());
    if (this.#memory) await writeSetting(this.#memory, id ?? '', SETTING, held.memory);
    this.#copy = copy;
    this.#held = held;
    this.#report(document);
  }

  /** Logs what is wrong with the feed, and what holds where it cannot be read. */
  #report(document: FeedDocument): void {
    const parsed = parseFeed(document.raw, document.base, { now: Date.now() });
    const found = parsed.ok ? [...parsed.issues, ...parsed.advice.filter(isOfSignups)] : [];
    const issues = [...found.filter(isOfSignups), ...found.filter((issue) => !isOfSignups(issue))];
    this.#logSome('feed-slip', this.#held.slips);
    this.#logSome(
      'feed-issue',
      issues.map((issue) => ({ path: issue.pointer || '/', message: issueMessage(issue, 'en') })),
    );
  }

  #logSome(event: string, lines: readonly Slip[]): void {
    for (const { path, message } of lines.slice(0, MAX_LINES)) this.#log(event, { path, message });
    if (lines.length > MAX_LINES) this.#log(event, { more: lines.length - MAX_LINES });
  }
}

async function recalled(database: Queries, document: FeedDocument): Promise<HeldFeed> {
  const memory = await readSetting(database, document.head.id ?? '', SETTING);
  return holdFeed(document, memory as FeedMemory | undefined, Date.now());
}

/** True for what concerns the sections that a receiver goes by. */
function isOfSignups({ pointer }: { readonly pointer: string }): boolean {
  return /^\/(?:editions|signups)(?:\/|$)/.test(pointer);
}

/** Words for why something is no feed. */
const REFUSALS = {
  'not-json': 'it is no JSON, half of it may be missing, or a comma',
  'web-page': 'it is a web page',
  'too-large': 'it is too large',
  'newer-version': 'it has a version that this receiver does not know',
  'not-a-feed': 'it is JSON without a feed in it',
} as const;

/** Parses a feed; throws where it is none, or has no id. */
function toDocument(text: string, address: string): FeedDocument {
  const base = isAddress(address) ? address : pathToFileURL(resolve(address)).href;
  const opened = openFeed(text, base, { makeMending });
  if (!opened.ok) throw new Error(`${address} is no feed (${opened.reason}): ${REFUSALS[opened.reason]}.`);
  if (!opened.document.head.id)
    throw new Error(`The feed ${address} needs an "id": what is stored is kept under it.`);
  return opened.document;
}
