import { loadFromCache, saveToCache, type CacheChoice } from './cache.js';
import { warnSiteOwner } from './warn-site-owner.js';
import { fetchFeed } from './request.js';
import type { FeedSource, SourceState } from './source.js';

/** One address of a feed, shared by everybody on the page who reads it. */
class StoredFeed implements FeedSource {
  state: SourceState = { kind: 'loading' };
  #cache: CacheChoice = 'none';
  #text: string | undefined;
  readonly #address: string;
  readonly #listeners = new Set<() => void>();
  #asked = false;
  #request: { readonly controller: AbortController; readonly done: Promise<void> } | undefined;

  constructor(address: string) {
    this.#address = address;
  }

  /** Anyone who asks for a copy gets one; whoever asks for none does not take it from the others. */
  useCache(choice: CacheChoice): void {
    if (choice === 'none' || this.#cache === 'local') return;
    this.#cache = choice;
    if (this.state.kind !== 'loading') return;
    const copy = loadFromCache(choice, this.#address, Date.now());
    if (!copy) return;
    this.#text = copy.text;
    this.#become({ kind: 'ready', document: copy.document, receivedAt: copy.savedAt });
  }

  subscribe(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    // Not for whoever was only moved: it left and came back in one go.
    if (!this.#asked) void this.refresh();
    return () => {
      this.#listeners.delete(own);
      // A move within the page is a removal and an insertion in one go: only whoever stays away stops the request.
      queueMicrotask(() => this.#stopIfUnheard());
    };
  }

  refresh(): Promise<void> {
    this.#request ??= this.#start();
    return this.#request.done;
  }

  #start() {
    this.#asked = true;
    const controller = new AbortController();
    const done = fetchFeed(this.#address, controller.signal).then(
      (fetched) => {
        this.#request = undefined;
        if (!fetched.ok) {
          const { reason, status, detail } = fetched;
          const failure = { reason, status, detail };
          warnSiteOwner(this.#address, failure);
          this.#become(
            this.state.kind === 'ready' ? { ...this.state, failure } : { kind: 'failed', failure },
          );
          return;
        }
        const receivedAt = Date.now();
        saveToCache(this.#cache, this.#address, fetched.text, receivedAt);
        // The same text gives the same document, so that nothing on the page moves when nothing has changed.
        const same = this.state.kind === 'ready' && this.#text === fetched.text;
        const document = same && this.state.kind === 'ready' ? this.state.document : fetched.document;
        this.#text = fetched.text;
        this.#become({ kind: 'ready', document, receivedAt });
      },
      () => {
        this.#request = undefined;
      },
    );
    return { controller, done };
  }

  #become(state: SourceState): void {
    this.state = state;
    for (const listener of [...this.#listeners]) listener();
  }

  #stopIfUnheard(): void {
    if (this.#listeners.size > 0) return;
    this.#asked = false;
    this.#request?.controller.abort();
    if (feeds.get(this.#address) === this) feeds.delete(this.#address);
  }
}

const feeds = new Map<string, StoredFeed>();

/** The source for an absolute address: one request however many listen. */
export function feedSource(address: string, cache: CacheChoice = 'none'): FeedSource {
  let feed = feeds.get(address);
  if (!feed) feeds.set(address, (feed = new StoredFeed(address)));
  feed.useCache(cache);
  return feed;
}
