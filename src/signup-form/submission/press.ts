import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Waits for the end of a press. A field is left when the pointer goes down on a button; what then moves takes the button
 * away from under the pointer, and the press is lost.
 */
export class Press implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #isDown = false;
  #tasks: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Runs a task when no press is under way. */
  afterwards(task: () => void): void {
    if (this.#isDown) this.#tasks.push(task);
    else task();
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#onDown);
    addEventListener('pointerup', this.#onEnd);
    addEventListener('pointercancel', this.#onEnd);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#onDown);
    removeEventListener('pointerup', this.#onEnd);
    removeEventListener('pointercancel', this.#onEnd);
    this.#onEnd();
  }

  readonly #onDown = () => {
    this.#isDown = true;
  };

  /** The click comes after this. */
  readonly #onEnd = () => {
    this.#isDown = false;
    if (this.#tasks.length > 0) setTimeout(() => this.#tasks.splice(0).forEach((task) => task()));
  };
}
