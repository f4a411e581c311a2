/** A timeline as its visitor has it: what is seen and said, and what can be done. */
import { html } from 'lit';
import '../../../src/programme-timeline/define.js';
import type { CealProgrammeTimeline } from '../../../src/programme-timeline/programme-timeline.js';
import { languages } from '../../../src/programme-timeline/locales/index.js';
import { nl } from '../../../src/programme-timeline/locales/nl.js';
import { createTranslator } from '../../../src/i18n/translate.js';
import { found } from './actions.js';
import type { Raw } from './feed.js';
import { mount } from './page.js';
import { all, one, textOf } from './tree.js';

export type Timeline = CealProgrammeTimeline;

/** The Dutch words of a timeline, to find things by. */
export const WORDS = nl;

/** The button for `n` sessions more: of `earlier` or of `later` ones. */
export const showMore = (which: 'earlier' | 'later', n: number): string =>
  createTranslator(languages, 'nl')(which, { n });

/** A time at which the programme below is under way: between its third and its fourth session. */
export const NOW = '2027-10-30T12:00:00+02:00';

/** A session, and whatever else a test is about. */
export const session = (id: string, rest: Raw = {}): Raw => ({
  id,
  edition: 'najaar',
  title: `Sessie ${id}`,
  ...rest,
});

/** A feed of sessions with what they refer to. */
export const feedOf = (...sessions: Raw[]): Raw => ({
  version: '1.0',
  id: 'proef',
  language: 'nl',
  title: 'Proefprogramma',
  programme: { title: 'Het proefprogramma', summary: 'Om mee te proberen.' },
  pillars: [
    { id: 'samen', title: 'Samen doen', summary: 'Je doet het samen.' },
    { id: 'zelf', title: 'Zelf doen' },
  ],
  parts: [
    { id: 'een', title: 'Deel een', summary: 'Van idee naar proef.', duration: 'Tien weken' },
    { id: 'twee', title: 'Deel twee', summary: 'Van proef naar plan.' },
  ],
  editions: [{ id: 'najaar', title: 'Groep najaar', start: '2027-10-07', status: 'running' }],
  sessions,
});

/** Five sessions around `NOW`, in two parts. */
export const FIVE = feedOf(
  session('begin', { part: 'een', week: 1, start: '2027-10-07T13:30+02:00', end: '2027-10-07T17:00+02:00' }),
  session('kijken', { part: 'een', week: 2, start: '2027-10-14', pillars: ['samen'], kind: 'field' }),
  session('maken', { part: 'een', week: 3, start: '2027-10-21', pillars: ['zelf'], kind: 'studio' }),
  session('testen', { part: 'een', week: 5, start: '2027-11-04', pillars: ['samen', 'zelf'], kind: 'field' }),
  session('verder', { part: 'twee', start: '2028-01-13T10:00+01:00', kind: 'coaching' }),
);

/** Puts a timeline on the page with its feed; attributes by name, the rest as properties. */
export async function timeline(
  setting: Readonly<Record<string, unknown>> = {},
  place?: Element,
): Promise<Timeline> {
  const element = document.createElement('ceal-programme-timeline');
  element.lang = 'nl';
  for (const [name, value] of Object.entries({ data: FIVE, ...setting }))
    if (typeof value === 'string') element.setAttribute(name, value);
    else Object.assign(element, { [name]: value });
  (place ?? (await mount(html`<div></div>`))).append(element);
  await element.updateComplete;
  return element;
}

/** A timeline in a place of so many pixels. */
export async function timelineIn(width: number, setting: Readonly<Record<string, unknown>> = {}) {
  const place = await mount<HTMLElement>(html`<div></div>`);
  place.style.inlineSize = `${width}px`;
  return timeline(setting, place);
}

export const countOf = (element: Timeline): string => textOf(one(element, '[part~=count]'));

/** Those that are seen: what is closed may be there too, for the find of the browser. */
const seen = (element: Timeline, part: string) => all(element, `[part~=${part}]:not([hidden] *)`);
export const rows = (element: Timeline): HTMLElement[] => seen(element, 'session');
/** What is seen of an element: without the date that voices hear with a name. */
const seenTextOf = (element: Element): string => {
  const said = all(element, '.visually-hidden').map(textOf).join(' ');
  return said ? textOf(element).replace(said, '').trim() : textOf(element);
};
export const titles = (element: Timeline): string[] => seen(element, 'title').map(seenTextOf);

/** The row of a session, by its id. */
export const row = (element: Timeline, id: string): HTMLElement =>
  found(rows(element), (candidate) => candidate.dataset['id'] === id, id);
export const dateOf = (element: Timeline, id: string): string =>
  textOf(one(row(element, id), '[part~=date]'));
export const titleOf = (element: Timeline, id: string): string =>
  seenTextOf(one(row(element, id), '[part~=title]'));

/** Headings as they are seen: their level and their words. */
export const headings = (root: ParentNode): string[] =>
  all(root, 'h1, h2, h3, h4, h5, h6').map((heading) => `${heading.tagName[1]} ${seenTextOf(heading)}`);
