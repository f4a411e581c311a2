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

/** How it stands with the feed of a widget. */
export type FeedStatus =
  /** No feed was given. */
  | { readonly kind: 'idle' }
  /** `slow`: long enough that words are due. */
  | { readonly kind: 'loading'; readonly slow: boolean }
  | {
      readonly kind: 'ready';
      readonly document: FeedDocument;
      /** Whether every entry has been checked. Until then totals, counts and issues are not known. */
      readonly complete: boolean;
      readonly receivedAt: number;
      /** Why this is not the newest: a later request failed. */
      readonly failure?: Failure | undefined;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface WidgetFeedHost extends FeedHost {
  /** `lazy` waits until the widget comes near the window. */
  loading: 'eager' | 'lazy';
  /** Seconds after which what is shown is called old; 0 for what comes with the feed. */
  staleAfter: number;
}

/** Time after which a visitor is told in words that the feed is still on its way. */
const SLOW = 4_000;
/** How long one slice of checking may keep the page busy. */
const SLICE = 8;

/**
 * Brings a feed to a widget: its own, else the one of the nearest `<ceal-feed>`, which may be upgraded later than the
 * widget. Checks the rest of the widget's sections in idle slices once the first entries are shown.
 */
export class FeedController implements ReactiveController {
  status: FeedStatus = { kind: 'idle' };
  readonly #host: WidgetFeedHost;
  readonly #sections: readonly Section<unknown>[];
  readonly #own: FeedSourceController;
  readonly #subscription: Subscription;
  #inherited: FeedSource | undefined;
  #inheritedStaleAfter = 0;
  readonly #stopInheriting = new Map<Context<unknown, unknown>, (() => void) | undefined>();
  #near: IntersectionObserver | undefined;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #sliceTimer: ReturnType<typeof setTimeout> | undefined;
  #told: FeedDocument | undefined;

  /** `sections`: what the widget shows, in the order in which they are needed. */
  constructor(host: WidgetFeedHost, sections: readonly Section<unknown>[]) {
    this.#host = host;
    this.#sections = sections;
    this.#subscription = new Subscription(host, () => this.#read());
    host.addController(this);
    this.#own = new FeedSourceController(host, () => this.#follow());
  }

  /** What is wrong with the sections read so far. */
  get issues(): readonly FeedIssue[] {
    const { status } = this;
    if (status.kind !== 'ready') return [];
    return [
      ...status.document.headIssues,
      ...this.#sections.flatMap((section) => status.document.reading(section).issues),
    ];
  }

  /** Seconds after which what is shown is old; 0 for never. A feed of the host's own is its own affair. */
  get staleAfter(): number {
    return this.#host.staleAfter || (this.#own.source ? 0 : this.#inheritedStaleAfter);
  }

  hostConnected(): void {
    if (this.#host.loading === 'lazy') this.#waitUntilNear();
    this.#inherit();
    // A parser may upgrade the widgets before the <ceal-feed> around them.
    if (!customElements.get('ceal-feed'))
      void customElements.whenDefined('ceal-feed').then(() => this.#host.isConnected && this.#inherit());
  }

  /** Sees to the host's own feed. For `willUpdate`, which comes before controllers are told and works with `status`. */
  prepare(): void {
    this.#own.hostUpdate();
  }

  hostUpdate(): void {
    this.#subscription.setRefreshInterval(this.#own.source ? this.#host.refreshEvery : 0);
  }

  hostUpdated(): void {
    const { status } = this;
    if (status.kind !== 'ready' || !status.complete || this.#told === status.document) return;
    this.#told = status.document;
    if (this.issues.length > 0) this.#host.dispatchEvent(new CealFeedIssuesEvent(this.issues));
  }

  hostDisconnected(): void {
    this.#near?.disconnect();
    this.#near = undefined;
    for (const stop of this.#stopInheriting.values()) stop?.();
    this.#stopInheriting.clear();
    this.#inherited = undefined;
    this.#inheritedStaleAfter = 0;
    this.#subscription.stop();
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#sliceTimer);
  }

  refresh(): Promise<void> {
    return this.#subscription.refresh();
  }

  /** Checks what is left at once: for a search or a sort order, which need everything. */
  readAll(): void {
    const { status } = this;
    if (status.kind !== 'ready' || status.complete) return;
    for (const section of this.#sections) status.document.reading(section).readSome(Infinity);
    this.#completed(status.document);
  }

  /** A feed that the parser or a script has yet to bring: no reason to say that there is none. */
  #mayStillCome(): boolean {
    if (this.#near) return true;
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.#host.isConnected && this.#read(), {
        once: true,
      });
      return true;
    }
    return !customElements.get('ceal-feed') && this.#host.closest('ceal-feed') !== null;
  }

  #waitUntilNear(): void {
    this.#near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#near?.disconnect();
        this.#near = undefined;
        this.#follow();
      },
      { rootMargin: '400px' },
    );
    this.#near.observe(this.#host);
  }

  #inherit(): void {
    this.#ask(feedContext, (source) => {
      this.#inherited = source;
      this.#follow();
    });
    this.#ask(staleAfterContext, (seconds) => {
      this.#inheritedStaleAfter = seconds;
      this.#host.requestUpdate();
    });
  }

  /** Hears what the elements around the host give, now and later. */
  #ask<T>(context: Context<unknown, T>, hear: (value: T) => void): void {
    const request = new ContextEvent(
      context,
      this.#host,
      (value, unsubscribe) => {
        const before = this.#stopInheriting.get(context);
        if (unsubscribe !== before) before?.();
        this.#stopInheriting.set(context, unsubscribe);
        hear(value);
      },
      true,
    );
    this.#host.dispatchEvent(request);
  }

  #follow(): void {
    if (this.#near) return this.#read();
    const source = this.#own.source ?? this.#inherited;
    this.#subscription.setSource(source, this.#own.source !== undefined);
    // Without a source there is no change to hear of, but one may still come.
    if (!source) this.#read();
  }

  #read(): void {
    const { state } = this.#subscription;
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#sliceTimer);
    switch (state?.kind) {
      case undefined:
        if (this.#mayStillCome()) this.#wait();
        else this.#become({ kind: 'idle' });
        break;
      case 'loading':
        this.#wait();
        break;
      case 'failed':
        this.#become(state);
        break;
      case 'ready':
        this.#become({ ...state, complete: this.#isComplete(state.document) });
        this.#scheduleSlice();
    }
  }

  #wait(): void {
    this.#become({ kind: 'loading', slow: false });
    this.#slowTimer = setTimeout(() => this.#become({ kind: 'loading', slow: true }), SLOW);
  }

  #become(status: FeedStatus): void {
    this.status = status;
    this.#host.requestUpdate();
  }

  #isComplete(document: FeedDocument): boolean {
    return this.#sections.every((section) => document.reading(section).complete);
  }

  #scheduleSlice(): void {
    const { status } = this;
    if (status.kind !== 'ready' || status.complete) return;
    // After the host has rendered what is shown first.
    void this.#host.updateComplete.then(() => {
      if (this.status !== status) return;
      this.#sliceTimer = setTimeout(() => this.#readSlice(status.document), 0);
    });
  }

  #readSlice(document: FeedDocument): void {
    const end = performance.now() + SLICE;
    for (const section of this.#sections) {
      const reading = document.reading(section);
      while (!reading.complete) {
        reading.readSome(4);
        if (performance.now() > end) {
          this.#sliceTimer = setTimeout(() => this.#readSlice(document), 0);
          return;
        }
      }
    }
    this.#completed(document);
  }

  #completed(document: FeedDocument): void {
    clearTimeout(this.#sliceTimer);
    if (this.status.kind !== 'ready' || this.status.document !== document) return;
    this.#become({ ...this.status, complete: true });
  }
}
