import { defineElement } from './define.js';

/**
 * Registers elements under a prefix of your own, for a part of a page that must not depend on which copy of this
 * library the rest of it has: `<wijk-feed>` around `<wijk-enterprise-gallery>`. Registers nothing under `ceal-`; does
 * nothing on a server. A name that is taken stays as it is, with a warning where its version is another.
 *
 * Throws a `SyntaxError` (of `customElements.define`) where a prefix and a name make no name of a custom element.
 *
 *     define({ feed: CealFeed, 'enterprise-gallery': CealEnterpriseGallery }, { prefix: 'wijk' });
 *
 * @param elements The classes, by their names without the prefix.
 */
export function define(
  elements: Readonly<Record<string, CustomElementConstructor>>,
  { prefix }: { readonly prefix: string },
): void {
  // One that gives a feed is there before those that look for it.
  const named = Object.entries(elements).sort(
    ([one], [other]) => Number(other === 'feed') - Number(one === 'feed'),
  );
  // A class can be registered only once, and the page may want it under its own name too.
  for (const [name, element] of named) defineElement(`${prefix}-${name}`, class extends element {});
}
