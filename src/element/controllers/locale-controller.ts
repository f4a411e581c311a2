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

/** Follows the language of an element: that of its nearest `lang`. */
export class LocaleController implements ReactiveController {
  /** The nearest usable language tag; `nl` where a page says none. */
  locale = 'nl';
  readonly #host: ReactiveControllerHost & Element;
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#read());
    for (let root: Node | undefined = this.#host.getRootNode(); root;) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
      root = (root as Partial<ShadowRoot>).host?.getRootNode();
    }
    this.#read();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #read(): void {
    const locale = nearestLocale(this.#host) ?? 'nl';
    if (locale === this.locale) return;
    this.locale = locale;
    this.#host.requestUpdate();
  }
}
