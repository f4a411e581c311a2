/** For tests of links into a widget: a page with one far down, and what an address says of it. */
import { html } from 'lit';
import '../../../src/enterprise-gallery/define.js';
import '../../../src/oasis-guide/define.js';
import '../../../src/programme-timeline/define.js';
import { enterprise, galleryFeed, type Raw } from './feed.js';
import { oasisFeed, STEPS } from './guides.js';
import { eventually, mount, nextEvent } from './page.js';
import { feedOf, session } from './timeline.js';
import { focused, textOf } from './tree.js';

export type Widget = HTMLElement & { readonly updateComplete: Promise<boolean>; refresh(): Promise<void> };

/** One feed for all widgets. */
export const FEED: Raw = {
  ...oasisFeed(STEPS),
  ...feedOf(
    session('begin', { start: '2027-10-07', kind: 'field' }),
    session('kijken', { start: '2027-10-14', kind: 'studio' }),
  ),
  themes: [
    { id: 'eten', label: 'Eten' },
    { id: 'maken', label: 'Maken' },
  ],
  ...galleryFeed(
    enterprise('ex-soep', 'Soep', { themes: ['eten'] }),
    enterprise('ex-fiets', 'Fietswerkplaats', { themes: ['maken'] }),
    enterprise('Nr. 5 & co+', 'Nummer vijf', { themes: ['maken'] }),
  ),
};

const clean = location.pathname + location.search;
/** As if the page had been opened at this fragment. */
export function arriveAt(fragment: string): void {
  if (location.hash || fragment) history.replaceState(null, '', clean + fragment);
}
/** The same for many in a row: WebKit lets a page change its history 100 times in ten seconds, and does not count this. */
export const arriveOften = (fragment: string) => location.replace(`${clean}${fragment || '#'}`);
/** Follows a link on the page. */
export async function follow(fragment: string): Promise<void> {
  const gone = nextEvent(window, 'hashchange');
  location.hash = fragment;
  await gone;
}

/** Puts a widget far down a page. */
export async function far(
  tag: string,
  setting: Readonly<Record<string, unknown>> = {},
  place?: ParentNode,
): Promise<Widget> {
  const element = document.createElement(tag) as Widget;
  element.lang = 'nl';
  for (const [name, value] of Object.entries({ 'deep-link': '', data: FEED, ...setting }))
    if (typeof value === 'string') element.setAttribute(name, value);
    else Object.assign(element, { [name]: value });
  const page = await mount<HTMLElement>(html`<div></div>`);
  page.style.paddingBlock = '3000px';
  (place ?? page).append(element);
  await element.updateComplete;
  return element;
}

export const inSight = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

export const GALLERY = 'ceal-enterprise-gallery';
export const TIMELINE = 'ceal-programme-timeline';
export const GUIDE = 'ceal-oasis-guide';
/** Of each kind of widget: a key, what it leads to, and the words of what gets the focus. */
export const NAMED = [
  [GALLERY, 'ceal-gallery', 'open', 'ex-fiets', 'Fietswerkplaats'],
  [TIMELINE, 'ceal-timeline', 'session', 'kijken', 'Sessie kijken'],
  [GUIDE, 'ceal-oasis', 'step', 'vieren', 'Proefvieren'],
] as const;

/** Has every test of a file begin at the top of a page without a fragment, and leaves none behind. */
export function beginAnew(): void {
  beforeEach(async () => {
    if (location.hash) {
      const gone = nextEvent(window, 'hashchange');
      arriveOften('');
      await gone;
    }
    scrollTo({ top: 0, behavior: 'instant' });
  });
  after(() => arriveAt(''));
}

/** Comes back when what gets the focus holds some words. */
export const focusOn = (words: string) =>
  eventually(() => {
    const at = focused()!;
    return at !== document.body && textOf(at).includes(words) && inSight(at);
  });
