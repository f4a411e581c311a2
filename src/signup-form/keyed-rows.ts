import { noChange } from 'lit';
import { insertPart, removePart, setChildPartValue } from 'lit/directive-helpers.js';
import { directive, Directive, type ChildPart } from 'lit/directive.js';

class KeyedRows extends Directive {
  readonly #parts = new Map<string, ChildPart>();

  render(rows: ReadonlyMap<string, unknown>): unknown {
    return [...rows.values()];
  }

  override update(container: ChildPart, [rows]: [ReadonlyMap<string, unknown>]): unknown {
    for (const [key, part] of this.#parts) {
      if (rows.has(key)) continue;
      const { endNode } = part;
      removePart(part);
      // What is left of it would stand between its neighbours, which would then be moved.
      (endNode as ChildNode | null)?.remove();
      this.#parts.delete(key);
    }
    // From the end, as each row stands before the next one. A part that is in its place already is not moved.
    let next: ChildPart | undefined;
    for (const [key, row] of [...rows].reverse()) {
      next = insertPart(container, next, this.#parts.get(key));
      this.#parts.set(key, next);
      setChildPartValue(next, row);
    }
    return noChange;
  }
}

/**
 * Renders rows by key: the elements of a row stay, with what is typed and the focus, while rows around it come and go.
 * Lit's `repeat` is made for long lists that are often sorted anew; a form needs less.
 */
export const keyedRows = directive(KeyedRows);
