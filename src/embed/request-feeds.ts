import { requestEarly } from './early-requests.js';

// For the bundle: the elements that stand in the page are upgraded only when all of it has run.
for (const element of document.querySelectorAll('*'))
  if (/^ceal-/.test(element.localName) && !customElements.get(element.localName)) requestEarly(element);
