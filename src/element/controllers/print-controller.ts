import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVENTS = ['beforeprint', 'afterprint'] as const;

/** Tells a host when the page is about to be printed, and when that is over. The host has to render at once. */
export class PrintController implements ReactiveController {
  readonly #onChange: (printing: boolean) => void;

  constructor(host: ReactiveControllerHost, onChange: (printing: boolean) => void) {
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of EVENTS) addEventListener(type, this.#onPrint);
  }

  hostDisconnected(): void {
    for (const type of EVENTS) removeEventListener(type, this.#onPrint);
  }

  readonly #onPrint = ({ type }: Event) => this.#onChange(type === 'beforeprint');
}
