import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tracks whether a pointer is down on the host. A field is left when the pointer goes down on a button; an update that
 * moves the button away from under the pointer would lose the click.
 */
export class PointerTracker implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #listening: AbortController | undefined;
  #isDown = false;
  #tasks: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Runs a task once no pointer is down: now, or after the click. */
  whenReleased(task: () => void): void {
    if (this.#isDown) this.#tasks.push(task);
    else task();
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.#host.addEventListener('pointerdown', this.#onDown, { signal });
    for (const type of ['pointerup', 'pointercancel']) addEventListener(type, this.#onRelease, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#onRelease();
  }

  readonly #onDown = () => {
    this.#isDown = true;
  };

  readonly #onRelease = () => {
    this.#isDown = false;
    // The click comes after this event.
    if (this.#tasks.length > 0) setTimeout(() => this.#tasks.splice(0).forEach((task) => task()));
  };
}
