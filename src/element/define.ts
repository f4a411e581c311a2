import { VERSION } from '../version.js';

const VERSION_KEY = Symbol.for('ceal-widgets/version');
let warned = false;

/**
 * Registers an element unless its name is taken: the first copy on a page wins. A second copy of another version says
 * so once, because two versions on one page are nearly always a mistake.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const present = customElements.get(tag);
  if (!present) {
    Object.defineProperty(element, VERSION_KEY, { value: VERSION });
    customElements.define(tag, element);
    return;
  }
  const other = (present as { [VERSION_KEY]?: string })[VERSION_KEY];
  if (other === VERSION || warned) return;
  warned = true;
  console.warn(
    `[ceal-widgets] <${tag}> is already there in version ${other ?? 'unknown'}; version ${VERSION} was not used.`,
  );
}
