import { registry } from '../registry.js';

/** The elements that are not loaded yet: those in the page are imported now, others when they appear. */
const pending = new Set(Object.keys(registry));
const selector = [...pending].join();

function load({ localName }: Element): void {
  // Every widget brings the code of <ceal-feed>, which may also stand where we do not look: in a shadow root.
  for (const tag of [localName, 'ceal-feed'])
    if (pending.delete(tag))
      registry[tag]!().catch((error: unknown) => {
        pending.add(tag);
        console.error(`[ceal-widgets] <${tag}> could not be loaded:`, error);
      });
}

function loadWithin(root: ParentNode): void {
  root.querySelectorAll(selector).forEach(load);
}

loadWithin(document);
new MutationObserver((changes) => {
  for (const node of changes.flatMap((change) => [...change.addedNodes]))
    if (node instanceof Element) {
      if (node.matches(selector)) load(node);
      loadWithin(node);
    }
}).observe(document, { childList: true, subtree: true });
