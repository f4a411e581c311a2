import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { safeLocale } from '../../i18n/locale.js';

/** The parent of a node as a reader sees the page: through slots' owners and out of shadow roots. */
export function parentAcross(node: Node): Element | undefined {
  const parent = node.parentNode;
  // Asked of the node itself: in the document of a frame nothing is an instance of this window's classes.
  if (parent?.nodeType === Node.ELEMENT_NODE) return parent as Element;
  return (parent as Partial<ShadowRoot> | null)?.host;
}

/** The usable language tag nearest to an element, its own first, across shadow roots. */
function nearestLocale(element: Element): string | undefined {
  for (let at: Element | undefined = element; at; at = parentAcross(at)) {
    const locale = safeLocale(at.getAttribute('lang'));
    if (locale) return locale;
  }
  return undefined;
}

/** One observer per tree, however many widgets stand in it. */
const watchers = new WeakMap<Node, Set<() => void>>();

function watchLanguage(root: Node, listener: () => void): () => void {
  let listeners = watchers.get(root);
  if (!listeners) {
    const all = (listeners = new Set<() => void>());
    watchers.set(root, all);
    new MutationObserver(() => all.forEach((tell) => tell())).observe(root, {
      subtree: true,
      attributes: true,
      attributeFilter: ['lang'],
    });
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps the language of an element: that of its nearest `lang`, followed when it changes. */
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
