/** Looking at a page as its reader has it: through shadow roots and slots. */
import { sendKeys } from '@web/test-runner-commands';

const NOT_READ = new Set(['SCRIPT', 'STYLE', 'TEMPLATE']);
/** Elements that something else has taken the place of: out of sight, and there only until a screen reader has left them. */
const LEAVING = '.leaving';
const INTERACTIVE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** The elements under a node that fit, those inside shadow roots too, in the order of the tree. */
export function all<E extends Element = HTMLElement>(root: ParentNode, selector: string): E[] {
  const found: E[] = [];
  const walk = (node: ParentNode) => {
    for (const child of node.children) {
      if (child.matches(LEAVING)) continue;
      if (child.matches(selector)) found.push(child as E);
      if (child.shadowRoot) walk(child.shadowRoot);
      walk(child);
    }
  };
  if (isElement(root) && root.shadowRoot) walk(root.shadowRoot);
  walk(root);
  return found;
}

/** Counts elements. In assertions instead of the elements: to print one of those takes for ever. */
export const count = (root: ParentNode, selector: string): number => all(root, selector).length;

/** The first of them; it must be there. */
export function one<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const [first] = all<E>(root, selector);
  if (!first) throw new Error(`Nothing fits ${selector}.`);
  return first;
}

/** True for an element of any window; `instanceof` knows those of its own. */
const isElement = (node: Node | ParentNode): node is Element => 'tagName' in node;

/** The rendered text of an element, slots filled, with what only voices read. */
export function textOf(node: Node): string {
  return words(node).replace(/\s+/g, ' ').trim();
}

/** The text of an element as voices have it. */
export function spokenOf(node: Node): string {
  return words(node, '[aria-hidden=true]').replace(/\s+/g, ' ').trim();
}

function words(node: Node, unspoken?: string): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  if (isElement(node)) {
    if (node.matches(LEAVING) || (unspoken && node.matches(unspoken))) return '';
    if (NOT_READ.has(node.tagName) || !node.checkVisibility()) {
      // A slot or `display: contents` has no box of its own; what is in it may have.
      if (NOT_READ.has(node.tagName) || getComputedStyle(node).display !== 'contents') return '';
    }
    const inner =
      node.localName === 'slot'
        ? (node as HTMLSlotElement).assignedNodes({ flatten: true })
        : (node.shadowRoot ?? node).childNodes;
    const text = [...inner].map((child) => words(child, unspoken)).join('');
    return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
  }
  return [...node.childNodes].map((child) => words(child, unspoken)).join('');
}

/** The element that has the focus, in whatever shadow root. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Finds what can be reached and used in an element, as far as it is in sight. */
export const interactive = (root: ParentNode): HTMLElement[] =>
  all(root, INTERACTIVE).filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0,
  );

/** Goes through an element with the Tab key, from its start to where it is left. */
export async function tabThrough(root: HTMLElement): Promise<Element[]> {
  const [start, end] = [document.createElement('button'), document.createElement('button')];
  root.before(start);
  // Behind the last stop of a page the focus goes to the browser's own controls, and stays there in some.
  root.after(end);
  start.focus();
  const reached: Element[] = [];
  for (;;) {
    await sendKeys({ press: 'Tab' });
    const at = focused();
    if (!at || !holds(root, at) || reached.includes(at)) break;
    reached.push(at);
  }
  start.remove();
  end.remove();
  return reached;
}

/** @returns whether an element stands inside another, shadow roots counted. */
export function holds(outer: Node, inner: Node): boolean {
  for (let at: Node | null = inner; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null))
    if (at === outer) return true;
  return false;
}
