import { CealFeedFailedEvent, CealFeedLoadedEvent } from './events.js';
import type { FeedSource, SourceState } from '../../feed/source.js';

/** The shortest interval between refreshes, whatever a page asks for, to spare the feed's server. */
const MIN_REFRESH_SECONDS = 10;
/** The part of the interval after which a feed is due: timers may run a little early. */
const DUE_FRACTION = 0.9;

/**
 * Subscription of an element to a source: calls `onChange` after every change, refreshes at an interval while the tab
 * is visible, and dispatches the load events if the element owns the source.
 */
export class Subscription {
  readonly #host: HTMLElement;
  readonly #onChange: () => void;
  #source: FeedSource | undefined;
  #stopListening: (() => void) | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #refreshSeconds = 0;
  #lastDispatched: SourceState | undefined;
  #isOwned = false;

  constructor(host: HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  get state(): SourceState | undefined {
    return this.#source?.state;
  }

  /** Subscribes to another source, or to none. `owned`: the element brought it itself and dispatches its events. */
  setSource(source: FeedSource | undefined, { owned }: { owned: boolean }): void {
    this.#isOwned = owned;
    if (source === this.#source) return;
    this.#stopListening?.();
    this.#source = source;
    this.#stopListening = source?.subscribe(() => this.#handleChange());
    this.#handleChange();
  }

  stop(): void {
    this.setSource(undefined, { owned: false });
    this.setRefreshInterval(0);
  }

  refresh(): Promise<void> {
    return this.#source?.refresh() ?? Promise.resolve();
  }

  /** Refreshes every so many seconds, at least 10; 0 for never. Never while the element is not in the page. */
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

  /** Refreshes in a visible tab only; a tab that becomes visible again catches up at once if a refresh is due. */
  #refreshIfDue(): void {
    const { state } = this;
    const ageMs = state?.kind === 'ready' ? Date.now() - state.receivedAt : Infinity;
    const isDue = ageMs >= this.#refreshSeconds * 1_000 * DUE_FRACTION;
    if (document.visibilityState === 'visible' && isDue) void this.refresh();
  }

  #handleChange(): void {
    this.#onChange();
    const { state } = this;
    if (!this.#isOwned || !state || state === this.#lastDispatched) return;
    this.#lastDispatched = state;
    if (state.kind === 'ready' && !state.failure)
      this.#host.dispatchEvent(new CealFeedLoadedEvent(state.document.head.id, new Date(state.receivedAt)));
    const failure = state.kind === 'loading' ? undefined : state.failure;
    if (failure) this.#host.dispatchEvent(new CealFeedFailedEvent(failure.reason, failure.status));
  }
}
