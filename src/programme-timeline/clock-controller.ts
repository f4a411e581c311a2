import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** No timer of a browser waits longer than some weeks; one day is more than ever needed. */
const MAX_TIMER_MS = 86_400_000;

/**
 * Keeps a widget with the clock: an update at every instant at which something changes. Only while the widget is in the
 * page and the page is seen; when it is seen again it catches up.
 */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #nextChange: (now: number) => number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `nextChange`: when what is shown changes next; `undefined` when it never does. */
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
    if (isServer || !this.#host.isConnected || document.visibilityState === 'hidden') return;
    const now = Date.now();
    const next = this.#nextChange(now);
    // A timer may come a little early; then it is armed once more.
    if (next !== undefined) this.#timer = setTimeout(this.#tick, Math.min(next - now + 1, MAX_TIMER_MS));
  }

  readonly #tick = () => this.#host.requestUpdate();
}
