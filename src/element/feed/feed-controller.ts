import { ContextEvent, type Context } from '@lit/context';
import { isServer, type ReactiveController } from 'lit';
import { feedContext, staleAfterContext } from './context.js';
import type { FeedDocument } from '../../feed/document.js';
import { nearObserver } from '../near-observer.js';
import { CealFeedIssuesEvent } from './events.js';
import type { FeedIssue } from '../../feed/issues.js';
import { FeedSourceController, type FeedHost } from './feed-source-controller.js';
import type { Section } from '../../feed/section.js';
import type { FeedSource, SourceState } from '../../feed/source.js';
import type { FeedStatus, ReadyStatus } from './feed-status.js';
import { Subscription } from './subscription.js';
import { flatMap } from '../../lists.js';
import { ofDocument } from '../of-document.js';

/** An element that shows a feed. */
export interface WidgetFeedHost extends FeedHost {
  /** `lazy` waits until the widget is near the viewport. */
  loading: 'eager' | 'lazy';
  /** Age in seconds after which the feed is called old; 0 for the age that `<ceal-feed>` sets. */
  staleAfter: number;
}

/** Parts of the host that its controller needs and nobody else. */
export interface FeedHooks {
  /** Runs what reads the feed between two updates, and handles what that throws. */
  attempt(read: () => void): void;
  /**
   * Reads what is shown first, until the deadline. True while that waits for the second reading of a feed; `undefined` if
   * there is more to read.
   */
  isWaitingFor(document: FeedDocument, deadline: number): boolean | undefined;
}

/** The second readings of the feeds of the page, once they are there. */
const mendedDocuments = new WeakMap<FeedDocument, FeedDocument>();

/** Time after which a visitor is told in words that the feed is still on its way. */
const SLOW_AFTER_MS = 4_000;
/** Time that one slice of reading may keep the page busy: while something is shown, and while that waits for it. */
const SLICE_BUDGET_MS = 8;
const WAITING_BUDGET_MS = isServer ? Infinity : 25;

/**
 * Controller of a widget's feed: its own, else that of the nearest `<ceal-feed>`, which may come later than the
 * widget. Once the first entries are shown, checks the rest of the widget's sections in slices. Requests an update of
 * the host for every change of `status`; dispatches `ceal-feed-issues` when everything has been checked.
 */
export class FeedController implements ReactiveController {
  status: FeedStatus = { kind: 'idle' };
  readonly #host: WidgetFeedHost;
  readonly #hooks: FeedHooks;
  readonly #ownFeed: FeedSourceController;
  readonly #subscription: Subscription;
  #inherited: FeedSource | undefined;
  #inheritedStaleAfter = 0;
  readonly #unsubscribers = new Map<Context<unknown, unknown>, (() => void) | undefined>();
  /** Waits with `loading="lazy"` until the host comes near the window. */
  #nearObserver: IntersectionObserver | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #sliceTimer: ReturnType<typeof setTimeout> | undefined;
  /** The next slice of what is shown at once or not at all. */
  #reading: Promise<void> | undefined;
  /** The second reading that is on its way. */
  #mending: { readonly document: FeedDocument; readonly done: Promise<void> } | undefined;
  /** True if a feed has needed a second reading: the next ones are expected to. */
  #hasMended = false;
  /** The document whose issues were dispatched last. */
  #lastDispatched: FeedDocument | undefined;

  /** @param sections The sections that the widget shows, in the order in which they are needed. */
  constructor(
    host: WidgetFeedHost,
    readonly sections: readonly Section<unknown>[],
    hooks: FeedHooks,
  ) {
    this.#host = host;
    this.#hooks = hooks;
    this.#subscription = new Subscription(host, () => this.#readState());
    host.addController(this);
    this.#ownFeed = new FeedSourceController(host, () => this.#chooseSource());
  }

  /** The status, where there is a feed to show. */
  get ready(): ReadyStatus | undefined {
    return this.status.kind === 'ready' ? this.status : undefined;
  }

  /** Settles when more of what is shown first has been read, or read again; `undefined` while nothing waits for that. */
  get pending(): Promise<void> | undefined {
    return this.#reading ?? this.#mending?.done;
  }

  /** Settles when a feed is there whose answer is coming already; `undefined` for none. */
  get arriving(): Promise<void> | undefined {
    return this.#subscription.arriving;
  }

  /** The issues of the sections read so far. */
  get issues(): readonly FeedIssue[] {
    const document = this.ready?.document;
    if (!document) return [];
    return [...document.headIssues, ...flatMap(this.sections, (section) => document.reader(section).issues)];
  }

  /** Seconds until the feed is called old; 0 for never. That of `<ceal-feed>` says nothing about the host's own. */
  get staleAfter(): number {
    return this.#host.staleAfter || (this.#ownFeed.source ? 0 : this.#inheritedStaleAfter);
  }

  hostConnected(): void {
    if (this.#host.loading === 'lazy') {
      this.#nearObserver = nearObserver(() => this.loadNow());
      this.#nearObserver.observe(this.#host);
    }
    this.#inherit();
    document.addEventListener('context-provider', this.#onProvider);
  }

  readonly #onProvider = (event: Event & { readonly context?: unknown }): void =>
    void (event.context === feedContext && this.#inherit());

  /** Updates `status` by the host's own feed. For `willUpdate`, which comes before `hostUpdate`. */
  prepare(): void {
    this.#ownFeed.hostUpdate();
  }

  hostUpdate(): void {
    this.#subscription.setRefreshInterval(this.#ownFeed.source ? this.#host.refreshEvery : 0);
  }

  hostUpdated(): void {
    const { ready } = this;
    if (!ready?.complete || this.#lastDispatched === ready.document) return;
    this.#lastDispatched = ready.document;
    const { issues } = this;
    if (!issues[0]) return;
    this.#host.dispatchEvent(new CealFeedIssuesEvent(issues));
    // Where this code is missing, the browser says so.
    import('../../feed/warn-of-issues.js').then(
      ({ warnOfIssues }) => warnOfIssues(ready.document),
      () => {},
    );
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#onProvider);
    this.#nearObserver?.disconnect();
    this.#nearObserver = undefined;
    for (const stop of this.#unsubscribers.values()) stop?.();
    this.#unsubscribers.clear();
    this.#inherited = undefined;
    this.#inheritedStaleAfter = 0;
    this.#subscription.stop();
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#sliceTimer);
    this.#reading = undefined;
  }

  /** Requests the feed again. Resolves when the outcome, good or bad, has been read; never rejects. */
  async refresh(): Promise<void> {
    await this.#subscription.refresh();
    await this.pending;
  }

  /** Waits no longer for the host to come near. */
  loadNow(): void {
    if (!this.#nearObserver) return;
    this.#nearObserver.disconnect();
    this.#nearObserver = undefined;
    this.#chooseSource();
  }

  /** Checks the rest of the entries at once, for a sort order, which needs them all; or as many as the time allows. */
  readAll(budgetMs = Infinity): void {
    if (this.#reading) this.#readState(budgetMs);
    const { ready } = this;
    if (ready && !ready.complete) this.#readSlice(ready.document, budgetMs);
  }

  /** @returns whether the parser or a script may yet bring a feed: too early to say that there is none. */
  #isFeedExpected(): boolean {
    if (this.#nearObserver) return true;
    if (ofDocument('readyState') === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.#host.isConnected && this.#readState(), {
        once: true,
      });
      return true;
    }
    return !customElements.get('ceal-feed') && this.#host.closest('ceal-feed') !== null;
  }

  #inherit(): void {
    this.#requestContext(feedContext, (source) => {
      this.#inherited = source;
      this.#chooseSource();
    });
    this.#requestContext(staleAfterContext, (seconds) => {
      this.#inheritedStaleAfter = seconds;
      this.#host.requestUpdate();
    });
  }

  /** Subscribes to a value that an element around the host provides, now or later. */
  #requestContext<T>(context: Context<unknown, T>, onValue: (value: T) => void): void {
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
    if (this.#nearObserver) return this.#readState();
    const source = this.#ownFeed.source ?? this.#inherited;
    this.#subscription.setSource(source, { isOwn: this.#ownFeed.source !== undefined });
    // Without a source nothing else tells of a change, and one may still come.
    if (!source) this.#readState();
  }

  #readState(budgetMs = WAITING_BUDGET_MS): void {
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#sliceTimer);
    this.#reading = undefined;
    this.#hooks.attempt(() => this.#followSource(budgetMs));
  }

  #followSource(budgetMs: number): void {
    const { state } = this.#subscription;
    switch (state?.kind) {
      case undefined:
        if (this.#isFeedExpected()) this.#setLoading();
        else this.#setStatus({ kind: 'idle' });
        break;
      case 'loading':
        this.#setLoading();
        break;
      case 'failed':
        this.#setStatus(state);
        break;
      case 'ready':
        this.#setReady(state, budgetMs);
    }
  }

  #setReady(state: Extract<SourceState, { kind: 'ready' }>, budgetMs: number): void {
    const mended = mendedDocuments.get(state.document);
    const document = mended ?? state.document;
    const isWaiting = this.#hooks.isWaitingFor(document, performance.now() + budgetMs);
    if (isWaiting === undefined) return this.#readOn();
    // What a visitor has already stays until all that takes its place is there.
    if (isWaiting || (!mended && this.#hasMended && this.ready)) {
      this.#mend(document);
      if (!this.ready) this.#setLoading();
      return;
    }
    this.#setStatus({ ...state, document, complete: this.#isComplete(document) });
    this.#scheduleSlice();
  }

  /** Goes on when the page has done what else it has to do; what was shown before stays. */
  #readOn(): void {
    if (this.status.kind !== 'ready') this.#setLoading();
    const reading = (this.#reading = new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      if (this.#reading === reading) this.#readState();
    }));
  }

  /** Loads the second reading; what has been read stays as it is. */
  #mend(document: FeedDocument): void {
    if (this.#mending?.document === document) return;
    const done = document.mended().then((mended) => {
      mendedDocuments.set(document, mended);
      this.#hasMended = true;
      if (this.#mending?.document !== document) return;
      this.#mending = undefined;
      if (this.#host.isConnected) this.#readState();
    });
    this.#mending = { document, done };
  }

  #setLoading(): void {
    const set = (slow: boolean) => this.#setStatus({ kind: 'loading', slow });
    set(false);
    this.#slowTimer = setTimeout(set, SLOW_AFTER_MS, true);
  }

  #setStatus(status: FeedStatus): void {
    this.status = status;
    this.#host.requestUpdate();
  }

  #isComplete(document: FeedDocument): boolean {
    return this.sections.every((section) => document.reader(section).complete);
  }

  #scheduleSlice(): void {
    const { ready } = this;
    if (!ready || ready.complete) return;
    // After the host has rendered its first entries.
    void this.#host.updateComplete.then(() => {
      if (this.status !== ready) return;
      this.#readSliceNext(ready.document);
    });
  }

  #readSliceNext(document: FeedDocument): void {
    clearTimeout(this.#sliceTimer);
    this.#sliceTimer = setTimeout(() =>
      this.#hooks.attempt(() => this.#readSlice(document, SLICE_BUDGET_MS)),
    );
  }

  #readSlice(document: FeedDocument, budgetMs: number): void {
    const deadline = performance.now() + budgetMs;
    for (const section of this.sections)
      if (document.reader(section).readUntil(deadline, 0).canRead) return this.#readSliceNext(document);
    this.#end(document);
  }

  /** Ends the reading of a document: what waits for a second reading is still to come. */
  #end(document: FeedDocument): void {
    clearTimeout(this.#sliceTimer);
    const { ready } = this;
    if (!this.#isComplete(document)) this.#mend(document);
    else if (ready?.document === document) this.#setStatus({ ...ready, complete: true });
  }
}
