import { expect } from '@open-wc/testing';
import { choose } from '../support/browser/actions.js';
import { setTime } from '../support/browser/clock.js';
import { nextEvent } from '../support/browser/page.js';
import { count, focused, one, tabThrough, textOf } from '../support/browser/tree.js';
import {
  FIVE,
  NOW,
  row,
  rows,
  timeline,
  timelineIn,
  WORDS,
  type Timeline,
} from '../support/browser/timeline.js';

const withoutFragment = () => location.pathname + location.search;
/** As if the page had been opened at this fragment. */
const arriveAt = (fragment: string) => history.replaceState(null, '', withoutFragment() + fragment);
/** The first is over, and so closed. */
const TWO_EDITIONS = [
  { id: 'vorige', title: 'Vorige groep' },
  { id: 'najaar', title: 'Groep najaar' },
];
const linked = (setting = {}) => timelineIn(900, { 'deep-link': '', ...setting });

async function goTo(element: Timeline, fragment: string): Promise<void> {
  const gone = nextEvent(window, 'hashchange');
  location.hash = fragment;
  await gone;
  await element.updateComplete;
}

beforeEach(() => {
  arriveAt('');
  setTime(NOW);
});
after(() => arriveAt(''));

describe('the address of a timeline', () => {
  it('is left alone unless asked', async () => {
    const element = await timelineIn(900);
    await choose(element, WORDS.kind, WORDS['kind-studio']);
    expect(location.hash).to.equal('');
    expect(count(element, 'a')).to.equal(0);
  });

  it('keeps the filters, and gives them back', async () => {
    const element = await linked();
    await choose(element, WORDS.kind, WORDS['kind-studio']);
    await choose(element, WORDS.part, 'Deel een');
    expect(location.hash).to.equal('#ceal-timeline.part=een&ceal-timeline.kind=studio');
    const again = await linked();
    expect(rows(again)).to.have.length(1);
    const gone = nextEvent(window, 'popstate');
    history.back();
    await gone;
    await element.updateComplete;
    expect(location.hash).to.equal('#ceal-timeline.kind=studio');
  });

  it('leads to a session, and brings the focus when a visitor goes there', async () => {
    const element = await linked();
    await goTo(element, '#ceal-timeline.session=testen');
    expect(textOf(focused()!)).to.contain('Sessie testen');
  });

  it('leads to a session that was not in sight, in an edition that was closed', async () => {
    arriveAt('#ceal-timeline.session=oud');
    const element = await linked({
      data: {
        ...FIVE,
        editions: TWO_EDITIONS,
        sessions: [
          ...(FIVE['sessions'] as object[]),
          { id: 'oud', edition: 'vorige', title: 'Sessie oud', start: '2026-10-01' },
        ],
      },
    });
    expect(row(element, 'oud').checkVisibility()).to.equal(true);
    // H10: the focus goes to what the link names, for whoever reads on from there.
    expect(textOf(focused()!)).to.contain('Sessie oud');
  });

  it('leads to a session while sessions of a closed edition, and other sections, are still to come', async () => {
    arriveAt('#ceal-timeline.session=testen');
    const old = Array.from({ length: 30 }, (_, day) => ({
      id: `oud-${day}`,
      edition: 'vorige',
      title: `Sessie oud ${day}`,
      start: `2026-09-${String(day + 1).padStart(2, '0')}`,
    }));
    const element = await linked({
      data: {
        ...FIVE,
        editions: TWO_EDITIONS,
        sessions: [...(FIVE['sessions'] as object[]), ...old],
        history: [{ id: 'begin', title: 'Zo begon het', date: '2015-11' }],
      },
    });
    expect(textOf(focused()!)).to.contain('Sessie testen');
    expect(element.isUpdatePending).to.equal(false);
  });

  it('leads to a week, of one edition or of whichever has it', async () => {
    const element = await linked();
    await goTo(element, '#ceal-timeline.week=2');
    expect(textOf(focused()!)).to.contain('Sessie kijken');
    await goTo(element, '#ceal-timeline.week=najaar.3');
    expect(textOf(focused()!)).to.contain('Sessie maken');
  });

  it('passes over what is not there', async () => {
    arriveAt('#ceal-timeline.session=nergens&ceal-timeline.week=x.y.z&ceal-timeline.kind=');
    expect(rows(await linked())).to.have.length(5);
    arriveAt('#ceal-timeline.session=%22%3E&ceal-timeline.week=99');
    expect(rows(await linked())).to.have.length(5);
  });

  it('A6: leads to every session and week, and to none from itself: titles are no stops of the Tab key', async () => {
    const element = await linked();
    const ids = rows(element).map(({ dataset }) => dataset['id']!);
    expect(ids).to.have.length(5);
    for (const id of ids) {
      await goTo(element, `#ceal-timeline.session=${id}`);
      // The heading itself: of an element around it a screen reader says nothing.
      expect(focused() === one(row(element, id), '[part~=title] > :is(h3, h4, h5, h6)'), id).to.equal(true);
    }
    expect(count(element, 'a')).to.equal(0);
    const stops = await tabThrough(element);
    expect(stops.filter((stop) => stop.closest('[part~=title]'))).to.be.empty;
  });

  it('keeps the filters beside a session, and the session goes when a visitor filters', async () => {
    arriveAt('#ceal-timeline.session=testen&ceal-timeline.pillar=samen');
    const element = await linked();
    expect(textOf(one(element, '[part~=chip]'))).to.equal('Samen doen');
    await choose(element, WORDS.kind, WORDS['kind-studio']);
    expect(location.hash).to.equal('#ceal-timeline.pillar=samen&ceal-timeline.kind=studio');
  });

  it('knows two timelines apart by their ids, and leaves what is others\u2019', async () => {
    arriveAt('#other=1');
    const element = await linked({ id: 'boven' });
    const below = await linked({ id: 'onder' });
    await choose(element, WORDS.kind, WORDS['kind-studio']);
    expect(location.hash).to.equal('#other=1&ceal-timeline-boven.kind=studio');
    expect(rows(below)).to.have.length(5);
    arriveAt('#anchor');
    await choose(await linked(), WORDS.kind, WORDS['kind-coaching']);
    expect(location.hash).to.equal('#anchor');
  });

  it('waits for the feed', async () => {
    arriveAt('#ceal-timeline.session=verder');
    const element = await timeline({ data: undefined, 'deep-link': '' });
    element.data = FIVE;
    await element.updateComplete;
    expect(row(element, 'verder').checkVisibility()).to.equal(true);
  });
});
