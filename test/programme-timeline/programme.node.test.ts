/** The order of the sessions in a timeline, whatever the feed leaves out. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFeed, type FeedDocument } from '../../src/feed/document.js';
import { history } from '../../src/feed/sections/history.js';
import { historyYears } from '../../src/programme-timeline/history/history.js';
import { groupByEdition, readTimelineData } from '../../src/programme-timeline/programme.js';

function open(feed: object): FeedDocument {
  const opened = openFeed({ version: 1, id: 'test', ...feed }, 'https://example.org/');
  assert.ok(opened.ok);
  return opened.document;
}

const session = (id: string, rest: object = {}) => ({ id, title: id, edition: 'e', ...rest });

/** `edition [part: week|month: sessions]`, readable at a glance. */
function summarise(feed: object): string[] {
  const data = readTimelineData(open({ editions: [{ id: 'e', title: 'E' }], ...feed }));
  return groupByEdition(data.entries, data).map(
    ({ id, parts }) =>
      `${id || '-'} ${parts
        .map(
          ({ part, groups }) =>
            `[${part?.id ?? '-'}: ${groups
              .map(
                (group) =>
                  `${group.week ?? group.month ?? '-'}=${group.entries.map((entry) => entry.session.id).join()}`,
              )
              .join(' ')}]`,
        )
        .join(' ')}`,
  );
}

describe('a programme', () => {
  it('is arranged by edition, part and week, in order of time', () => {
    const summary = summarise({
      parts: [
        { id: 'one', title: 'One' },
        { id: 'two', title: 'Two' },
      ],
      sessions: [
        session('c', { part: 'two', start: '2028-01-13' }),
        session('b', { part: 'one', week: 2, start: '2027-09-16' }),
        session('a', { part: 'one', week: 1, start: '2027-09-09T13:30+02:00' }),
        session('a2', { part: 'one', week: 1, start: '2027-09-09T19:00+02:00' }),
      ],
    });
    assert.deepEqual(summary, ['e [one: 1=a,a2 2=b] [two: -=c]']);
  });

  it('has the parts and editions without sessions too', () => {
    const summary = summarise({
      editions: [
        { id: 'e', title: 'E' },
        { id: 'f', title: 'F' },
      ],
      parts: [{ id: 'one', title: 'One' }],
    });
    assert.deepEqual(summary, ['e [one: ]', 'f [one: ]']);
  });

  it('puts sessions of no part first and of no edition last', () => {
    const summary = summarise({
      parts: [{ id: 'one', title: 'One' }],
      sessions: [
        { id: 'loose', title: 'Loose', start: '2027-01-01' },
        session('a', { part: 'one', start: '2027-09-09' }),
        session('general', { start: '2027-12-09' }),
      ],
    });
    assert.deepEqual(summary, ['e [-: -=general] [one: -=a]', '- [-: -=loose] [one: ]']);
  });

  it('puts a session without a date behind its week, and one without a week last', () => {
    const summary = summarise({
      sessions: [
        session('some-time'),
        session('in-2', { week: 2 }),
        session('w3', { week: 3, start: '2027-09-23' }),
        session('w2', { week: 2, start: '2027-09-16' }),
        session('in-5', { week: 5 }),
      ],
    });
    assert.deepEqual(summary, ['e [-: 2=w2,in-2 3=w3 5=in-5 -=some-time]']);
  });

  it('puts the sessions of an edition without dates in order of week', () => {
    const summary = summarise({ sessions: [session('b', { week: 2 }), session('a', { week: 1 })] });
    assert.deepEqual(summary, ['e [-: 1=a 2=b]']);
  });

  it('groups sessions by month, or by year where the month is not known', () => {
    const summary = summarise({
      sessions: [
        session('year', { start: '2027' }),
        session('season', { start: '2027-23' }),
        session('month', { start: '2027-10' }),
        session('day', { start: '2027-10-05' }),
      ],
    });
    assert.deepEqual(summary, ['e [-: 2027=year,season 2027-10=month,day]']);
  });

  it('has no groups for months that hold one session each', () => {
    const summary = summarise({
      sessions: [
        session('jan', { start: '2027-01-05' }),
        session('feb', { start: '2027-02-05' }),
        session('some-time'),
      ],
    });
    assert.deepEqual(summary, ['e [-: -=jan,feb -=some-time]']);
  });

  it('cancels the sessions of a cancelled edition', () => {
    const data = readTimelineData(
      open({
        editions: [{ id: 'e', title: 'E', status: 'cancelled' }],
        sessions: [session('a'), { id: 'b', title: 'B', status: 'cancelled' }, { id: 'c', title: 'C' }],
      }),
    );
    assert.deepEqual(
      data.entries.map(({ cancelled }) => cancelled),
      [true, true, false],
    );
  });

  it('of ten thousand sessions without dates is arranged within a second', () => {
    const sessions = Array.from({ length: 10_000 }, (_, index) =>
      session(`s${index}`, { week: index % 500 }),
    );
    const data = readTimelineData(open({ editions: [{ id: 'e', title: 'E' }], sessions }));
    const from = performance.now();
    assert.equal(groupByEdition(data.entries, data)[0]!.entries.length, 10_000);
    assert.ok(performance.now() - from < 1_000);
  });
});

describe('a history', () => {
  it('groups events by year, in order of time; a day of an unknown year comes last', () => {
    const dates = ['2016-06', 'XXXX-09-09', '2015-11/2016-02', '2016', '2015-23', '2015-06-01'];
    const events = dates.map((date, index) => ({ id: `h${index}`, date, title: date }));
    const years = historyYears(open({ history: events }).read(history).values);
    assert.deepEqual(
      years.map(({ year, events }) => [year, events.map(({ date }) => date).join(' ')]),
      [
        [2015, '2015-06-01 2015-23 2015-11/2016-02'],
        [2016, '2016 2016-06'],
        [undefined, 'XXXX-09-09'],
      ],
    );
  });
});
