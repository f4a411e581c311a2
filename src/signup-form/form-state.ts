import type { ReactiveControllerHost } from 'lit';
import type { Values } from '../signup/fields.js';
import { EDITING, type Stage } from './stage.js';

/** State that the element and the submission share. Every change updates the element. */
export class FormState {
  /** The values that the visitor has filled in. */
  readonly values: Values = {};
  readonly stage: Stage = EDITING;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  set(change: { readonly values?: Values; readonly stage?: Stage }): void {
    Object.assign(this, change);
    this.#host.requestUpdate();
  }
}
