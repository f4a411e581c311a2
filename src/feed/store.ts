import { loadFromCache, saveToCache, type CacheChoice } from './cache.js';
import type { EarlyRequest } from './early-request.js';
import { warnSiteOwner } from './warn-site-owner.js';
import { fetchFeed, REQUEST_TIMES } from './request.js';
import type { FeedSource, SourceState } from './source.js';

/** The feed at one address, shared by everything on the page that reads it. */
class StoredFeed implements FeedSource {
  state: SourceState = { kind: 'loading' };
  #cache: CacheChoice = 'none';
  #early: EarlyRequest | undefined;
  #text: string | undefined;
  readonly #address: string;
  readonly #listeners = new Set<() => void>();
  #hasRequested = false;
  #request:
    | {
        readonly controller: AbortController;
        readonly done: Promise<void>;
        /** True where the answer had begun to come before the request was taken over. */
        readonly wasAnswered: boolean;
      }
    | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  /** Keeps a copy from now on. The widest choice of all readers counts: `none` never takes the copy from the others. */
  useCache(choice: CacheChoice): void {
    if (choice === 'none' || this.#cache === 'local') return;
    this.#cache = choice;
    if (this.state.kind !== 'loading') return;
    const copy = loadFromCache(choice, this.#address, Number(Date.now()));
    if (!copy) return;
    this.#text = copy.text;
    this.#setState({ kind: 'ready', document: copy.document, receivedAt: copy.savedAt });
  }

  /** Takes over a request that was begun for this address, unless it has made one itself or that has lasted too long. */
  takeOver(request: EarlyRequest): void {
    const isLate = Number(Date.now()) - request.startedAt > REQUEST_TIMES.timeoutMs;
    if (this.#hasRequested || this.#early || isLate) request.abort();
    else this.#early = request;
  }

  get arriving(): Promise<void> | undefined {
    return this.state.kind === 'loading' && this.#request?.wasAnswered ? this.#request.done : undefined;
  }

  subscribe(listener: () => void): () => void {
    // A function of its own for each subscription: the same listener may subscribe twice.
    const notify = () => listener();
    this.#listeners.add(notify);
    // An element that was moved within the page unsubscribes and subscribes in one task: no new request for it.
    if (!this.#hasRequested) void this.refresh();
    return () => {
      this.#listeners.delete(notify);
      queueMicrotask(() => this.#abortIfUnobserved());
    };
  }

  refresh(): Promise<void> {
    this.#request ??= this.#start();
    return this.#request.done;
  }

  #start() {
    this.#hasRequested = true;
    const controller = new AbortController();
    const early = this.#early;
    this.#early = undefined;
    const done = fetchFeed(this.#address, controller.signal, REQUEST_TIMES, early).then(
      (fetched) => {
        this.#request = undefined;
        if (!fetched.ok) {
          const { reason, status, text } = fetched;
          const failure = { reason, status, text };
          warnSiteOwner(this.#address, failure);
          this.#setState(
            this.state.kind === 'ready' ? { ...this.state, failure } : { kind: 'failed', failure },
          );
          return;
        }
        const receivedAt = Number(Date.now());
        saveToCache(this.#cache, this.#address, fetched.text, receivedAt);
        // The same text keeps its document, so that nothing on the page changes when the feed has not.
        const document =
          this.state.kind === 'ready' && this.#text === fetched.text ? this.state.document : fetched.document;
        this.#text = fetched.text;
        this.#setState({ kind: 'ready', document, receivedAt });
      },
      () => {
        this.#request = undefined;
      },
    );
    return { controller, done, wasAnswered: !!early?.isAnswered };
  }

  #setState(state: SourceState): void {
    this.state = state;
    for (const listener of [...this.#listeners]) listener();
  }

  #abortIfUnobserved(): void {
    if (this.#listeners.size > 0) return;
    this.#hasRequested = false;
    this.#request?.controller.abort();
    this.#early?.abort();
    if (feeds.get(this.#address) === this) feeds.delete(this.#address);
  }
}

const feeds = new Map<string, StoredFeed>();

/**
 * The source for an absolute address, with one request for all listeners. `cache` is where to keep the last good copy;
 * `early` a request that was begun for it.
 */
export function feedSource(address: string, cache: CacheChoice = 'none', early?: EarlyRequest): FeedSource {
  let feed = feeds.get(address);
  if (!feed) feeds.set(address, (feed = new StoredFeed(address)));
  if (early) feed.takeOver(early);
  feed.useCache(cache);
  return feed;
}
