import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { ofDocument } from '../element/of-document.js';

/** Longest time until the next update, one day: browsers limit timers to 24 days. */
const MAX_TIMER_MS = 86_400_000;

/**
 * Updates a host at every instant at which its content changes with time: while it is connected and the page is visible,
 * and when the page becomes visible again.
 */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #nextChange: (now: number) => number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `nextChange`: the next instant at which the content changes, in milliseconds since 1970; `undefined` for never. */
  constructor(host: ReactiveControllerHost & Element, nextChange: (now: number) => number | undefined) {
    this.#host = host;
    this.#nextChange = nextChange;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#tick);
    addEventListener('pageshow', this.#tick);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#tick);
    removeEventListener('pageshow', this.#tick);
    clearTimeout(this.#timer);
  }

  hostUpdated(): void {
    clearTimeout(this.#timer);
    if (isServer || !this.#host.isConnected || ofDocument('visibilityState') === 'hidden') return;
    const now = Number(Date.now());
    const next = this.#nextChange(now);
    // A timer may fire a little early; then it is set once more.
    if (next !== undefined) this.#timer = setTimeout(this.#tick, Math.min(next - now + 1, MAX_TIMER_MS));
  }

  readonly #tick = () => this.#host.requestUpdate();
}
