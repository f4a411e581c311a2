/** A gallery as its visitor has it: what is seen and said, and what can be done. */
import { html } from 'lit';
import '../../../src/enterprise-gallery/define.js';
import type { CealEnterpriseGallery } from '../../../src/enterprise-gallery/enterprise-gallery.js';
import { FEED } from './feed.js';
import { mount, until } from './page.js';
import { all, one, textOf } from './tree.js';

export type Gallery = CealEnterpriseGallery;

/** What the count says before there is one. */
const UNCOUNTED = new Set(['', 'We tellen…', 'Counting…']);

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

/** Lets a visitor do something and the gallery answer it. */
export async function act<T>(element: Gallery, deed: () => T): Promise<T> {
  const result = deed();
  await element.updateComplete;
  return result;
}

export const countOf = (element: Gallery): string => all(element, '[part~=count]').map(textOf).join();
export const cards = (element: Gallery): HTMLElement[] => all(element, '[part~=card]');
export const names = (element: Gallery): string[] => all(element, '[part~=name]').map(textOf);
export const cardOf = (element: Gallery, name: string): HTMLElement =>
  found(cards(element), (card) => textOf(one(card, '[part~=name]')) === name, name);
/** The link of a card. */
export const linkOf = (element: Gallery, name: string): HTMLAnchorElement =>
  one(cardOf(element, name), 'h1 a, h2 a, h3 a, h4 a, h5 a, h6 a');

export const button = (element: ParentNode, words: string): HTMLButtonElement =>
  found(all<HTMLButtonElement>(element, 'button'), (it) => textOf(it) === words, words);
export const hasButton = (element: ParentNode, words: string): boolean =>
  all(element, 'button').some((it) => textOf(it) === words);

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

/** The names of the facets. */
export const facets = (element: Gallery): string[] =>
  all(element, '[part~=facet] legend').map((legend) => legend.textContent.trim());

export const facet = (element: Gallery, name: string): HTMLElement =>
  found(all(element, '[part~=facet]'), (it) => one(it, 'legend').textContent?.trim() === name, name);
export const facetButton = (element: Gallery, name: string): HTMLButtonElement =>
  one(facet(element, name), 'button');

/** The options of a facet, opened for it: name and count. */
export async function options(element: Gallery, name: string): Promise<Record<string, string>> {
  const open = facetButton(element, name);
  if (open.ariaExpanded !== 'true') await act(element, () => open.click());
  return Object.fromEntries(
    all(facet(element, name), 'label').map((label) => {
      const [words, count] = [...label.querySelectorAll('span')].map((it) => textOf(it));
      return [words!, count!];
    }),
  );
}

export async function choose(element: Gallery, name: string, option: string): Promise<void> {
  await options(element, name);
  const label = found(
    all<HTMLLabelElement>(facet(element, name), 'label'),
    (it) => textOf(it).startsWith(option),
    option,
  );
  await act(element, () => label.click());
}

export const chips = (element: Gallery): string[] => all(element, '[part~=chip]').map(textOf);
export const chip = (element: Gallery, words: string): HTMLButtonElement =>
  found(all<HTMLButtonElement>(element, '[part~=chip]'), (it) => textOf(it) === words, words);

/** The enterprise that is open to read, in a dialog or in place. */
export const detailOf = (element: Gallery): HTMLElement | undefined =>
  all(element, '[part~=detail]').find((it) => it.checkVisibility());
export const dialogOf = (element: Gallery): HTMLDialogElement => one(element, '[part~=dialog]');

function found<T>(list: readonly T[], isIt: (it: T) => boolean, what: string): T {
  const it = list.find(isIt);
  if (!it) throw new Error(`There is no ${what} here.`);
  return it;
}
