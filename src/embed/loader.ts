import { registry } from '../registry.js';

/** Imports the widgets that stand in the page, and those that come later. */
const wanted = new Set(Object.keys(registry));
const selector = [...wanted].join();

function load({ localName }: Element): void {
  // Every widget brings the code of <ceal-feed>, which may also stand where we do not look: in a shadow root.
  for (const tag of [localName, 'ceal-feed'])
    if (wanted.delete(tag))
      registry[tag]!().catch((error: unknown) => {
        wanted.add(tag);
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
