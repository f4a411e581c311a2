// Ours, from dist: the whole gallery with its search field, facets, chips, counts and order.
import { appears } from '../in-page/appears.mjs';
import 'dist:enterprise-gallery';

let element;
const input = () => element.shadowRoot.querySelector('[part~=search]');
window.Impl = {
  init(root, json) {
    element = document.createElement('ceal-enterprise-gallery');
    element.data = json;
    root.append(element);
    return appears(element.shadowRoot, '[part~=card]');
  },
  async settled() {
    await new Promise((resolve) => setTimeout(resolve, 400));
    input().focus();
    await new Promise((resolve) => setTimeout(resolve, 200));
  },
  /** Until the cards in sight are there; an update runs in a microtask. */
  async search(query) {
    input().value = query;
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (let n = 0; n < 5; n++) await undefined;
  },
  /** The rest of the page comes when these are painted. */
  whole: () => element.updateComplete,
  field: () => input(),
  count: () => element.shadowRoot.querySelectorAll('[part~=card]').length,
  paged: true,
};
