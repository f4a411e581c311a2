import type { ReactiveControllerHost } from 'lit';
import type { Values } from '../signup/fields.js';
import { EDITING, type Stage } from './stage.js';

/** State that the element and the submission share. Every change updates the element. */
export class FormState {
  #values: Values = {};
  #stage: Stage = EDITING;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The values that the visitor has filled in. */
  get values(): Values {
    return this.#values;
  }

  set values(values: Values) {
    this.#values = values;
    this.#host.requestUpdate();
  }

  get stage(): Stage {
    return this.#stage;
  }

  set stage(stage: Stage) {
    this.#stage = stage;
    this.#host.requestUpdate();
  }
}
