/** Dates that are about or perhaps, open or unknown, and times without an end of their own: what visitors read. */
import { expect } from '@open-wc/testing';
import type { CealTimelineDownloadEvent } from '../../src/programme-timeline/events.js';
import { setTime } from '../support/browser/clock.js';
import { placeOf } from '../support/browser/network.js';
import { nextEvent } from '../support/browser/page.js';
import type { Raw } from '../support/browser/feed.js';
import { all, count, one, textOf } from '../support/browser/tree.js';
import {
  countOf,
  dateOf,
  feedOf,
  headings,
  NOW,
  row,
  rows,
  session,
  timeline,
  titleOf,
  titles,
  type Timeline,
} from '../support/browser/timeline.js';

beforeEach(() => setTime(NOW));

/** The dates of sessions in the order of `periods`, each a start and perhaps an end. */
async function datesOf(periods: readonly (readonly [start: string, end?: string])[], lang = 'nl') {
  const sessions = periods.map(([start, end], at) => session(`s${at}`, { start, end }));
  const element = await timeline({ data: feedOf(...sessions), lang });
  return periods.map((_, at) => dateOf(element, `s${at}`));
}

describe('the date of a session', () => {
  it('11: is told in words where it is about or perhaps, open or has unknown digits', async () => {
    const periods = [
      ['2028-11-09~'],
      ['2028-11-10?'],
      ['2028~'],
      ['2028-XX'],
      ['2028-12-XX'],
      ['202X'],
      ['2028-11-11/..'],
      ['../2029-11-12'],
      ['2028-11-13T13:30+01:00/..'],
      ['2028-22~', '2028-23'],
    ] as const;
    expect(await datesOf(periods)).to.deep.equal([
      'rond do 9 nov',
      'misschien vr 10 nov',
      'rond 2028',
      '2028',
      'december 2028',
      'jaren 20',
      'vanaf za 11 nov',
      'tot en met ma 12 nov 2029',
      'vanaf ma 13 nov 2028 13:30',
      'rond zomer 2028 t/m najaar 2028',
    ]);
    expect((await datesOf(periods, 'en')).slice(0, 3)).to.deep.equal([
      'about Thu 9 Nov',
      'perhaps Fri 10 Nov',
      'about 2028',
    ]);
  });

  it('15: has no end where that is its start, and none on the next day for midnight', async () => {
    const start = '2027-11-09T19:30:00+01:00';
    expect(
      await datesOf([
        [start, start],
        [start, '2027-11-09T18:30:00Z'],
        [start, '2027-11-10T00:00:00+01:00'],
        [start, '2027-11-10T00:30:00+01:00'],
        [start, '2027-11-11T00:00:00+01:00'],
        [start, '2027-11-09'],
      ]),
    ).to.deep.equal([
      'di 9 nov 2027 19:30',
      'di 9 nov 19:30',
      'di 9 nov 19:30 tot 0:00',
      'di 9 nov 19:30 tot wo 10 nov 0:30',
      'di 9 nov 19:30 tot do 11 nov 0:00',
      'di 9 nov 19:30',
    ]);
  });

  it('04: is said to be unknown where it cannot be read; it comes last and is not waited for', async () => {
    const data = feedOf(
      session('weg', { start: 'XXXX', end: '2027-11-05' }),
      session('later', { start: '2027-11-06' }),
      session('afspraak', { start: 'XXXX', kind: 'coaching' }),
    );
    const element = await timeline({ data });
    expect(rows(element).map((it) => it.dataset['id'])).to.deep.equal(['later', 'weg', 'afspraak']);
    expect(dateOf(element, 'weg')).to.equal('Datum onbekend');
    expect(dateOf(element, 'afspraak')).to.equal('Datum onbekend');
    expect(titles(element)[0]).to.equal('Eerstvolgende: Sessie later');
    expect(count(row(element, 'weg'), 'button')).to.equal(0);
    expect(dateOf(await timeline({ data, lang: 'en' }), 'weg')).to.equal('Date unknown');
  });

  it('11: is neither next nor today where it is only about or perhaps', async () => {
    const data = feedOf(
      session('nu', { start: '2027-10-30?' }),
      session('straks', { start: '2027-10-31~' }),
      session('zeker', { start: '2027-11-06' }),
    );
    expect(titles(await timeline({ data }))).to.deep.equal([
      'Sessie nu',
      'Sessie straks',
      'Eerstvolgende: Sessie zeker',
    ]);
  });

  it('11: goes on for as long as its end is open', async () => {
    const data = feedOf(session('open', { start: '2027-10-01/..' }));
    expect(titles(await timeline({ data }))).to.deep.equal(['Nu bezig: Sessie open']);
  });
});

describe('02: a session of which the status is not known', () => {
  it('says so, and is not waited for', async () => {
    const data = feedOf(
      session('raar', { start: '2027-11-01', status: 'unknown' }),
      session('zeker', { start: '2027-11-06' }),
    );
    const element = await timeline({ data });
    expect(titleOf(element, 'raar')).to.equal('Niet zeker of dit doorgaat: Sessie raar');
    expect(titleOf(element, 'zeker')).to.equal('Eerstvolgende: Sessie zeker');
    expect(titleOf(await timeline({ data, lang: 'en' }), 'raar')).to.contain('Not sure to take place:');
  });
});

describe('19: a place that is an address', () => {
  it('is said once', async () => {
    const place = { name: 'Zamenhofdreef 1, Utrecht', address: 'Zamenhofdreef 1, Utrecht' };
    const element = await timeline({ data: feedOf(session('hier', { start: '2027-11-01', place })) });
    expect(textOf(one(row(element, 'hier'), '[part~=place]'))).to.equal('Zamenhofdreef 1, Utrecht');
  });
});

describe('20: editions without sessions', () => {
  const editions = [
    { id: 'e1', title: 'Groep najaar', start: '2027-11-09', status: 'open' },
    { id: 'e2', title: 'Groep voorjaar', start: '2028-02', status: 'planned' },
  ];

  it('are not said to be nothing', async () => {
    const element = await timeline({ data: { ...feedOf(), editions } });
    expect(countOf(element)).to.equal('');
    expect(headings(element)).to.include('3 Groep najaar');
  });

  it('are still counted as nothing where nothing fits', async () => {
    const element = await timeline({ data: feedOf(session('a')), kind: 'break' });
    expect(countOf(element)).to.equal('Niets gevonden');
  });
});

describe('11: a history', () => {
  const DATES: readonly (readonly [date: string, words: string])[] = [
    ['201X', 'jaren 10'],
    ['2013/..', 'vanaf 2013'],
    ['2014~', 'rond 2014'],
    ['2014?', 'misschien 2014'],
    ['2014%', 'misschien rond 2014'],
    ['2016-XX', '2016'],
    ['2016-06-XX', 'juni 2016'],
    ['../2018', 'tot en met 2018'],
    ['2018/', 'vanaf 2018'],
    ['XXXX', 'Datum onbekend'],
    ['XXXX-09-09', '9 september'],
  ];
  const events: readonly Raw[] = DATES.map(([date], at) => ({ id: `h${at}`, date, title: `Feit ${at}` }));

  it('tells every date in words, under its year or its decade', async () => {
    const element = await timeline({ data: { ...feedOf(), history: events.toReversed() }, view: 'history' });
    const shown = rows(element).map((it) => textOf(one(it, '[part~=date]')));
    expect(shown.toSorted()).to.deep.equal(DATES.map(([, words]) => words).toSorted());
    expect(headings(element).filter((heading) => heading.startsWith('3'))).to.deep.equal([
      '3 jaren 10',
      '3 2013',
      '3 2014',
      '3 2016',
      '3 2018',
      '3 Jaar niet bekend',
    ]);
    const stamps = all<HTMLTimeElement>(element, 'time').map((time) => time.dateTime);
    expect(stamps).to.deep.equal(['09-09']);
  });
});

describe('11: structured data', () => {
  it('has the dates that are known, and no status where that is not', async () => {
    const data = {
      ...feedOf(
        session('open', { start: '2027-11-04/..' }),
        session('raar', { start: '2027-11-05', status: 'unknown' }),
        session('rond', { start: '2027-11-06~' }),
        session('weg', { start: 'XXXX' }),
      ),
      editions: [{ id: 'najaar', title: 'Groep', start: '2027-XX', end: '2028~', status: 'running' }],
    };
    const element = await timeline({ data });
    const put = new Promise<void>((resolve) =>
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve();
      }).observe(document.head, { childList: true }),
    );
    element.setAttribute('structured-data', '');
    await put;
    const script = document.querySelector<HTMLScriptElement>('head > script[type="application/ld+json"]');
    const { '@graph': graph } = JSON.parse(script!.text) as {
      '@graph': Record<string, unknown>[];
    };
    const [course, open, strange, ...others] = graph;
    expect(others).to.deep.equal([]);
    expect(Object.keys((course!['hasCourseInstance'] as object[])[0]!)).to.not.include('startDate');
    expect([open!['startDate'], open!['endDate']]).to.deep.equal(['2027-11-04', undefined]);
    expect([strange!['name'], strange!['eventStatus']]).to.deep.equal(['Sessie raar', undefined]);
  });
});

describe('14: the ids in a calendar file', () => {
  async function uidFrom(element: Timeline): Promise<string | undefined> {
    const asked = nextEvent<CealTimelineDownloadEvent>(document, 'ceal-timeline-download');
    document.addEventListener('ceal-timeline-download', (event) => event.preventDefault(), { once: true });
    one<HTMLButtonElement>(element, '[part~=session] button').click();
    return /^UID:(.*)$/m.exec((await asked).text.replaceAll('\r\n ', ''))?.[1]?.trim();
  }
  const data = feedOf(session('a', { start: '2027-11-04' }));

  it('have the address of the feed', async () => {
    const { address } = placeOf(data);
    const loaded = nextEvent(document, 'ceal-feed-loaded');
    const element = await timeline({ data: undefined, src: address });
    await loaded;
    await element.updateComplete;
    const { host, pathname } = new URL(address);
    expect(await uidFrom(element)).to.equal(`a@proef.${host}${pathname}`);
  });

  it('do not have that of the page which holds the feed', async () =>
    expect(await uidFrom(await timeline({ data }))).to.equal('a@proef.ceal-widgets'));
});
