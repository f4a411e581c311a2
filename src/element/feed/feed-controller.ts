import { ContextEvent, type Context } from '@lit/context';
import type { ReactiveController } from 'lit';
import { feedContext, staleAfterContext } from './context.js';
import type { FeedDocument } from '../../feed/document.js';
import { CealFeedIssuesEvent } from './events.js';
import type { FeedIssue } from '../../feed/issues.js';
import { FeedSourceController, type FeedHost } from './feed-source-controller.js';
import type { Section } from '../../feed/section.js';
import type { Failure, FeedSource } from '../../feed/source.js';
import { Subscription } from './subscription.js';

/** The status of a widget's feed. */
export type FeedStatus =
  /** No feed is set. */
  | { readonly kind: 'idle' }
  /** `slow`: for so long that a visitor is told in words. */
  | { readonly kind: 'loading'; readonly slow: boolean }
  | {
      readonly kind: 'ready';
      readonly document: FeedDocument;
      /** True if every entry has been checked. Until then totals, counts and issues are not known. */
      readonly complete: boolean;
      /** The time when it came from the network, in milliseconds since 1970. */
      readonly receivedAt: number;
      /** The reason why a later request failed: this feed may not be the newest. */
      readonly failure?: Failure | undefined;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** An element that shows a feed. */
export interface WidgetFeedHost extends FeedHost {
  /** `lazy` waits until the widget is near the viewport. */
  loading: 'eager' | 'lazy';
  /** Age in seconds after which the feed is called old; 0 for the age that `<ceal-feed>` sets. */
  staleAfter: number;
}

/** Loading time after which a visitor is told in words that the feed is still on its way. */
const SLOW_AFTER_MS = 4_000;
/** Time for which one slice of checking may block the page: half a frame. */
const SLICE_BUDGET_MS = 8;
/** Entries that are checked between two looks at the clock. */
const ENTRIES_PER_CHECK = 4;
/** Distance from the viewport at which a lazy widget asks for its feed. */
const LAZY_MARGIN = '400px';

/**
 * Controller of a widget's feed: its own, else that of the nearest `<ceal-feed>`, which may be upgraded later than the
 * widget. Once the first entries are shown, checks the rest of the widget's sections in slices. Requests an update of
 * the host for every change of `status`; dispatches `ceal-feed-issues` when everything has been checked.
 */
export class FeedController implements ReactiveController {
  status: FeedStatus = { kind: 'idle' };
  readonly #host: WidgetFeedHost;
  readonly #sections: readonly Section<unknown>[];
  readonly #ownFeed: FeedSourceController;
  readonly #subscription: Subscription;
  #inherited: FeedSource | undefined;
  #inheritedStaleAfter = 0;
  readonly #unsubscribers = new Map<Context<unknown, unknown>, (() => void) | undefined>();
  /** Set while a lazy widget is not yet near the viewport. */
  #viewportObserver: IntersectionObserver | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #sliceTimer: ReturnType<typeof setTimeout> | undefined;
  #lastDispatched: FeedDocument | undefined;

  /** `sections`: the sections that the widget shows, in the order in which it needs them. */
  constructor(host: WidgetFeedHost, sections: readonly Section<unknown>[]) {
    this.#host = host;
    this.#sections = sections;
    this.#subscription = new Subscription(host, () => this.#updateStatus());
    host.addController(this);
    this.#ownFeed = new FeedSourceController(host, () => this.#chooseSource());
  }

  /** The issues of everything that has been read so far. */
  get issues(): readonly FeedIssue[] {
    const { status } = this;
    if (status.kind !== 'ready') return [];
    return [
      ...status.document.headIssues,
      ...this.#sections.flatMap((section) => status.document.reader(section).issues),
    ];
  }

  /**
   * Age in seconds after which the feed is called old; 0 for never. An age from around counts only for a feed from
   * there.
   */
  get staleAfter(): number {
    return this.#host.staleAfter || (this.#ownFeed.source ? 0 : this.#inheritedStaleAfter);
  }

  hostConnected(): void {
    if (this.#host.loading === 'lazy') this.#observeViewport();
    this.#inherit();
    // A parser may upgrade the widgets before the <ceal-feed> around them.
    if (!customElements.get('ceal-feed'))
      void customElements.whenDefined('ceal-feed').then(() => this.#host.isConnected && this.#inherit());
  }

  /** Brings `status` up to date. For `willUpdate`, which reads it and runs before the `hostUpdate` of controllers. */
  prepare(): void {
    this.#ownFeed.hostUpdate();
  }

  hostUpdate(): void {
    this.#subscription.setRefreshInterval(this.#ownFeed.source ? this.#host.refreshEvery : 0);
  }

  hostUpdated(): void {
    const { status } = this;
    if (status.kind !== 'ready' || !status.complete || this.#lastDispatched === status.document) return;
    this.#lastDispatched = status.document;
    if (this.issues.length > 0) this.#host.dispatchEvent(new CealFeedIssuesEvent(this.issues));
  }

  hostDisconnected(): void {
    this.#viewportObserver?.disconnect();
    this.#viewportObserver = undefined;
    for (const stop of this.#unsubscribers.values()) stop?.();
    this.#unsubscribers.clear();
    this.#inherited = undefined;
    this.#inheritedStaleAfter = 0;
    this.#subscription.stop();
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#sliceTimer);
  }

  /** Requests the feed again. Resolves when the outcome, good or bad, is known; never rejects. */
  refresh(): Promise<void> {
    return this.#subscription.refresh();
  }

  /** Checks the rest of the feed at once, for a search or a sort order, which need every entry. */
  readAll(): void {
    const { status } = this;
    if (status.kind !== 'ready' || status.complete) return;
    for (const section of this.#sections) status.document.reader(section).readNext(Infinity);
    this.#complete(status.document);
  }

  /** True while the viewport, the parser or a script may still bring a feed. */
  #isFeedExpected(): boolean {
    if (this.#viewportObserver) return true;
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.#host.isConnected && this.#updateStatus(), {
        once: true,
      });
      return true;
    }
    return !customElements.get('ceal-feed') && this.#host.closest('ceal-feed') !== null;
  }

  #observeViewport(): void {
    this.#viewportObserver = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#viewportObserver?.disconnect();
        this.#viewportObserver = undefined;
        this.#chooseSource();
      },
      { rootMargin: LAZY_MARGIN },
    );
    this.#viewportObserver.observe(this.#host);
  }

  #inherit(): void {
    this.#subscribeTo(feedContext, (source) => {
      this.#inherited = source;
      this.#chooseSource();
    });
    this.#subscribeTo(staleAfterContext, (seconds) => {
      this.#inheritedStaleAfter = seconds;
      this.#host.requestUpdate();
    });
  }

  /** Requests a context's value from the elements around the host, and every later one. */
  #subscribeTo<T>(context: Context<unknown, T>, onValue: (value: T) => void): void {
    const request = new ContextEvent(
      context,
      this.#host,
      (value, unsubscribe) => {
        const previous = this.#unsubscribers.get(context);
        if (unsubscribe !== previous) previous?.();
        this.#unsubscribers.set(context, unsubscribe);
        onValue(value);
      },
      true,
    );
    this.#host.dispatchEvent(request);
  }

  #chooseSource(): void {
    if (this.#viewportObserver) return this.#updateStatus();
    const source = this.#ownFeed.source ?? this.#inherited;
    this.#subscription.setSource(source, { owned: this.#ownFeed.source !== undefined });
    // From none to none is no change, yet the status depends on whether a feed may still come.
    if (!source) this.#updateStatus();
  }

  #updateStatus(): void {
    const { state } = this.#subscription;
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#sliceTimer);
    switch (state?.kind) {
      case undefined:
        if (this.#isFeedExpected()) this.#startLoading();
        else this.#setStatus({ kind: 'idle' });
        break;
      case 'loading':
        this.#startLoading();
        break;
      case 'failed':
        this.#setStatus(state);
        break;
      case 'ready':
        this.#setStatus({ ...state, complete: this.#isComplete(state.document) });
        this.#scheduleSlice();
    }
  }

  #startLoading(): void {
    this.#setStatus({ kind: 'loading', slow: false });
    this.#slowTimer = setTimeout(() => this.#setStatus({ kind: 'loading', slow: true }), SLOW_AFTER_MS);
  }

  #setStatus(status: FeedStatus): void {
    this.status = status;
    this.#host.requestUpdate();
  }

  #isComplete(document: FeedDocument): boolean {
    return this.#sections.every((section) => document.reader(section).complete);
  }

  #scheduleSlice(): void {
    const { status } = this;
    if (status.kind !== 'ready' || status.complete) return;
    // After the host has rendered its first entries.
    void this.#host.updateComplete.then(() => {
      if (this.status !== status) return;
      this.#sliceTimer = setTimeout(() => this.#readSlice(status.document), 0);
    });
  }

  #readSlice(document: FeedDocument): void {
    const deadline = performance.now() + SLICE_BUDGET_MS;
    for (const section of this.#sections) {
      const reader = document.reader(section);
      while (!reader.complete) {
        reader.readNext(ENTRIES_PER_CHECK);
        if (performance.now() > deadline) {
          this.#sliceTimer = setTimeout(() => this.#readSlice(document), 0);
          return;
        }
      }
    }
    this.#complete(document);
  }

  #complete(document: FeedDocument): void {
    clearTimeout(this.#sliceTimer);
    if (this.status.kind !== 'ready' || this.status.document !== document) return;
    this.#setStatus({ ...this.status, complete: true });
  }
}
