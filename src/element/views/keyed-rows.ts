import { noChange, render, type RootPart } from 'lit';
import { directive, Directive, type ChildPart } from 'lit/directive.js';

/** Takes the nodes of a row out of the page, from its marker to the one that ends it. */
function takeOut({ startNode, endNode }: RootPart): DocumentFragment {
  const range = document.createRange();
  range.setStartBefore(startNode!);
  range.setEndAfter(endNode!);
  return range.extractContents();
}

class KeyedRows extends Directive {
  readonly #rows = new Map<string, RootPart>();

  render(rows: ReadonlyMap<string, unknown>): unknown {
    return [...rows.values()];
  }

  override update({ startNode, endNode }: ChildPart, [rows]: [ReadonlyMap<string, unknown>]): unknown {
    // A fragment at first: the part itself names the place where that will stand.
    const parent = startNode!.parentNode as HTMLElement;
    for (const [key, row] of this.#rows) if (!rows.has(key) && this.#rows.delete(key)) takeOut(row);
    // From the end, as each row stands before the next one. A row that is in its place already is not moved.
    let next = endNode;
    for (const [key, content] of [...rows].reverse()) {
      const row = this.#rows.get(key);
      const end = row?.endNode ?? document.createComment('');
      if (end.nextSibling !== next || !row) parent.insertBefore(row ? takeOut(row) : end, next);
      const drawn = render(content, parent, { renderBefore: end as ChildNode });
      this.#rows.set(key, drawn);
      next = drawn.startNode;
    }
    return noChange;
  }
}

/**
 * Renders rows by key: the elements of a row stay, with what is typed, the focus and the reader's place, while rows around
 * it come and go. Lit's `repeat` does the same for lists that are often sorted anew, in more code than every widget needs.
 */
export const keyedRows = directive(KeyedRows);

/** Rows of items, each by a key of its own: of two with the same key the later one has a longer one. */
export function rowsOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  row: (item: T) => unknown,
): unknown {
  const rows = new Map<string, unknown>();
  for (const item of items) {
    let key = keyOf(item);
    while (rows.has(key)) key += ' ';
    rows.set(key, row(item));
  }
  return keyedRows(rows);
}
