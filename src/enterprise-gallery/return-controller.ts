import type { LitElement, ReactiveController } from 'lit';
import { LazyModule } from '../element/controllers/lazy-module.js';
import type * as ReturnPlace from './return-place.js';

/** Lets a visitor come back to the place in the list that they left, once they have asked for more than is shown at first. */
export class ReturnController implements ReactiveController {
  readonly #host: LitElement;
  readonly #isNeeded: () => boolean;
  readonly #code: LazyModule<typeof ReturnPlace>;
  #abort: AbortController | undefined;
  #hasReturned = false;

  /** @param isNeeded True when the list is there, is longer than at first, and the page lets it be kept. */
  constructor(host: LitElement, isNeeded: () => boolean) {
    this.#host = host;
    this.#isNeeded = isNeeded;
    this.#code = new LazyModule(host, () => import('./return-place.js'));
    host.addController(this);
  }

  hostUpdated(): void {
    const isNeeded = this.#isNeeded();
    if (isNeeded) this.#code.loadOnce();
    const { module } = this.#code;
    if (!isNeeded || !module || this.#abort) return;
    // Where cards take the place of empty ones, browsers go along with these: not before all are there.
    if (!this.#hasReturned) void this.#host.updateComplete.then(() => module.restorePlace(this.#host));
    this.#hasReturned = true;
    this.#abort = new AbortController();
    module.keepPlace(this.#host, this.#abort.signal);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }
}
