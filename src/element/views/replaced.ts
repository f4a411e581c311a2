import { noChange, render, type RootPart } from 'lit';
import { directive, Directive, type ChildPart } from 'lit/directive.js';

/**
 * Time for a screen reader to follow the focus to what is new. It says nothing of the new, and loses its place, where the
 * element from which the focus came is gone by then.
 */
const HIDE_DELAY_MS = 1_000;
const REMOVE_DELAY_MS = 2_000;

/** Hides what leaves, after a caret in it has moved to the focus: one that it takes along goes to what follows, in Firefox. */
function hide(leaving: HTMLElement): void {
  const selection = getSelection();
  if (leaving.contains(selection!.anchorNode))
    selection!.setPosition((leaving.getRootNode() as ShadowRoot).activeElement);
  leaving.hidden = true;
}

/** Takes the nodes of a part out of the page. An element with the focus goes out of sight first, and from voices later. */
function retire({ startNode, endNode }: RootPart): void {
  for (let node = startNode as ChildNode | null, next; node; node = next) {
    const leaving = node;
    next = node === endNode ? null : node.nextSibling;
    if (leaving instanceof HTMLElement && leaving.matches(':focus-within')) {
      leaving.classList.add('leaving');
      setTimeout(() => hide(leaving), HIDE_DELAY_MS);
      setTimeout(() => leaving.remove(), REMOVE_DELAY_MS);
    } else leaving.remove();
  }
}

class Replaced extends Directive {
  #key: unknown;
  #part: RootPart | undefined;

  render(content: unknown, _key?: unknown): unknown {
    return content;
  }

  /** New elements stand before the old ones, so that the first one with an id is the new one. */
  override update(
    { startNode }: ChildPart,
    [content, key = (content as { readonly strings?: unknown }).strings]: [unknown, unknown?],
  ): unknown {
    const parent = startNode!.parentNode as HTMLElement;
    const old = this.#part;
    const kept = key === this.#key && old?.endNode;
    const end = kept || parent.insertBefore(document.createComment(''), startNode!.nextSibling);
    this.#part = render(content, parent, { renderBefore: end as ChildNode });
    this.#key = key;
    if (old && !kept) retire(old);
    return noChange;
  }
}

/**
 * Renders content in new elements where it is of another template than before, or has another key. An old element that
 * holds the focus stays for a moment, behind the new ones and out of sight, so that the focus moves to them first.
 */
export const replaced = directive(Replaced);
