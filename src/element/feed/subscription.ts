import { CealFeedFailedEvent, CealFeedLoadedEvent } from './events.js';
import type { FeedSource, SourceState } from '../../feed/source.js';
import { ofDocument } from '../of-document.js';

/** The shortest interval of refreshes: a shorter one would be a burden on the feed's server. */
const MIN_REFRESH_SECONDS = 10;
/** The part of the interval after which a refresh is due: timers may run a little early. */
const DUE_FRACTION = 0.9;

/**
 * Subscribes to a source on behalf of an element: reports changes, refreshes at an interval while the tab is visible,
 * and dispatches the load events when the source is the element's own.
 */
export class Subscription {
  readonly #host: HTMLElement;
  readonly #onChange: () => void;
  #source: FeedSource | undefined;
  #stopListening: (() => void) | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #refreshSeconds = 0;
  #lastDispatched: SourceState | undefined;
  #isOwn = false;

  constructor(host: HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  get state(): SourceState | undefined {
    return this.#source?.state;
  }

  /** See `FeedSource`. */
  get arriving(): Promise<void> | undefined {
    return this.#source?.arriving;
  }

  /** Follows another source, or none. `isOwn`: the element brought it itself and dispatches its events. */
  setSource(source: FeedSource | undefined, { isOwn = false } = {}): void {
    this.#isOwn = isOwn;
    if (source === this.#source) return;
    this.#stopListening?.();
    this.#source = source;
    this.#stopListening = source?.subscribe(() => this.#changed());
    this.#changed();
  }

  stop(): void {
    this.setSource(undefined);
    this.setRefreshInterval(0);
  }

  refresh(): Promise<void> {
    return this.#source?.refresh() ?? Promise.resolve();
  }

  /** Refreshes every so many seconds, at least 10; 0 for never, and while the element is not in the page. */
  setRefreshInterval(seconds: number): void {
    const interval = seconds > 0 && this.#host.isConnected ? Math.max(seconds, MIN_REFRESH_SECONDS) : 0;
    if (interval === this.#refreshSeconds) return;
    this.#refreshSeconds = interval;
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    if (!interval) return;
    this.#timer = setInterval(() => this.#refreshIfDue(), interval * 1_000);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  readonly #onVisibility = () => this.#refreshIfDue();

  /** Refreshes a visible tab; one that was hidden catches up at once when it is seen again. */
  #refreshIfDue(): void {
    const { state } = this;
    const ageMs = state?.kind === 'ready' ? Number(Date.now()) - state.receivedAt : Infinity;
    const isDue = ageMs >= this.#refreshSeconds * 1_000 * DUE_FRACTION;
    if (ofDocument('visibilityState') === 'visible' && isDue) void this.refresh();
  }

  #changed(): void {
    this.#onChange();
    const { state } = this;
    if (!this.#isOwn || !state || state === this.#lastDispatched) return;
    this.#lastDispatched = state;
    if (state.kind === 'ready' && !state.failure)
      this.#host.dispatchEvent(new CealFeedLoadedEvent(state.document.head.id, new Date(state.receivedAt)));
    const failure = state.kind === 'loading' ? undefined : state.failure;
    if (failure) this.#host.dispatchEvent(new CealFeedFailedEvent(failure.reason, failure.status));
  }
}
