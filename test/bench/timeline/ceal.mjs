// Ours, from dist: the list with its filters, calendar and overview.
let element;
window.Impl = {
  init(root, json) {
    element = document.createElement('ceal-programme-timeline');
    element.data = json;
    root.append(element);
    return element.updateComplete;
  },
  count: () => element.shadowRoot.querySelectorAll('[part~=session]').length,
  paged: true,
};
