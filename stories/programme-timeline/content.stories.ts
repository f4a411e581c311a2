import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { daysFromNow, madeUpSessions, SAMPLE_FEED, timeline, underWay } from './timeline.js';

const meta: Meta = {
  ...timeline,
  title: 'Widgets/Programme timeline/Content',
  parameters: {
    ...timeline.parameters,
    docs: storiesPage('What a feed may bring: every kind of date, moves, breaks, long words, many sessions.'),
  },
};
export default meta;

/** A programme under way: what was, what is today, what comes next. */
export const UnderWay: StoryObj = { args: { src: underWay('timeline-under-way') } };

/** The same, with what is over out of sight. */
export const CollapsedPast: StoryObj = {
  args: { src: underWay('timeline-collapsed'), 'collapse-past': true },
};

/** Sessions that were cancelled or moved, or have no date or no place; one that takes a weekend, one past midnight. */
export const Changes: StoryObj = {
  args: {
    src: madeUpSessions('timeline-changes', [
      { title: 'Gaat niet door', start: `${daysFromNow(3)}T13:30`, status: 'cancelled' },
      {
        title: 'Naar een andere dag en plek',
        start: `${daysFromNow(8)}T13:30`,
        status: 'moved',
        movedFrom: { start: `${daysFromNow(7)}T13:30`, place: { name: 'De oude zaal' } },
        place: { name: 'De nieuwe zaal', address: 'Om de hoek' },
      },
      { title: 'Een heel weekend', start: daysFromNow(10), end: daysFromNow(11), kind: 'field' },
      { title: 'Tot na middernacht', start: `${daysFromNow(12)}T20:00`, end: `${daysFromNow(13)}T00:30` },
      { title: 'Online', start: `${daysFromNow(14)}T20:00`, online: 'https://example.org/' },
      { title: 'Vrije week', start: daysFromNow(20), kind: 'break' },
      { title: 'Coaching', kind: 'coaching' },
      { title: 'Nog te plannen' },
    ]),
  },
};

/** Dates as precise as the feed says them: a year, a season, a month, a day, a stretch, a day of an unknown year. */
export const Dates: StoryObj = {
  args: {
    src: madeUpSessions(
      'timeline-dates',
      [
        '2028',
        '2028-21',
        '2028-06',
        '2028-06-01',
        '2028-06/2028-08',
        '2028-06-01/2028-06-03',
        'XXXX-09-09',
      ].map((start) => ({ title: `Geschreven als ${start}`, start })),
    ),
  },
};

/** Titles of one long word and texts as long as the format allows. Nothing widens the page. */
export const LongWords: StoryObj = {
  args: {
    src: madeUpSessions('timeline-long', [
      {
        title: 'Arbeidsongeschiktheidsverzekeringsmaatschappijvoorzelfstandigen',
        start: daysFromNow(3),
        summary: 'Hottentottententententoonstellingsterreinbeheerderswoningsleutelbosjes. '.repeat(20),
        place: { name: 'Aansprakelijkheidswaardevaststellingsveranderingenloket' },
      },
    ]),
  },
};

/** A thousand sessions over a year: a page at a time, from a little before today. */
export const Thousand: StoryObj = {
  name: '1,000 sessions',
  args: {
    src: madeUpSessions(
      'timeline-thousand',
      Array.from({ length: 1_000 }, (_, index) => ({
        title: `Bijeenkomst ${index + 1}`,
        start: `${daysFromNow(Math.floor(index / 3) - 160)}T${10 + (index % 3) * 3}:00`,
        week: 1 + Math.floor(index / 21),
        part: index < 500 ? 'een' : 'twee',
        pillars: [index % 2 ? 'samen' : 'zelf'],
      })),
    ),
  },
};

/** An English page. Ours are Dutch and English; the feed's texts come in the language of the page if they can. */
export const English: StoryObj = {
  globals: { locale: 'en' },
  args: { src: SAMPLE_FEED, edition: 'ex-najaar-2027' },
};

/** From right to left, with texts that are not. */
export const RightToLeft: StoryObj = {
  globals: { locale: 'ar', direction: 'rtl' },
  args: {
    src: madeUpSessions('timeline-rtl', [
      { title: { ar: 'لقاء مع الجيران (الأسبوع 3)' }, start: `${daysFromNow(2)}T13:30`, week: 3 },
      { title: 'Een titel in het Nederlands', start: `${daysFromNow(9)}T13:30`, week: 4 },
    ]),
  },
};

/** Words of ours can be replaced. */
export const OwnLabels: StoryObj = {
  args: {
    src: SAMPLE_FEED,
    edition: 'ex-najaar-2027',
    labels: { heading: 'Wanneer is wat?', 'kind-field': 'Buiten', toNext: 'Ga naar de eerste keer' },
  },
};
