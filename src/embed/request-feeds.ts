import { registry } from '../registry.js';
import { requestEarly } from './early-requests.js';
import { tagOf } from './tag-of.js';

// For the bundle: the elements that stand in the page are upgraded only when all of it has run.
for (const element of document.querySelectorAll<HTMLElement>('*')) {
  const tag = tagOf(element);
  if (Object.hasOwn(registry, tag) && !customElements.get(tag)) requestEarly(element);
}
