// Ours, from dist: the list with its filters, calendar and overview.
import { appears } from '../in-page/appears.mjs';
import 'dist:programme-timeline';

let element;
window.Impl = {
  init(root, json) {
    element = document.createElement('ceal-programme-timeline');
    element.data = json;
    root.append(element);
    return appears(element.shadowRoot, '[part~=session]');
  },
  /** Until every session is there that is to be seen or found. */
  whole: () => element.updateComplete,
  count: () => element.shadowRoot.querySelectorAll('[part~=session]').length,
  paged: true,
};
