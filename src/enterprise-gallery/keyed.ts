import { Directive, directive } from 'lit/directive.js';

/**
 * Renders a template in new elements whenever its key is another one: as an array and as it is by turns, for these never
 * share elements. `lit/directives/keyed.js` does the same; it needs helpers that only `repeat` needs besides, and every
 * widget would load them.
 */
class Keyed extends Directive {
  #key: unknown;
  #isInArray = false;

  render(key: unknown, content: unknown): unknown {
    if (key !== this.#key) this.#isInArray = !this.#isInArray;
    this.#key = key;
    return this.#isInArray ? [content] : content;
  }
}

export const keyed = directive(Keyed);
