/**
 * Placeholders, for editors that take unknown tags out of a page: `<div data-ceal-widget="enterprise-gallery"
 * data-src="…">`. Comes when the loader finds the first one.
 */

import { passEarlyRequest } from '../feed/early-request.js';

const NAME_ATTRIBUTE = 'data-ceal-widget';
/** Attributes that are passed on beside those that an element observes; with the last a theme reaches its parts. */
const GLOBAL_ATTRIBUTES = ['id', 'lang', 'dir', 'exportparts'];
const FEED_TAG = 'ceal-feed';
/** What stands in a placeholder that names no element any more: its children. */
const CHILDREN_TAG = 'slot';
const MAX_SHOWN_CHARACTERS = 80;

/** The shadow roots that were attached here; others are of the page, or of a second copy of this script. */
const roots = new WeakMap<Element, ShadowRoot>();
/** The tags of the placeholders whose element is not defined yet. */
const waiting = new WeakMap<Element, string>();
const warnings = new Set<string>();

/** Ends the room that the style sheet for the head holds for a placeholder, but not that for another one inside it. */
const styles = new CSSStyleSheet();
styles.replaceSync(':host{--_ceal-room:none}::slotted(*){--_ceal-room:initial}');

/**
 * Fills a placeholder with the element that it names, once that is defined: it stands in a shadow root of the placeholder,
 * with the `data-…` attributes as its own and the placeholder's children in its default slot. No child is moved and no
 * attribute is set, so a script that renders the page anew finds everything as it left it, and a copy of a placeholder is
 * one more placeholder. May be called again; changes of attributes are followed.
 *
 * @param tag The tag that the placeholder names.
 * @param tags The tags that there are.
 */
export function fillPlaceholder(placeholder: Element, tag: string, tags: readonly string[]): void {
  if (waiting.get(placeholder) === tag) return;
  waiting.delete(placeholder);
  if (!tags.includes(tag)) {
    const names = tags.map((known) => known.slice('ceal-'.length));
    const name = tag.slice('ceal-'.length, MAX_SHOWN_CHARACTERS);
    warn(`There is no widget "${name}" for ${NAME_ATTRIBUTE}; there are ${names.join(', ')}.`);
    return show(placeholder, CHILDREN_TAG);
  }
  // A widget that is there before the <ceal-feed> around its placeholder would say that it has no feed.
  const missing = [FEED_TAG, tag].filter((needed) => !customElements.get(needed));
  if (!missing[0]) return show(placeholder, tag);
  waiting.set(placeholder, tag);
  void Promise.all(missing.map((needed) => customElements.whenDefined(needed))).then(() => {
    if (waiting.get(placeholder) !== tag) return;
    waiting.delete(placeholder);
    if (placeholder.hasAttribute(NAME_ATTRIBUTE)) show(placeholder, tag);
  });
}

function warn(text: string): void {
  if (warnings.has(text)) return;
  warnings.add(text);
  console.warn(`[ceal-widgets] ${text}`);
}

/** Puts an element into a placeholder, in the place of what stood there. */
function show(placeholder: Element, tag: string): void {
  const root = roots.get(placeholder) ?? (tag === CHILDREN_TAG ? undefined : attachRoot(placeholder));
  if (!root || root.firstElementChild?.localName === tag) return;
  const element = document.createElement(tag);
  if (tag !== CHILDREN_TAG) element.append(document.createElement(CHILDREN_TAG));
  passAttributes(placeholder, element);
  passEarlyRequest(placeholder, element);
  root.replaceChildren(element);
  const attributeFilter = [NAME_ATTRIBUTE, 'id', ...attributesOf(tag).map((name) => `data-${name}`)];
  attributeObserver.observe(placeholder, { attributeFilter });
}

function attachRoot(placeholder: Element): ShadowRoot | undefined {
  if (placeholder.shadowRoot) return undefined;
  let root: ShadowRoot | undefined;
  try {
    // An element of the page's own attaches its root itself.
    if (!placeholder.localName.includes('-')) root = placeholder.attachShadow({ mode: 'open' });
  } catch {
    // Only some elements may have one.
  }
  if (!root) {
    warn(`<${placeholder.localName}> cannot hold a widget: put ${NAME_ATTRIBUTE} on a <div>.`);
    return undefined;
  }
  root.adoptedStyleSheets = [styles];
  roots.set(placeholder, root);
  return root;
}

/** @returns the names of the attributes that an element takes from its placeholder: nothing that would run or style. */
function attributesOf(tag: string): readonly string[] {
  const element = customElements.get(tag) as { readonly observedAttributes: readonly string[] } | undefined;
  return element ? [...element.observedAttributes, ...GLOBAL_ATTRIBUTES] : [];
}

/** Attributes by which a form sends: whoever may write only what a sanitiser lets through may not name another site. */
const SENDING_ATTRIBUTES = ['endpoint', 'availability'];

const isOwnAddress = (address: string, base: string) =>
  URL.canParse(address, base) && new URL(address, base).origin === location.origin;

function passAttributes(placeholder: Element, element: Element): void {
  for (const name of attributesOf(element.localName)) {
    // Links lead to a widget by its id. The same one may stand here: a shadow root has ids of its own.
    const own = name === 'id' ? placeholder.getAttribute(name) : null;
    const value = placeholder.getAttribute(`data-${name}`) ?? own;
    const isRefused =
      value !== null && SENDING_ATTRIBUTES.includes(name) && !isOwnAddress(value.trim(), placeholder.baseURI);
    if (isRefused)
      warn(`data-${name} of a placeholder leads to another site and is not used: write the element itself.`);
    if (value === null || isRefused) element.removeAttribute(name);
    else if (value !== element.getAttribute(name)) element.setAttribute(name, value);
  }
}

const attributeObserver = new MutationObserver((changes) =>
  changes.forEach(({ target }) => {
    const placeholder = target as Element;
    if (placeholder.hasAttribute(NAME_ATTRIBUTE))
      passAttributes(placeholder, roots.get(placeholder)!.firstElementChild!);
    else show(placeholder, CHILDREN_TAG);
  }),
);
