import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { safeLocale } from '../../i18n/locale.js';

/** @returns the parent of a node, out of shadow roots to their hosts. */
export function parentAcross(node: Node): Element | undefined {
  const parent = node.parentNode;
  // By its type: in the document of a frame nothing is an instance of this window's classes.
  if (parent?.nodeType === Node.ELEMENT_NODE) return parent as Element;
  return (parent as Partial<ShadowRoot> | null)?.host;
}

/** @returns the usable language tag nearest to an element, its own first, across shadow roots. */
function nearestLocale(element: Element): string | undefined {
  for (let ancestor: Element | undefined = element; ancestor; ancestor = parentAcross(ancestor)) {
    const locale = safeLocale(ancestor.getAttribute('lang'));
    if (locale) return locale;
  }
  return undefined;
}

/** The listeners of each tree, which has one observer, however many widgets stand in it. */
const listenersByRoot = new WeakMap<Node, Set<() => void>>();

/** @returns a function that ends it. */
function watchLanguage(root: Node, listener: () => void): () => void {
  let listeners = listenersByRoot.get(root);
  if (!listeners) {
    const all = (listeners = new Set<() => void>());
    listenersByRoot.set(root, all);
    new MutationObserver(() => all.forEach((notify) => notify())).observe(root, {
      subtree: true,
      attributes: true,
      attributeFilter: ['lang'],
    });
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows the language of an element: that of its nearest `lang`. */
export class LocaleController implements ReactiveController {
  /** The nearest usable language tag; `nl` where a page says none. */
  locale = 'nl';
  readonly #host: ReactiveControllerHost & Element;
  #stops: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (let root: Node | undefined = this.#host.getRootNode(); root;) {
      this.#stops.push(watchLanguage(root, () => this.#read()));
      root = (root as Partial<ShadowRoot>).host?.getRootNode();
    }
    this.#read();
  }

  hostDisconnected(): void {
    this.#stops.forEach((stop) => stop());
    this.#stops = [];
  }

  #read(): void {
    const locale = nearestLocale(this.#host) ?? 'nl';
    if (locale === this.locale) return;
    this.locale = locale;
    this.#host.requestUpdate();
  }
}
