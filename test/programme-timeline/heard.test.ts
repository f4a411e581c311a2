/** The timeline as it was heard with a screen reader; the numbers are those of the list of what was heard. */
import { expect } from '@open-wc/testing';
import { choose, openFacet, press } from '../support/browser/actions.js';
import { setTime, stopClock } from '../support/browser/clock.js';
import {
  feedOf,
  FIVE,
  NOW,
  row,
  session,
  timeline,
  WORDS,
  type Timeline,
} from '../support/browser/timeline.js';
import { until } from '../support/browser/page.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';

beforeEach(() => setTime(NOW));

/** Text of an element without what only the eye gets. */
const heard = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return copy.textContent.replace(/\s+/g, ' ').replace(/ ,/g, ',').trim();
};
const headingOf = (element: Timeline, id: string) =>
  heard(one(row(element, id), '[part~=title] :is(h4, h5, h6)'));
const said = () => one(document, 'ceal-announcer').textContent?.trim();

describe('a timeline as it is heard', () => {
  it('heard 1: years of a history keep their elements when an earlier one comes', async () => {
    const event = (id: string, date: string) => ({ id, date, title: `Gebeurtenis ${id}` });
    const feed = (...history: object[]) => ({ ...feedOf(), history });
    const element = await timeline({ view: 'history', data: feed(event('b', '2010'), event('c', '2012')) });
    const [year] = all(element, '[part~=year]');
    element.data = feed(event('a', '2001'), event('b', '2010'), event('c', '2012'));
    await until(element, () => count(element, '[part~=year]') === 3);
    expect(all(element, '[part~=year]').indexOf(year!)).to.equal(1);
    expect(textOf(year!)).to.include('Gebeurtenis b');
  });

  it('heard 1: a chip keeps the focus when the one before it goes', async () => {
    const element = await timeline();
    await choose(element, WORDS.pillar, 'Samen');
    await choose(element, WORDS.kind, WORDS['kind-field']);
    const [, chip] = all(element, '[part~=chip]');
    chip!.focus();
    element.data = { ...FIVE, pillars: [], sessions: FIVE['sessions'] };
    await until(element, () => count(element, '[part~=chip]') === 1);
    expect(focused() === chip).to.equal(true);
  });

  it('heard 12: the heading of a session says when it is, and that it is over', async () => {
    const element = await timeline();
    expect(headingOf(element, 'begin')).to.equal(
      'Sessie begin, donderdag 7 oktober 2027, 13:30 tot 17:00, Voorbij',
    );
    expect(headingOf(element, 'testen')).to.equal('Eerstvolgende: Sessie testen, donderdag 4 november 2027');
    const undated = await timeline({ data: feedOf(session('open'), session('coach', { kind: 'coaching' })) });
    expect(headingOf(undated, 'open')).to.equal('Sessie open, Datum volgt');
    expect(headingOf(undated, 'coach')).to.equal('Sessie coach, Op afspraak');
  });

  it('heard 12: a date is said once, and not before the name', async () => {
    const element = await timeline();
    expect(heard(row(element, 'begin')).match(/7 okt/g)).to.have.length(1);
    expect(heard(row(element, 'begin')).match(/Voorbij/g)).to.have.length(1);
    expect(one(row(element, 'begin'), '[part~=date]').ariaHidden).to.equal('true');
  });

  it('heard 13: the widget is the only landmark but for its filters, with its name', async () => {
    for (const view of ['programme', 'history']) {
      const element = await timeline({ view, heading: 'Wat we doen', data: { ...FIVE, history: [] } });
      expect(all(element, '[role=region]').map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Wat we doen']);
      expect(count(element, 'section:is([aria-label], [aria-labelledby])')).to.equal(0);
    }
  });

  it('heard 13: the history says a year once', async () => {
    const history = [
      { id: 'spel', date: '2003', title: 'Het spel ontstaat' },
      { id: 'begin', date: '2000-12', title: 'Het begint' },
    ];
    const element = await timeline({ view: 'history', data: { ...feedOf(), history } });
    const years = all(element, '[part~=year]').map(heard);
    expect(years).to.deep.equal(['2000 Het begint, december', '2003 Het spel ontstaat']);
  });

  it('heard 14: the filters are named after the timeline', async () => {
    const element = await timeline({ heading: 'Wat we doen' });
    expect(one(element, 'search').ariaLabel).to.equal(`${WORDS.filters}: Wat we doen`);
  });

  it('heard 17: the line of the present is said once at the way to today', async () => {
    const element = await timeline();
    await press(element, WORDS.toToday);
    await until(element, () => textOf(focused()!).startsWith('Nu: zaterdag 30 oktober 2027'));
    expect(focused()!.matches('p')).to.equal(false);
  });

  it('heard 17: nothing left is said with how to go on', async () => {
    const element = await timeline();
    const clock = stopClock();
    await choose(element, WORDS.pillar, 'Zelf');
    await choose(element, WORDS.kind, WORDS['kind-coaching']);
    await clock.pass(400);
    expect(said()).to.equal(`Niets gevonden. ${WORDS.nothingFoundHelp}`);
  });

  it('heard 24: dates of an edition and of before a move are in full words', async () => {
    const data = feedOf(
      session('weg', {
        start: '2027-11-11',
        status: 'moved',
        movedFrom: { start: '2027-11-09T13:30+01:00', end: '2027-11-09T17:00+01:00' },
      }),
    );
    data['editions'] = [{ id: 'najaar', title: 'Groep najaar', start: '2027-10-07', end: '2028-05-25' }];
    const element = await timeline({ data });
    expect(heard(one(element, '[part~=edition] > [part~=facts]'))).to.include(
      'donderdag 7 oktober 2027 tot en met donderdag 25 mei 2028',
    );
    expect(heard(one(element, '[part~=moved]'))).to.equal(
      'Was eerst: dinsdag 9 november 2027, 13:30 tot 17:00',
    );
  });

  it('heard 24: what voices hear in full is not copied with what is seen', async () => {
    const hidden = one(row(await timeline(), 'begin'), '.visually-hidden');
    const style = getComputedStyle(hidden);
    expect(style.userSelect || style.webkitUserSelect).to.equal('none');
  });

  it('heard 12: headings say what is made up, and that an edition does not go on', async () => {
    const data = feedOf(session('weg', { start: '2027-11-11', example: true }));
    data['editions'] = [{ id: 'najaar', title: 'Groep najaar', status: 'cancelled', example: true }];
    const element = await timeline({ data });
    expect(headingOf(element, 'weg')).to.match(/Sessie weg, donderdag 11 november 2027, Voorbeeld$/);
    const name = heard(one(element, '[part~=edition] :is(h2, h3, h4)'));
    expect(name).to.equal(`Groep najaar, ${WORDS['edition-cancelled']}, Voorbeeld`);
    for (const part of ['[part~=edition] > [part~=facts]', '[part~=session]'])
      expect(heard(one(element, part)).match(/Voorbeeld/g) ?? []).to.have.length(
        part.includes('session') ? 1 : 0,
      );
  });

  it('heard 12, 25: a button for a calendar says of which day or part it is', async () => {
    const twice = (part: string, ...days: readonly string[]) =>
      days.map((start, at) => session(`${part}-${at}`, { title: 'Leergroep', part, start }));
    const sessions = [
      ...twice('een', '2027-11-04', '2027-11-11'),
      ...twice('twee', '2027-11-18', '2027-11-25'),
    ];
    const element = await timeline({ data: feedOf(...sessions) });
    const names = all(element, '.add[aria-label]').map(({ ariaLabel }) => ariaLabel);
    expect(names).to.deep.equal([
      `${WORDS.addPart}: Deel een`,
      `${WORDS.addSession}: Leergroep, donderdag 4 november 2027`,
      `${WORDS.addSession}: Leergroep, donderdag 11 november 2027`,
      `${WORDS.addPart}: Deel twee`,
      `${WORDS.addSession}: Leergroep, donderdag 18 november 2027`,
      `${WORDS.addSession}: Leergroep, donderdag 25 november 2027`,
    ]);
  });

  it('heard 24: a filter with nothing behind it says so, and not that a search found nothing', async () => {
    const element = await timeline();
    await choose(element, WORDS.part, 'Deel een');
    await openFacet(element, WORDS.kind);
    const nowhere = all(element, '.nowhere').map(heard);
    expect(nowhere).to.include(`${WORDS['kind-coaching']}, geen resultaten`);
  });

  it('tells of the arrow keys of its overview', async () => {
    const element = await timeline({ layout: 'horizontal' });
    await until(element, () => count(element, '[role=toolbar]') === 1);
    expect(one(element, '[role=toolbar]').ariaLabel).to.equal(
      'Overzicht: Groep najaar. Ga met de pijltjes verder',
    );
  });
});
