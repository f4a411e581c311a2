import { expect } from '@open-wc/testing';
import type { FeedIssue } from '../../src/feed/issues.js';
import { press } from '../support/browser/actions.js';
import { setTime } from '../support/browser/clock.js';
import { nextEvent } from '../support/browser/page.js';
import { all, textOf } from '../support/browser/tree.js';
import {
  countOf,
  dateOf,
  feedOf,
  NOW,
  rows,
  session,
  timeline,
  timelineIn,
  titleOf,
  WORDS,
} from '../support/browser/timeline.js';

beforeEach(() => setTime(NOW));

/** The codes of what is wrong with a feed, as the page hears of it. */
async function issuesOf(data: unknown): Promise<string[]> {
  const heard = nextEvent<Event & { issues: readonly FeedIssue[] }>(document, 'ceal-feed-issues');
  await timeline({ data });
  return (await heard).issues.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('a programme with faults', () => {
  const BAD = feedOf(
    session('terug', { start: '2027-11-05T12:00+01:00', end: '2027-11-05T10:00+01:00' }),
    session('onmogelijk', { start: '2016-02-30' }),
    session('los', { edition: 'bestaat-niet', part: 'ook-niet', pillars: ['niets'], start: '2027-11-06' }),
    session('tien-jaar', { start: '2025-01-01', end: '2034-12-31' }),
    session('nul', { start: '0000-01-01' }),
    session('eind', { start: '9999-12-31T23:00+01:00' }),
    session('zonder', { start: '2027-11-07T13:30' }),
    session('onzin', { start: 'morgen', kind: 'spelletje', status: 'misschien', week: -1 }),
  );

  it('shows what can be shown', async () => {
    const element = await timeline({ data: BAD });
    expect(countOf(element)).to.equal('8 bijeenkomsten');
    await press(element, WORDS.otherSessions);
    expect(rows(element)).to.have.length(8);
    expect(textOf(element)).to.not.match(/Invalid|NaN|undefined|null|\[object/);
    expect(dateOf(element, 'terug')).to.equal('vr 5 nov 2027 12:00');
    expect(dateOf(element, 'onmogelijk')).to.equal('Datum onbekend');
    expect(titleOf(element, 'tien-jaar')).to.equal('Nu bezig: Sessie tien-jaar');
    expect(dateOf(element, 'zonder')).to.contain('13:30');
    expect(dateOf(element, 'nul')).to.contain('Voorbij');
  });

  it('tells its owner what is wrong', async () => {
    const issues = await issuesOf(BAD);
    for (const issue of [
      'end-before-start /sessions/0/end',
      'dangling-reference /sessions/2/edition',
      'dangling-reference /sessions/2/part',
      'date-without-offset /sessions/6/start',
    ])
      expect(issues).to.include(issue);
  });

  it('keeps what belongs to no known edition', async () => {
    const element = await timeline({ data: BAD });
    const loose = all(element, '[part~=edition]').find((edition) =>
      textOf(edition).startsWith(WORDS.otherSessions),
    );
    expect(loose).to.not.equal(undefined);
  });

  it('shows 500 sessions on one day, a page at a time', async () => {
    const sessions = Array.from({ length: 500 }, (_, at) => session(`s${at}`, { start: '2027-11-01' }));
    const element = await timelineIn(900, { data: feedOf(...sessions) });
    expect(rows(element)).to.have.length(40);
  });

  it('keeps texts of 5,000 characters within a narrow place', async () => {
    const word = 'a'.repeat(5_000);
    const element = await timelineIn(320, {
      data: feedOf(
        session('lang', { title: word.slice(0, 200), summary: word, place: { name: word.slice(0, 200) } }),
      ),
    });
    const root = element.getBoundingClientRect();
    const widest = Math.max(...all(element, 'p, h4, div').map((it) => it.getBoundingClientRect().right));
    expect(widest).to.be.at.most(root.right + 1);
  });

  it('shows what entities spell as markup as text', async () => {
    const title = '&lt;b&gt;vet&lt;/b&gt;&lt;script&gt;1&lt;/script&gt;';
    const element = await timeline({ data: feedOf(session('b', { title })) });
    expect(titleOf(element, 'b')).to.equal('<b>vet</b><script>1</script>');
  });

  it('09: keeps the line breaks of a text', async () => {
    const summary = '<p>Neem mee:<br />een pan &amp; lepel</p>';
    const element = await timeline({ data: feedOf(session('b', { summary })) });
    const [text] = all(element, '.lines');
    expect(text!.textContent?.trim()).to.equal('Neem mee:\neen pan & lepel');
    const range = document.createRange();
    range.selectNodeContents(text!);
    expect(new Set([...range.getClientRects()].map(({ top }) => top))).to.have.property('size', 2);
  });

  it('shows the text of markup', async () => {
    const element = await timeline({ data: feedOf(session('b', { title: '<b>vet</b><script>1</script>' })) });
    expect(titleOf(element, 'b')).to.equal('vet');
  });

  for (const sessions of [null, 'tekst', 7, [null, 1, 'x', {}, []], { length: 3 }])
    it(`is no exception with ${JSON.stringify(sessions)} for sessions`, async () => {
      const element = await timeline({ data: { ...feedOf(), sessions } });
      expect(textOf(element)).to.contain('Groep najaar').and.contain('Het programma volgt nog.');
    });
});
