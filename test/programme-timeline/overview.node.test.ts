/** Positions of sessions and of today on the strip of time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Day } from '../../src/dates/amsterdam.js';
import { openFeed } from '../../src/feed/document.js';
import {
  columnsOf,
  fractionAlong,
  fractionWithin,
  type Column,
  type ColumnLayout,
} from '../../src/programme-timeline/overview/columns.js';
import { spanOf } from '../../src/programme-timeline/overview/span.js';
import { readTimelineData, type Entry } from '../../src/programme-timeline/programme.js';

const day = (text: string) => text as Day;

/** Entries of a timeline that begin on these dates of the feed's notation. */
function entries(...dates: string[]): readonly Entry[] {
  const sessions = dates.map((start, index) => ({ id: `s${index}`, title: 'S', start }));
  const opened = openFeed({ version: 1, id: 'test', sessions }, 'https://example.org/');
  assert.ok(opened.ok);
  return readTimelineData(opened.document).entries;
}

function layout(...dates: string[]): ColumnLayout {
  const span = spanOf(entries(...dates));
  assert.ok(span);
  return columnsOf(span);
}

const edges = (columns: readonly Column[]) => columns.map(({ first, end }) => `${first}/${end}`);

describe('the strip of time', () => {
  it('has weeks from Monday on, over a new year and a leap day', () => {
    const { unit, columns } = layout('2027-12-30', '2028-01-04', '2028-03-02');
    assert.equal(unit, 'week');
    assert.equal(columns.length, 10);
    assert.deepEqual(edges(columns).slice(0, 2), ['2027-12-27/2028-01-03', '2028-01-03/2028-01-10']);
    assert.equal(columns.at(-1)!.first, '2028-02-28');
  });

  it('has months, and stretches of months, where weeks would be too many', () => {
    assert.equal(layout('2027-01-10', '2027-05-01', '2027-08-10').unit, 'month');
    const long = layout('2024-01-31', '2025-01-01', '2029-12-31');
    assert.ok(long.columns.length <= 26);
    assert.equal(long.columns[0]!.end, '2024-04-01');
    assert.equal(long.columns.at(-1)!.end, '2030-01-01');
  });

  it('loses no session', () => {
    const days = Array.from({ length: 60 }, (_, week) =>
      new Date(Date.UTC(2027, 0, 1 + week * 9)).toISOString().slice(0, 10),
    );
    const { columns } = layout(...days);
    assert.equal(columns.flatMap(({ sessions: placed }) => placed).length, days.length);
    for (const column of columns)
      for (const session of column.sessions) {
        assert.ok(column.first <= session.day && session.day < column.end);
        const fraction = fractionWithin(column, session.day);
        assert.ok(fraction > 0 && fraction < 1);
      }
  });

  it('places today to scale, and not outside', () => {
    const { columns } = layout('2027-11-01', '2027-11-10', '2027-11-28');
    assert.equal(columns.length, 4);
    assert.equal(fractionAlong(day('2027-11-01'), columns), 0.5 / 28);
    assert.ok(Math.abs(fractionAlong(day('2027-11-28'), columns)! - 27.5 / 28) < 1e-9);
    assert.equal(fractionAlong(day('2027-10-31'), columns), undefined);
    assert.equal(fractionAlong(day('2027-11-29'), columns), undefined);
  });

  it('is not drawn for what is too little, too short, too long or not exact', () => {
    for (const days of [
      ['2027-11-01', '2027-12-01'],
      ['2027-11-01', '2027-11-02', '2027-11-10'],
      ['2027-11-01', '2028-11-01', '2034-12-01'],
      ['0000-01-01', '2027-11-01', '9999-12-31'],
      ['2027', '2027-11', '2027-21', '2028'],
    ])
      assert.equal(spanOf(entries(...days)), undefined, days.join());
  });
});
