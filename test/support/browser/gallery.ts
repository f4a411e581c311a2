/** A gallery as its visitor has it: what is seen and said, and what can be done. */
import { html } from 'lit';
import '../../../src/enterprise-gallery/define.js';
import { en } from '../../../src/enterprise-gallery/locales/en.js';
import type { CealEnterpriseGallery } from '../../../src/enterprise-gallery/enterprise-gallery.js';
import { nl } from '../../../src/enterprise-gallery/detail/locales/nl.js';
import { act, facet, found, openFacet } from './actions.js';
import { FEED } from './feed.js';
import { mount, until } from './page.js';
import { all, one, textOf } from './tree.js';

export type Gallery = CealEnterpriseGallery;

/** The Dutch words of a gallery and of what it opens, to find things by. */
export const WORDS = nl;

/** The button for `n` more cards. */
export const showMore = (n: number): string =>
  (n === 1 ? nl.showMore.one : nl.showMore.other).replace('{n}', String(n));

/** Texts of the count before there is one. */
const UNCOUNTED = new Set(['', nl.counting, en.counting]);

/** Puts a gallery on the page, with its feed read to the end; attributes by name, the rest as properties. */
export async function gallery(
  setting: Readonly<Record<string, unknown>> = {},
  place?: Element,
): Promise<Gallery> {
  const element = document.createElement('ceal-enterprise-gallery');
  element.lang = 'nl';
  for (const [name, value] of Object.entries({ data: FEED, ...setting }))
    if (typeof value === 'string') element.setAttribute(name, value);
    else Object.assign(element, { [name]: value });
  (place ?? (await mount(html`<div></div>`))).append(element);
  await element.updateComplete;
  await until(element, () => !UNCOUNTED.has(countOf(element)));
  await element.updateComplete;
  return element;
}

export const countOf = (element: Gallery): string => all(element, '[part~=count]').map(textOf).join();
export const cards = (element: Gallery): HTMLElement[] => all(element, '[part~=card]');
/** The name in an element, without the badge behind it, which voices hear with a comma. */
export const nameOf = (element: Element): string =>
  all(element, '.visually-hidden, [part~=badge]').reduce(
    (text, badge) => text.replace(textOf(badge), '').trim(),
    textOf(element),
  );
export const names = (element: Gallery): string[] => all(element, '[part~=name]').map(nameOf);
export const cardOf = (element: Gallery, name: string): HTMLElement =>
  found(cards(element), (card) => nameOf(one(card, '[part~=name]')) === name, name);
/** The link of a card. */
export const linkOf = (element: Gallery, name: string): HTMLAnchorElement =>
  one(cardOf(element, name), 'h1 a, h2 a, h3 a, h4 a, h5 a, h6 a');

export const searchField = (element: Gallery): HTMLInputElement => one(element, '[part~=search]');
export const search = (element: Gallery, text: string): Promise<void> =>
  act(element, () => {
    const field = searchField(element);
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  });

export const sortBy = (element: Gallery, sort: string): Promise<void> =>
  act(element, () => {
    const select = one<HTMLSelectElement>(element, '[part~=sort]');
    select.value = sort;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });

/** The options of a facet, opened for it: name and count. */
export async function options(element: Gallery, name: string): Promise<Record<string, string>> {
  await openFacet(element, name);
  return Object.fromEntries(
    all(facet(element, name), 'label').map((label) => {
      const [words, count] = [...label.querySelectorAll('span')].map((span) => textOf(span));
      return [words!, count!];
    }),
  );
}

export const chips = (element: Gallery): string[] => all(element, '[part~=chip]').map(textOf);
export const chip = (element: Gallery, words: string): HTMLButtonElement =>
  found(all<HTMLButtonElement>(element, '[part~=chip]'), (candidate) => textOf(candidate) === words, words);

/** The enterprise that is open to read, in a dialog or in place. */
export const detailOf = (element: Gallery): HTMLElement | undefined =>
  all(element, '[part~=detail]').find((detail) => detail.checkVisibility());
export const dialogOf = (element: Gallery): HTMLDialogElement => one(element, '[part~=dialog]');
/** Opens an enterprise by the link of its card. */
export const open = (element: Gallery, name: string): Promise<void> =>
  act(element, () => linkOf(element, name).click());
/** The name of the open enterprise; empty while none is open. */
export const opened = (element: Gallery): string => {
  const detail = detailOf(element);
  return detail ? nameOf(one(detail, '#detail-name')) : '';
};
