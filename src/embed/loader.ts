import { registry } from '../registry.js';
import { requestEarly } from './early-requests.js';
import type * as Placeholders from './placeholders.js';
import { isPlaceholder, tagOf } from './tag-of.js';

/** The elements that are not loaded yet: those in the page are imported now, others when they appear. */
const pending = new Set(Object.keys(registry));
/** Waits between looks for shadow roots, each twice the one before: no browser tells when a root is attached. */
const FIRST_WAIT_MS = 200;
const LAST_WAIT_MS = 20_000;
let timer: ReturnType<typeof setTimeout>;
/** Waits before an element that could not be loaded is tried again, by tag, in milliseconds. */
const retryWaits: Record<string, number> = {};
/** The code that fills placeholders, once there is one. */
let placeholders: Promise<typeof Placeholders> | undefined;

function load(tag: string): Promise<unknown> | undefined {
  if (!pending.delete(tag)) return undefined;
  return registry[tag]!().catch((error: unknown) => {
    if (!retryWaits[tag]) console.error(`[ceal-widgets] <${tag}> could not be loaded:`, error);
    setTimeout(() => pending.add(tag), retryWaits[tag]);
    // At the next look, for a connection that was gone for a moment; then seldom, as a page may change all the time.
    retryWaits[tag] = LAST_WAIT_MS;
  });
}

/** Has a placeholder filled, now or when its element is there; it stays as it is where the code for that does not come. */
function fill(placeholder: Element, tag: string): void {
  placeholders ??= import('./placeholders.js');
  placeholders.then(
    ({ fillPlaceholder }) => fillPlaceholder(placeholder, tag, Object.keys(registry)),
    () => setTimeout(() => (placeholders = undefined), LAST_WAIT_MS),
  );
}

/** Loads what stands in a tree, and in the open shadow roots in it. */
function look(tree: Node): void {
  // A text has nothing in it.
  for (const element of [
    tree as HTMLElement,
    ...((tree as Element).querySelectorAll?.<HTMLElement>('*') ?? []),
  ]) {
    const { shadowRoot } = element;
    const tag = tagOf(element);
    if (isPlaceholder(element)) fill(element, tag);
    if (pending.has(tag)) {
      // Every widget brings the code of <ceal-feed>, which may also stand where we do not look: in a closed root.
      void load(tag)?.then(() => load('ceal-feed'));
    } else if (shadowRoot instanceof ShadowRoot && !/^ceal-/.test(tag)) watch(shadowRoot);
    // After the code, which must not wait for a connection.
    if (Object.hasOwn(registry, tag) && !customElements.get(tag)) requestEarly(element);
  }
}

function watch(root: Node): void {
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['data-ceal-widget'] });
  look(root);
}

function lookAgain(wait: number): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    look(document);
    if (wait < LAST_WAIT_MS) lookAgain(wait * 2);
  }, wait);
}

const observer = new MutationObserver((changes) => {
  changes.forEach(({ addedNodes, attributeName, target }) => {
    addedNodes.forEach(look);
    if (attributeName) look(target);
  });
  lookAgain(FIRST_WAIT_MS);
});

watch(document);
lookAgain(FIRST_WAIT_MS);
