import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CacheChoice } from '../../feed/cache.js';
import { takeEarlyRequest } from '../../feed/early-request.js';
import { openPageFeed } from '../../feed/open-page-feed.js';
import { warnSiteOwner } from '../../feed/warn-site-owner.js';
import { staticSource, type Failure, type FeedSource } from '../../feed/source.js';
import { feedSource } from '../../feed/store.js';
import { inlineFeed, inlineLabels } from './inline-json.js';

/** An element that can bring a feed of its own. */
export interface FeedHost extends ReactiveControllerHost, HTMLElement {
  /** A feed that the page already has: an object, or its JSON text. Wins over `src` and a script. */
  data: unknown;
  /** The address of the feed, relative to the page. */
  src: string | undefined;
  cache: CacheChoice;
  /** Seconds between refreshes; 0 for never. */
  refreshEvery: number;
}

/**
 * Controller of the feed that an element brings itself: its `data`, else its `src`, else a
 * `<script type="application/json">` inside it. Chooses anew in every update, and requests one when a script inside
 * the element has another text; calls `onChange` when another feed is chosen.
 */
export class FeedSourceController implements ReactiveController {
  /** The source of that feed; `undefined` for none, and while the element is not in the page. */
  source: FeedSource | undefined;
  readonly #host: FeedHost;
  readonly #onChange: () => void;
  #inputs: readonly unknown[] | undefined;
  /** The texts of the scripts inside the element, as they were at the last choice. */
  #scripts = '';
  #childObserver: MutationObserver | undefined;

  constructor(host: FeedHost, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#childObserver = new MutationObserver(() => {
      // Other children may change as often as the page likes.
      if (this.#readScripts() !== this.#scripts) this.#host.requestUpdate();
    });
    this.#childObserver.observe(this.#host, { childList: true, characterData: true, subtree: true });
    this.#inputs = undefined;
    this.#choose();
  }

  hostUpdate(): void {
    if (this.#host.isConnected) this.#choose();
  }

  hostDisconnected(): void {
    this.#childObserver?.disconnect();
    // Chosen anew when the element is back: the store may have dropped it by then.
    this.source = undefined;
  }

  #readScripts(): string {
    return `${inlineFeed(this.#host)}\n${inlineLabels(this.#host)}`;
  }

  #choose(): void {
    this.#scripts = this.#readScripts();
    const { data, src, cache } = this.#host;
    const inline = data === undefined && !src ? inlineFeed(this.#host) : undefined;
    const inputs = [data, src, cache, inline];
    if (this.#inputs?.every((input, index) => input === inputs[index])) return;
    this.#inputs = inputs;
    this.source = this.#open(data ?? (src ? undefined : inline), src);
    this.#onChange();
  }

  #open(embedded: unknown, src: string | undefined): FeedSource | undefined {
    // That of the element: a page with something named `baseURI` hides the document's.
    const { baseURI } = this.#host;
    if (embedded !== undefined) return embeddedSource(embedded, baseURI);
    const address = src?.trim();
    if (!address) return undefined;
    // Spaces are reserved for several feeds in one attribute.
    if (!URL.canParse(address, baseURI) || /\s/.test(address)) {
      return failedSource(address, { reason: 'bad-address' });
    }
    const { href } = new URL(address, baseURI);
    return feedSource(href, this.#host.cache, takeEarlyRequest(this.#host, href));
  }
}

function embeddedSource(feed: unknown, base: string): FeedSource {
  const opened = openPageFeed(feed, base);
  if (opened.ok)
    return staticSource({ kind: 'ready', document: opened.document, receivedAt: Number(Date.now()) });
  // An editor that puts tags into a feed makes no page of a login of it.
  const failure =
    opened.reason === 'web-page' ? ({ reason: 'not-json', text: String(feed) } as const) : opened;
  return failedSource(`${base} (a feed inside the page)`, failure);
}

function failedSource(address: string, failure: Failure): FeedSource {
  warnSiteOwner(address, failure);
  return staticSource({ kind: 'failed', failure });
}
