import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asRecord } from '../../feed/record.js';
import { json } from '../attributes.js';

/** Reads `<script type="application/json" data-ceal-labels>` inside an element: words that replace ours. */
export class LabelsController implements ReactiveController {
  /** The words of the script, by term. */
  child: Readonly<Record<string, unknown>> = {};
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | undefined;
  #text: string | null | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#read());
    this.#observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    const text = this.#host.querySelector(':scope > script[data-ceal-labels]')?.textContent;
    if (text === this.#text) return;
    this.#text = text;
    this.child = asRecord(json.fromAttribute?.(text ?? null));
    this.#host.requestUpdate();
  }
}
