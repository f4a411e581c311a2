import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FeedController } from '../feed/feed-controller.js';

/** The longest time that a timer takes, some 24 days; a longer one runs out at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Knows when a feed is to be called old: what is shown grows old without anything else happening. */
export class AgeWatch implements ReactiveController {
  isOld = false;
  readonly #host: ReactiveControllerHost & Element;
  readonly #feed: FeedController;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & Element, feed: FeedController) {
    this.#host = host;
    this.#feed = feed;
    host.addController(this);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const { ready, staleAfter } = this.#feed;
    const left =
      ready && staleAfter > 0 ? ready.receivedAt + staleAfter * 1_000 - Number(Date.now()) : Infinity;
    if (left < 0 !== this.isOld) {
      this.isOld = left < 0;
      this.#host.requestUpdate();
    }
    if (left >= 0 && left < MAX_TIMER_MS && this.#host.isConnected)
      this.#timer = setTimeout(() => this.hostUpdated(), left + 1);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
