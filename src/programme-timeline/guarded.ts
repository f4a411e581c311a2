import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/** Renders a template again only when one of the values is another one: lists may be long, and little of them changes. */
class Guarded extends Directive {
  #values: readonly unknown[] | undefined;

  render(values: readonly unknown[], render: () => unknown): unknown {
    const isSame = this.#values && values.every((value, index) => value === this.#values![index]);
    this.#values = values;
    return isSame ? noChange : render();
  }
}

export const guarded = directive(Guarded);
