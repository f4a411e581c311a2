import { expect, html } from '@open-wc/testing';
import type { CealTimelineFilteredEvent } from '../../src/programme-timeline/events.js';
import { act, choose, facets, hasButton, openFacet, press } from '../support/browser/actions.js';
import { setTime, stopClock } from '../support/browser/clock.js';
import { eventually, mount, nextEvent } from '../support/browser/page.js';
import { all, count, focused, one, textOf } from '../support/browser/tree.js';
import {
  countOf,
  feedOf,
  NOW,
  rows,
  session,
  showMore,
  timeline,
  timelineIn,
  titles,
  WORDS,
  type Timeline,
} from '../support/browser/timeline.js';

beforeEach(() => setTime(NOW));

const ids = (element: Timeline) => rows(element).map(({ dataset: { id } }) => id);
const wide = (setting = {}) => timelineIn(900, setting);

async function openAll(element: Timeline): Promise<void> {
  for (const closed of all(element, '[part~=edition] [aria-expanded=false]'))
    await act(element, () => closed.click());
}

const TWO_EDITIONS = {
  ...feedOf(
    session('a', { part: 'een', start: '2027-10-29', pillars: ['samen'], kind: 'field' }),
    session('b', { part: 'een', start: '2027-11-04', pillars: ['zelf'], kind: 'studio' }),
    session('c', {
      edition: 'tweede',
      part: 'twee',
      start: '2027-10-29',
      pillars: ['samen'],
      kind: 'studio',
    }),
    session('d', { edition: 'tweede', part: 'twee', start: '2027-11-11' }),
  ),
  editions: [
    { id: 'najaar', title: 'Groep najaar' },
    { id: 'tweede', title: 'Tweede groep' },
  ],
};

describe('the attributes', () => {
  const cases: [Readonly<Record<string, string>>, string[]][] = [
    [{ edition: 'tweede' }, ['c', 'd']],
    [{ edition: ' najaar, tweede ' }, ['a', 'b', 'c', 'd']],
    [{ 'programme-part': 'een' }, ['a', 'b']],
    [{ pillar: 'samen' }, ['a', 'c']],
    [{ kind: 'studio field' }, ['a', 'b', 'c']],
    [{ pillar: 'samen', kind: 'studio' }, ['c']],
    [{ from: '2027-11' }, ['b', 'd']],
    [{ to: '2027-11-04' }, ['a', 'b', 'c']],
    [{ from: '2027-10-30', to: '2027-11-04' }, ['b']],
    [{ from: 'gisteren', to: '2016-02-30' }, ['a', 'b', 'c', 'd']],
    [{ edition: '', pillar: '  ' }, ['a', 'b', 'c', 'd']],
  ];
  for (const [attributes, expected] of cases)
    it(`${JSON.stringify(attributes)} narrows the programme`, async () => {
      const element = await timeline({ data: TWO_EDITIONS, ...attributes });
      await openAll(element);
      expect(ids(element)).to.deep.equal(expected);
    });

  it('that nothing fits leave words instead of a blank', async () => {
    const element = await timeline({ data: TWO_EDITIONS, edition: 'onbekend' });
    expect(textOf(one(element, '[part~=state]'))).to.contain('We vinden geen bijeenkomst');
  });

  it('can be changed', async () => {
    const element = await timeline({ data: TWO_EDITIONS, edition: 'najaar' });
    element.setAttribute('edition', 'tweede');
    await element.updateComplete;
    expect(ids(element)).to.deep.equal(['c', 'd']);
  });

  it('calendar="false" offers no calendar', async () => {
    expect(hasButton(await timeline(), WORDS.addSession)).to.equal(true);
    const element = await timeline({ calendar: 'false' });
    expect(all(element, 'button').map(textOf).join()).to.not.contain('agenda');
  });
});

describe('the filters', () => {
  it('are those that the programme has a choice for', async () => {
    expect(facets(await wide({ data: TWO_EDITIONS }))).to.deep.equal([
      'Groep',
      'Deel',
      'Thema',
      'Soort bijeenkomst',
    ]);
    expect(facets(await wide({ data: TWO_EDITIONS, edition: 'tweede' }))).to.deep.equal([
      'Soort bijeenkomst',
    ]);
    expect(count(await wide({ data: feedOf(session('een')) }), '[part~=controls]')).to.equal(0);
  });

  it('narrow what is shown, tell it, and can be taken away', async () => {
    const element = await wide({ data: TWO_EDITIONS });
    const told = nextEvent<CealTimelineFilteredEvent>(document, 'ceal-timeline-filtered');
    await choose(element, WORDS.pillar, 'Samen doen');
    const { choices, count: left } = await told;
    expect([choices, left]).to.deep.equal([{ pillar: ['samen'] }, 2]);
    expect(ids(element)).to.deep.equal(['a', 'c']);
    expect(countOf(element)).to.equal('2 bijeenkomsten');
    await eventually(() => one(document, 'ceal-announcer').textContent === '2 bijeenkomsten');
    const chip = one(element, '[part~=chip]');
    expect(textOf(chip)).to.equal('Samen doen');
    await act(element, () => chip.click());
    await element.updateComplete;
    expect(ids(element)).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(focused()).to.equal(one(element, '#count'));
  });

  it('A20: are a landmark whose name tells it from that of another timeline', async () => {
    const names = await Promise.all(
      [{}, { heading: 'Bijeenkomsten' }, { heading: 'none' }].map(async (setting) =>
        one(await wide({ data: TWO_EDITIONS, ...setting }), 'search').getAttribute('aria-label'),
      ),
    );
    expect(names).to.deep.equal(['Filters: Programma', 'Filters: Bijeenkomsten', 'Filters: Programma']);
  });

  it('A4: stay in their place with text of twice the size on a telephone, their options too', async () => {
    const place = await mount<HTMLElement>(html`<div></div>`);
    Object.assign(place.style, { inlineSize: '320px', fontSize: '200%' });
    const element = await timeline({ data: TWO_EDITIONS }, place);
    await press(element, WORDS.filters);
    for (const name of facets(element)) {
      await openFacet(element, name);
      const { left, right } = element.getBoundingClientRect();
      const sticking = all(element, '[part~=facets] *').filter((it) => {
        const box = it.getBoundingClientRect();
        return it.checkVisibility() && box.width > 1 && (box.right > right + 1 || box.left < left - 1);
      });
      expect(sticking.map(textOf), name).to.deep.equal([]);
    }
  });

  it('O17: tell the count once where a chip goes: the focus is on it then', async () => {
    const element = await wide({ data: TWO_EDITIONS });
    await choose(element, WORDS.pillar, 'Samen doen');
    await eventually(() => one(document, 'ceal-announcer').textContent === '2 bijeenkomsten');
    const clock = stopClock();
    await act(element, () => one(element, '[part~=chip]').click());
    await clock.pass(1_000);
    expect(textOf(focused()!)).to.equal('4 bijeenkomsten');
    expect(one(document, 'ceal-announcer').textContent).to.not.contain('4 bijeenkomsten');
  });

  it('of an edition show that edition and no other', async () => {
    const element = await wide({ data: TWO_EDITIONS });
    await choose(element, WORDS.edition, 'Tweede groep');
    expect(all(element, '[part~=edition]')).to.have.length(1);
    await act(element, () => element.clearFilters());
    expect(all(element, '[part~=edition]')).to.have.length(2);
  });

  it('fire no event when code sets them', async () => {
    const element = await wide({ data: TWO_EDITIONS });
    let fired = 0;
    element.addEventListener('ceal-timeline-filtered', () => fired++);
    element.setAttribute('pillar', 'samen');
    await element.updateComplete;
    element.clearFilters();
    await element.updateComplete;
    expect(fired).to.equal(0);
  });
});

describe('a long programme', () => {
  const day = (index: number) => new Date(Date.UTC(2027, 9, 1 + index)).toISOString().slice(0, 10);
  /** One session a day from the first of October: the thirtieth is today. */
  const long = (length: number) =>
    feedOf(...Array.from({ length }, (_, index) => session(`s${index}`, { start: day(index) })));

  it('begins a little before today, and goes on both ways when asked', async () => {
    const element = await timeline({ data: long(120) });
    expect(ids(element)).to.have.length(40);
    expect(ids(element)[0]).to.equal('s26');
    await press(element, showMore('earlier', 26));
    expect(ids(element)[0]).to.equal('s0');
    expect(textOf(focused()!)).to.equal('Sessie s0 , vrijdag 1 oktober 2027, Voorbij');
    await press(element, showMore('later', 40));
    expect(ids(element).at(-1)).to.equal('s105');
    expect(textOf(focused()!)).to.equal('Sessie s66 , maandag 6 december 2027');
    await press(element, showMore('later', 14));
    expect(ids(element)).to.have.length(120);
    expect(hasButton(element, showMore('later', 40))).to.equal(false);
  });

  it('keeps the past out of sight with collapse-past', async () => {
    const element = await timeline({ data: long(35), 'collapse-past': '' });
    expect(ids(element)[0]).to.equal('s29');
    await press(element, showMore('earlier', 29));
    expect(ids(element)).to.have.length(35);
  });

  it('says so when all of it is past and out of sight', async () => {
    const element = await timeline({ data: long(20), 'collapse-past': 'true' });
    expect(ids(element)).to.deep.equal([]);
    expect(hasButton(element, showMore('earlier', 20))).to.equal(true);
  });

  it('leads to today', async () => {
    const element = await timeline({ data: long(35) });
    await press(element, WORDS.toToday);
    await element.updateComplete;
    expect(textOf(focused()!)).to.equal('Nu: zaterdag 30 oktober 2027');
  });

  it('leads to what comes first where nothing has begun, in an edition that is closed', async () => {
    const data = {
      ...feedOf(
        session('later', { edition: 'tweede', start: '2028-01-10' }),
        session('komt', { start: '2027-12-01' }),
      ),
      editions: TWO_EDITIONS.editions,
    };
    const element = await timeline({ data });
    await press(element, 'Groep najaar');
    expect(titles(element)).to.deep.equal([]);
    await press(element, WORDS.toNext);
    await element.updateComplete;
    expect(textOf(focused()!)).to.equal('Eerstvolgende: Sessie komt , woensdag 1 december 2027');
  });

  it('leads nowhere when all of it is over', async () => {
    const element = await timeline({ data: long(5) });
    expect(hasButton(element, WORDS.toToday)).to.equal(false);
    expect(hasButton(element, WORDS.toNext)).to.equal(false);
  });

  it('is whole on paper, as far as paper goes, and as it was after', async () => {
    const element = await timeline({ data: long(520) });
    dispatchEvent(new Event('beforeprint'));
    expect(ids(element)).to.have.length(500);
    expect(textOf(element)).to.contain('Nog 20 bijeenkomsten staan niet op dit blad.');
    dispatchEvent(new Event('afterprint'));
    expect(ids(element)).to.have.length(40);
  });

  it('H6: says on paper how many sessions of a closed group are not there, and opens none for it', async () => {
    const data = {
      ...feedOf(session('a', { edition: 'een' }), session('b', { edition: 'twee', start: day(1) })),
      editions: ['een', 'twee'].map((id) => ({ id, title: `Groep ${id}`, status: 'planned' })),
    };
    const element = await timeline({ data });
    dispatchEvent(new Event('beforeprint'));
    const text = textOf(element);
    dispatchEvent(new Event('afterprint'));
    expect(text)
      .to.match(/Groep een.*Groep twee/)
      .and.include('Nog 1 bijeenkomst staat niet op dit blad.');
    await element.updateComplete;
    expect(textOf(element)).not.to.include('op dit blad');
  });

  it('of a thousand sessions shows one page, and answers at once', async () => {
    const element = await wide({
      data: feedOf(
        ...Array.from({ length: 1_000 }, (_, index) =>
          session(`s${index}`, { start: day(Math.floor(index / 3)), kind: index % 2 ? 'field' : 'studio' }),
        ),
      ),
    });
    expect(ids(element)).to.have.length(40);
    expect(countOf(element)).to.equal('1000 bijeenkomsten');
    expect(count(element, '*')).to.be.lessThan(1_200);
    await choose(element, WORDS.kind, WORDS['kind-field']);
    expect(countOf(element)).to.equal('500 bijeenkomsten');
    expect(hasButton(element, WORDS.toToday)).to.equal(true);
  });
});
