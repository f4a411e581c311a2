import { expect } from '@open-wc/testing';
import { hasButton, press } from '../support/browser/actions.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { setTime } from '../support/browser/clock.js';
import { eventually, firstSight } from '../support/browser/page.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';
import {
  dateOf,
  feedOf,
  FIVE,
  headings,
  NOW,
  row,
  rows,
  session,
  timeline,
  timelineIn,
  titleOf,
  titles,
  WORDS,
  type Timeline,
} from '../support/browser/timeline.js';

beforeEach(() => setTime(NOW));

describe('a programme', () => {
  it('is a list in order under headings: edition, part, week, session', async () => {
    expect(headings(await timeline())).to.deep.equal([
      '2 Programma',
      '3 Groep najaar',
      '4 Deel een',
      '5 Week 1',
      '6 Sessie begin',
      '5 Week 2',
      '6 Sessie kijken',
      '5 Week 3',
      '6 Sessie maken',
      '5 Week 5',
      '6 Eerstvolgende: Sessie testen',
      '4 Deel twee',
      '5 Sessie verder',
      '3 Thema’s',
      '4 Samen doen',
      '4 Zelf doen',
    ]);
  });

  it('O13: has headings and no landmarks, each of which would say its heading twice', async () => {
    for (const view of ['programme', 'history'])
      expect(
        count(
          await timeline({ view }),
          '[role=region]:not([part=root]), section:is([aria-label], [aria-labelledby])',
        ),
      ).to.equal(0);
  });

  it('comes in two steps: what is in sight, and the rest when that has been painted', async () => {
    const many = Array.from({ length: 20 }, (_, at) => session(`s${at}`, { start: `2027-11-${at + 10}` }));
    const setting = { data: feedOf(...many) };
    const element = await firstSight<Timeline>('ceal-programme-timeline', setting, '[part~=session]');
    expect(rows(element)).to.have.length(8);
    await element.updateComplete;
    expect(rows(element)).to.have.length(20);
  });

  it('comes before its filters, and before what stands below sessions that are still to come', async () => {
    const many = Array.from({ length: 20 }, (_, at) =>
      session(`s${at}`, {
        start: `2027-11-${at + 10}`,
        pillars: ['samen'],
        kind: at % 2 ? 'field' : 'studio',
      }),
    );
    const setting = { data: feedOf(...many) };
    const element = await firstSight<Timeline>('ceal-programme-timeline', setting, '[part~=session]');
    const top = () => one(element, '[part~=edition]').getBoundingClientRect().top;
    const before = top();
    for (const part of ['facets', 'pillars']) expect(count(element, `[part~=${part}]`), part).to.equal(0);
    await element.updateComplete;
    for (const part of ['facets', 'pillars']) expect(count(element, `[part~=${part}]`), part).to.equal(1);
    expect(top()).to.equal(before);
    const few = { data: feedOf(...many.slice(0, 8)) };
    const whole = await firstSight<Timeline>('ceal-programme-timeline', few, '[part~=session]');
    expect(count(whole, '[part~=pillars]')).to.equal(1);
  });

  it('keeps its rows in lists, in the order of time', async () => {
    const element = await timeline();
    expect(all(element, 'ol[part~=list][role=list] > li').map((it) => it.dataset['id'])).to.deep.equal([
      'begin',
      'kijken',
      'maken',
      'testen',
      'verder',
    ]);
  });

  it('tells what was, and what comes next, in words', async () => {
    const element = await timeline();
    expect(dateOf(element, 'begin')).to.contain('Voorbij');
    expect(titleOf(element, 'testen')).to.equal('Eerstvolgende: Sessie testen');
    expect(textOf(one(element, '[part~=now]'))).to.equal('Nu: zaterdag 30 oktober 2027');
    expect(row(element, 'testen').contains(one(element, '[part~=now]'))).to.equal(true);
  });

  it('tells what is on, what is today, what is moved and what does not go on', async () => {
    const element = await timeline({
      data: feedOf(
        session('bezig', { start: '2027-10-30T11:00+02:00', end: '2027-10-30T13:00+02:00' }),
        session('vandaag', { start: '2027-10-30' }),
        session('straks', { start: '2027-10-30T20:00+02:00' }),
        session('weekend', { start: '2027-10-30', end: '2027-10-31' }),
        session('weg', { start: '2027-11-02', status: 'cancelled' }),
        session('verzet', {
          start: '2027-11-03T10:00+01:00',
          status: 'moved',
          movedFrom: { start: '2027-11-01T10:00+01:00', place: { name: 'De oude zaal' } },
          place: { name: 'De nieuwe zaal', address: 'Proefstraat 1' },
        }),
      ),
    });
    expect(
      Object.fromEntries(rows(element).map(({ dataset: { id = '' } }) => [id, titleOf(element, id)])),
    ).to.deep.equal({
      vandaag: 'Vandaag: Sessie vandaag',
      weekend: 'Nu bezig: Sessie weekend',
      bezig: 'Nu bezig: Sessie bezig',
      straks: 'Vandaag: Sessie straks',
      weg: 'Gaat niet door: Sessie weg',
      verzet: 'Verplaatst: Sessie verzet',
    });
    expect(count(row(element, 'weg'), '[part~=title] s')).to.equal(1);
    expect(textOf(one(row(element, 'verzet'), '[part~=place]'))).to.equal('De nieuwe zaal, Proefstraat 1');
    expect(textOf(one(row(element, 'verzet'), '[part~=moved]'))).to.equal(
      'Was eerst: ma 1 nov, 10:00 maandag 1 november 2027, 10:00 , De oude zaal',
    );
  });

  it('says of a whole edition that it does not go on', async () => {
    const data = { ...FIVE, editions: [{ id: 'najaar', title: 'Groep najaar', status: 'cancelled' }] };
    const element = await timeline({ data });
    expect(titles(element).every((title) => title.startsWith('Gaat niet door: '))).to.equal(true);
    expect(hasButton(element, WORDS.addSession)).to.equal(false);
  });

  it('tells every kind of date as precisely as the feed', async () => {
    const dates = {
      '2027': '2027',
      '2027-21': 'voorjaar 2027',
      '2027-06': 'juni 2027',
      '2027-06-01': 'di 1 jun 2027',
      '2027-06-01/2027-06-03': 'di 1 jun 2027 t/m do 3 jun 2027',
      '2027-06/2027-08': 'juni 2027 t/m augustus 2027',
      'XXXX-09-09': '9 september',
      // In winter and in summer Amsterdam is ahead of Greenwich by another hour.
      '2027-01-15T12:30:00Z': 'vr 15 jan 2027, 13:30',
      '2027-07-15T12:30:00Z': 'do 15 jul 2027, 14:30',
    };
    for (const [start, told] of Object.entries(dates)) {
      const element = await timelineIn(320, { data: feedOf(session('s', { start })) });
      const date = one(row(element, 's'), '[part~=date]').innerText.replace(/\s+Voorbij$/, '');
      expect(date.replace(/\s+/g, ' '), start).to.equal(told);
    }
  });

  it('says a year once, and again when it changes', async () => {
    const element = await timeline();
    expect(dateOf(element, 'begin')).to.contain('do 7 okt 2027');
    expect(dateOf(element, 'kijken')).to.contain('do 14 okt').and.not.to.contain('2027');
    expect(dateOf(element, 'verder')).to.contain('2028');
  });

  it('gives machines the same times', async () => {
    const element = await timeline();
    const stamps = all(row(element, 'begin'), 'time').map((it) => it.getAttribute('datetime'));
    expect(stamps).to.deep.equal(['2027-10-07T13:30+02:00', '2027-10-07T17:00+02:00']);
    expect(one(row(element, 'kijken'), 'time').getAttribute('datetime')).to.equal('2027-10-14');
  });

  it('has words for what has no date', async () => {
    const data = feedOf(session('open'), session('coach', { kind: 'coaching' }));
    const element = await timeline({ data });
    expect(dateOf(element, 'open')).to.equal('Datum volgt');
    expect(dateOf(element, 'coach')).to.equal('Op afspraak');
    const over = { ...data, editions: [{ id: 'najaar', title: 'Groep', status: 'finished' }] };
    expect(dateOf(await timeline({ data: over }), 'open')).to.equal('Datum niet bekend');
  });

  it('has words for a part, and for an edition, that hold nothing yet', async () => {
    const element = await timeline({
      data: {
        ...feedOf(session('s', { part: 'een', start: '2027-11-04' })),
        editions: [
          { id: 'najaar', title: 'Groep najaar', status: 'running' },
          { id: 'later', title: 'Groep later', status: 'planned' },
          { id: 'vroeger', title: 'Groep vroeger', status: 'finished' },
        ],
      },
    });
    const [, later, before] = all(element, '[part~=edition]').map(textOf);
    expect(textOf(all(element, '[part~=part]')[1]!)).to.contain('Hier is nog niets gepland.');
    expect(later).to.contain('Datum volgt, Gepland').and.to.contain('Het programma volgt nog.');
    expect(before)
      .to.contain('Datum niet bekend, Afgerond')
      .and.to.contain('Van deze groep is geen programma bekend.');
  });

  it('does not call a week off something to wait for', async () => {
    const element = await timeline({
      data: feedOf(
        session('vrij', { start: '2027-11-04', kind: 'break' }),
        session('weer', { start: '2027-11-11' }),
      ),
    });
    expect(titleOf(element, 'vrij')).to.equal('Sessie vrij');
    expect(textOf(row(element, 'vrij'))).to.contain('Vrij');
    expect(titleOf(element, 'weer')).to.contain('Eerstvolgende');
  });

  it('badges what is made up', async () => {
    const element = await timeline({
      data: {
        ...feedOf(session('echt', { start: '2027-11-04' }), session('nep', { example: true })),
        editions: [{ id: 'najaar', title: 'Groep', example: true }],
      },
    });
    expect(count(row(element, 'nep'), '[part~=badge]')).to.equal(1);
    expect(count(row(element, 'echt'), '[part~=badge]')).to.equal(0);
    expect(count(one(element, '[part~=edition] > [part~=facts]'), '[part~=badge]')).to.equal(1);
  });

  it('says how one can join, as long as one can', async () => {
    const open = (rest: object) => ({
      ...feedOf(session('s', { start: '2027-12-01' })),
      editions: [{ id: 'najaar', title: 'Groep', status: 'open', capacity: 25, ...rest }],
    });
    const facts = async (rest: object) =>
      textOf(one(await timeline({ data: open(rest) }), '[part~=edition] > [part~=facts]'));
    expect(await facts({ signupUntil: '2027-11-20' })).to.contain(
      'Datum volgt, Aanmelden kan tot en met 20 november 2027, Plek voor 25 mensen',
    );
    expect(await facts({})).to.contain('Aanmelden kan, Plek voor 25 mensen');
    expect(await facts({ signupFrom: '2027-11-10' })).to.contain('Aanmelden kan vanaf 10 november 2027');
    expect(await facts({ signupUntil: '2027-10-29' }))
      .to.not.contain('Aanmelden')
      .and.not.to.contain('Plek');
  });

  it('tells the prose of a part once, however many editions have it', async () => {
    const element = await timeline({
      data: {
        ...feedOf(
          session('a', { part: 'een', start: '2027-10-29' }),
          session('b', { part: 'een', start: '2027-11-04' }),
          session('c', { edition: 'tweede', part: 'een', start: '2027-10-29' }),
          session('d', { edition: 'tweede', part: 'een', start: '2027-11-04' }),
        ),
        editions: [
          { id: 'najaar', title: 'Groep najaar' },
          { id: 'tweede', title: 'Tweede groep' },
        ],
      },
    });
    expect(textOf(element).split('Van idee naar proef.')).to.have.length(2);
  });

  it('shows the edition under way and lets the others wait behind their names', async () => {
    const element = await timeline({
      data: {
        ...feedOf(
          session('oud', { edition: 'vorige', start: '2026-10-07' }),
          ...(FIVE['sessions'] as Record<string, unknown>[]),
        ),
        editions: [
          { id: 'vorige', title: 'Vorige groep' },
          { id: 'najaar', title: 'Groep najaar' },
        ],
      },
    });
    expect(titles(element)).to.have.length(5);
    await press(element, 'Vorige groep');
    expect(titles(element)).to.have.length(6);
    await press(element, 'Groep najaar');
    expect(titles(element)).to.deep.equal(['Sessie oud']);
  });

  it('has no barrier, wide and narrow', async () => {
    await expectAccessible(await timelineIn(900));
    await expectAccessible(await timelineIn(320));
  });

  it('tells a visitor whose clock shows another time that times are Dutch', async () => {
    const { getTimezoneOffset } = Date.prototype;
    const noteOn = async (offset: (date: Date) => number) => {
      Date.prototype.getTimezoneOffset = function () {
        return offset(this);
      };
      const notes = count(await timeline(), '[part~=zone-note]');
      Date.prototype.getTimezoneOffset = getTimezoneOffset;
      return notes;
    };
    const amsterdam = (date: Date) => (date.getUTCMonth() > 2 && date.getUTCMonth() < 10 ? -120 : -60);
    expect(await noteOn(amsterdam)).to.equal(0);
    expect(await noteOn(() => 180)).to.equal(1);
    // Lagos has Amsterdam's winter time all year.
    expect(await noteOn(() => -60)).to.equal(1);
  });
});

describe('a history', () => {
  const HISTORY = {
    version: '1.0',
    id: 'proef',
    language: 'nl',
    history: [
      { id: 'd', date: '2016-09-30', title: 'De dag', sources: [{ label: 'Het archief' }] },
      { id: 'j', date: '2014', title: 'Het jaar' },
      { id: 'h', date: '2015-23', title: 'De herfst', inferred: true },
      { id: 'm', date: '2015-04', title: 'De maand', summary: 'Er gebeurde iets.' },
      { id: 'b', date: '2015-11/2016-02', title: 'De maanden' },
      { id: 'x', date: 'XXXX-09-09', title: 'De dag zonder jaar' },
    ],
  };
  const history = (setting = {}) => timeline({ data: HISTORY, view: 'history', ...setting });

  it('goes by year, each event as precise as its source', async () => {
    const element = await history();
    expect(headings(element)).to.deep.equal([
      '2 Hoe het begon en verderging',
      '3 2014',
      '4 Het jaar',
      '3 2015',
      '4 De maand',
      '4 De herfst',
      '4 De maanden',
      '3 2016',
      '4 De dag',
      '3 Jaar niet bekend',
      '4 De dag zonder jaar',
    ]);
    expect(rows(element).map((it) => textOf(one(it, '[part~=date]')))).to.deep.equal([
      '2014',
      'april 2015',
      'najaar 2015 De bron noemt geen precieze datum.',
      'november 2015 – februari 2016',
      '30 september 2016',
      '9 september',
    ]);
  });

  it('names its sources', async () => {
    const element = await history();
    expect(textOf(one(row(element, 'd'), '[part~=sources]'))).to.equal('Bron: Het archief');
    await expectAccessible(element);
  });

  it('is the other view of the same element', async () => {
    const element = await history();
    element.view = 'programme';
    await element.updateComplete;
    expect(rows(element)).to.have.length(0);
    expect(textOf(element)).to.contain('Er is nog niets te zien.');
  });
});

describe('O1: when the feed has more', () => {
  const held = (element: Timeline, id: string) => one<HTMLElement>(row(element, id), '[part~=title] > *');

  it('leaves a session the same elements, and the reader in their place', async () => {
    const element = await timeline({ data: FIVE });
    const at = held(element, 'kijken');
    at.tabIndex = -1;
    at.focus();
    const { sessions, editions } = FIVE as { sessions: object[]; editions: object[] };
    const before = { part: 'een', week: 0, start: '2027-10-01' };
    element.data = {
      ...FIVE,
      editions: [
        { id: 'eerder', title: 'Groep eerder', start: '2027-01-07', status: 'finished' },
        ...editions,
      ],
      sessions: [...sessions, session('eerst', before), session('los', { start: '2027-10-02' })],
    };
    await eventually(() => titles(element).includes('Sessie eerst'));
    expect(focused() === at).to.equal(true);
    expect(held(element, 'kijken') === at).to.equal(true);
    expect(textOf(at)).to.match(/^Sessie kijken ,/);
    expect(all(element, '[part~=session]').map((it) => it.dataset['id'])).to.deep.equal([
      'los',
      'eerst',
      'begin',
      'kijken',
      'maken',
      'testen',
      'verder',
    ]);
  });

  it('does the same for its history', async () => {
    const event = (id: string, date: string) => ({ id, date, title: `Feit ${id}` });
    const history = [event('b', '2016-03'), event('c', '2016-09')];
    const element = await timeline({ data: { ...FIVE, history }, view: 'history' });
    const at = row(element, 'c');
    element.data = { ...FIVE, history: [event('a', '2016-01'), ...history] };
    await eventually(() => rows(element).length === 3);
    expect(row(element, 'c') === at).to.equal(true);
  });
});
