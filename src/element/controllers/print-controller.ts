import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells a widget that it is about to be printed, and when that is over. What it then shows must be there at once. */
export class PrintController implements ReactiveController {
  readonly #onChange: (printing: boolean) => void;

  constructor(host: ReactiveControllerHost, onChange: (printing: boolean) => void) {
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#before);
    addEventListener('afterprint', this.#after);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#before);
    removeEventListener('afterprint', this.#after);
  }

  readonly #before = () => this.#onChange(true);
  readonly #after = () => this.#onChange(false);
}
