import { CealFeedFailedEvent, CealFeedLoadedEvent } from './events.js';
import type { FeedSource, SourceState } from '../../feed/source.js';

/** A shorter wait would be a burden on the feed's server, whatever a page asks for. */
const MIN_REFRESH_SECONDS = 10;

/**
 * Listens to a source on behalf of an element: tells changes, refreshes at an interval while the tab is visible, and
 * fires the load events when the element owns the source.
 */
export class Subscription {
  readonly #host: HTMLElement;
  readonly #onChange: () => void;
  #source: FeedSource | undefined;
  #stopListening: (() => void) | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #seconds = 0;
  #told: SourceState | undefined;
  #owned = false;

  constructor(host: HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
  }

  get state(): SourceState | undefined {
    return this.#source?.state;
  }

  /** Follows another source, or none. `owned`: the element brought it itself and answers for it. */
  setSource(source: FeedSource | undefined, owned: boolean): void {
    this.#owned = owned;
    if (source === this.#source) return;
    this.#stopListening?.();
    this.#source = source;
    this.#stopListening = source?.subscribe(() => this.#changed());
    this.#changed();
  }

  stop(): void {
    this.setSource(undefined, false);
    this.setRefreshInterval(0);
  }

  refresh(): Promise<void> {
    return this.#source?.refresh() ?? Promise.resolve();
  }

  /** Refreshes every so many seconds; 0 for never. An element may still update after it was taken away: then never. */
  setRefreshInterval(seconds: number): void {
    const wanted = seconds > 0 && this.#host.isConnected ? Math.max(seconds, MIN_REFRESH_SECONDS) : 0;
    if (wanted === this.#seconds) return;
    this.#seconds = wanted;
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    if (!wanted) return;
    this.#timer = setInterval(() => this.#refreshIfDue(), wanted * 1_000);
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  readonly #onVisibility = () => this.#refreshIfDue();

  /** A hidden tab asks nothing; when it is seen again it catches up at once if it is late. */
  #refreshIfDue(): void {
    const { state } = this;
    const age = state?.kind === 'ready' ? Date.now() - state.receivedAt : Infinity;
    if (document.visibilityState === 'visible' && age >= this.#seconds * 900) void this.refresh();
  }

  #changed(): void {
    this.#onChange();
    const { state } = this;
    if (!this.#owned || !state || state === this.#told) return;
    this.#told = state;
    if (state.kind === 'ready' && !state.failure)
      this.#host.dispatchEvent(new CealFeedLoadedEvent(state.document.head.id, new Date(state.receivedAt)));
    const failure = state.kind === 'loading' ? undefined : state.failure;
    if (failure) this.#host.dispatchEvent(new CealFeedFailedEvent(failure.reason, failure.status));
  }
}
