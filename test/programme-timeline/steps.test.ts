import { expect } from '@open-wc/testing';
import { act, choose, press } from '../support/browser/actions.js';
import { setTime } from '../support/browser/clock.js';
import { firstSight, until } from '../support/browser/page.js';
import { all, count, one, textOf } from '../support/browser/tree.js';
import {
  countOf,
  feedOf,
  NOW,
  rows,
  session,
  timeline,
  titles,
  WORDS,
  type Timeline,
} from '../support/browser/timeline.js';

beforeEach(() => setTime(NOW));

/** Editions under way, each with more sessions to come than one page of it shows. */
const LONG = 60;
const EDITIONS = ['najaar', 'tweede', 'derde'];
const long = {
  ...feedOf(
    ...EDITIONS.flatMap((edition) =>
      Array.from({ length: LONG }, (_, at) =>
        session(`${edition}-${at}`, {
          edition,
          kind: at % 2 ? 'field' : 'studio',
          start: at === 0 ? '2027-10-01' : `2028-${String(1 + (at % 12)).padStart(2, '0')}-10`,
        }),
      ),
    ),
  ),
  editions: EDITIONS.map((id) => ({ id, title: `Groep ${id}` })),
};

/** Numbers of sessions that an element holds after each of its updates, until it is complete. */
async function steps(element: Timeline): Promise<number[]> {
  const counts = [count(element, '[part~=session]')];
  const observer = new MutationObserver(() => counts.push(count(element, '[part~=session]')));
  observer.observe(element.shadowRoot!, { subtree: true, childList: true });
  await element.updateComplete;
  observer.disconnect();
  return counts;
}

const largestStep = (counts: readonly number[]) =>
  Math.max(...counts.map((total, at) => total - (counts[at - 1] ?? total)));

/** The most sessions that one step renders. */
const STEP = 12;

describe('W1: a long programme', () => {
  it('comes in steps, none of which is large, and each when the one before is painted', async () => {
    const element = await firstSight<Timeline>('ceal-programme-timeline', { data: long }, '[part~=session]');
    const counts = await steps(element);
    expect(counts[0]).to.equal(8);
    expect(counts.at(-1)).to.equal(120);
    expect(largestStep(counts)).to.be.within(1, STEP);
  });

  it('shows no edition before all sessions above it are there, which would move it', async () => {
    const element = await firstSight<Timeline>('ceal-programme-timeline', { data: long }, '[part~=session]');
    expect(all(element, '[part~=edition]').map((it) => textOf(it).slice(0, 12))).to.deep.equal([
      'Groep najaar',
    ]);
    await element.updateComplete;
    expect(count(element, '[part~=edition]')).to.equal(3);
  });

  it('counts and filters all of it meanwhile', async () => {
    const element = await firstSight<Timeline>('ceal-programme-timeline', { data: long }, '[part~=session]');
    await until(element, () => count(element, '[part~=facets]') > 0);
    expect(countOf(element)).to.equal('180 bijeenkomsten');
    await choose(element, WORDS.kind, WORDS['kind-field']);
    expect(countOf(element)).to.equal('90 bijeenkomsten');
    expect(rows(element)).to.have.length(90);
  });

  it('keeps what is there when more of it is asked for, and goes on in steps', async () => {
    const element = await timeline({ data: long });
    const before = rows(element);
    all<HTMLButtonElement>(element, '.more button').at(-1)!.click();
    const counts = await steps(element);
    expect(largestStep(counts)).to.be.within(1, STEP);
    expect(rows(element).slice(0, before.length)).to.deep.equal(before);
    expect(rows(element)).to.have.length(140);
  });

  it('is whole on paper at once', async () => {
    const element = await firstSight<Timeline>('ceal-programme-timeline', { data: long }, '[part~=session]');
    dispatchEvent(new Event('beforeprint'));
    const onPaper = rows(element).length;
    dispatchEvent(new Event('afterprint'));
    expect(onPaper).to.equal(180);
    await element.updateComplete;
  });

  it('renders no row again in which nothing is another', async () => {
    const element = await timeline({ data: long });
    const observer = new MutationObserver(() => undefined);
    for (const row of rows(element))
      observer.observe(row, { subtree: true, childList: true, characterData: true, attributes: true });
    element.requestUpdate();
    await element.updateComplete;
    expect(observer.takeRecords()).to.deep.equal([]);
    element.labels = { past: 'Geweest' };
    await element.updateComplete;
    expect(textOf(rows(element)[0]!)).to.contain('Geweest');
  });
});

describe('W2: a closed edition', () => {
  const data = {
    ...feedOf(
      session('oud', { edition: 'vorige', start: '2026-10-07' }),
      session('komt', { start: '2027-12-01' }),
    ),
    editions: [
      { id: 'vorige', title: 'Vorige groep', status: 'finished' },
      { id: 'najaar', title: 'Groep najaar' },
    ],
  };
  const hidden = (element: Timeline) => one(element, '[part~=edition] [hidden]');

  it('holds its sessions for the find of the browser, out of sight', async () => {
    const element = await timeline({ data });
    expect(hidden(element).getAttribute('hidden')).to.equal('until-found');
    expect(one(hidden(element), '[part~=title]').textContent?.trim()).to.match(/^Sessie oud,/);
    expect(titles(element)).to.deep.equal(['Eerstvolgende: Sessie komt']);
    expect(one(hidden(element), '[part~=title]').checkVisibility({ contentVisibilityAuto: true })).to.equal(
      false,
    );
  });

  it('opens when something in it is found, and can be closed again', async () => {
    const element = await timeline({ data });
    const content = hidden(element);
    // As the browser does.
    await act(element, () => content.dispatchEvent(new Event('beforematch', { bubbles: true })));
    content.removeAttribute('hidden');
    await element.updateComplete;
    expect(titles(element)).to.deep.equal(['Sessie oud', 'Eerstvolgende: Sessie komt']);
    expect(count(element, '[part~=edition] [aria-expanded=false]')).to.equal(0);
    await press(element, 'Vorige groep');
    expect(hidden(element)).to.equal(content);
  });

  it('comes after all that is in sight, in steps too', async () => {
    const many = {
      ...data,
      sessions: EDITIONS.slice(0, 1)
        .concat('vorige')
        .flatMap((edition) =>
          Array.from({ length: 20 }, (_, at) =>
            session(`${edition}-${at}`, {
              edition,
              start: `${edition === 'vorige' ? 2026 : 2028}-05-${String(at + 1).padStart(2, '0')}`,
            }),
          ),
        ),
    };
    const element = await firstSight<Timeline>('ceal-programme-timeline', { data: many }, '[part~=session]');
    await until(element, () => rows(element).length === 20);
    expect(count(element, '[hidden] [part~=session]')).to.equal(0);
    const counts = await steps(element);
    expect(counts.at(-1)).to.equal(40);
    expect(largestStep(counts)).to.be.within(1, STEP);
  });
});
