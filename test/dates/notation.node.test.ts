/** Every date that the notation allows: what reads, orders and words it agree. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toDateSpan } from '../../src/dates/date-span.js';
import {
  compareKeys,
  isBefore,
  isFeedDate,
  parseDate,
  sortKey,
  type FeedDate,
} from '../../src/dates/edtf.js';
import { formatDate } from '../../src/dates/format.js';

const padded = (min: number, max: number, length = 2) =>
  fc.integer({ min, max }).map((value) => String(value).padStart(length, '0'));
const year = padded(1900, 2100, 4);
const month = padded(1, 12);
const day = fc.tuple(year, month, padded(1, 28)).map((parts) => parts.join('-'));
const coarse = fc.oneof(
  year,
  year.map((text) => `${text.slice(0, 3)}X`),
  year.map((text) => `${text.slice(0, 2)}XX`),
  year.map((text) => `${text}-XX`),
  fc.tuple(year, fc.oneof(month, padded(21, 24))).map((parts) => parts.join('-')),
  fc.tuple(year, month).map((parts) => `${parts.join('-')}-XX`),
  day,
);
const single = fc.oneof(
  fc.tuple(coarse, fc.constantFrom('', '~', '?', '%')).map((parts) => parts.join('')),
  fc
    .tuple(day, padded(0, 23), padded(0, 59), fc.constantFrom('', 'Z', '+02:00', '-03:00'))
    .map(([date, hour, minute, zone]) => `${date}T${hour}:${minute}${zone}`),
);
const open = fc.constantFrom('', '..');
const date = fc
  .oneof(
    single,
    fc.constantFrom('XXXX', 'XXXX-09-09', 'XXXX-02-29'),
    fc.tuple(single, fc.oneof(single, open)).map((ends) => ends.join('/')),
    fc.tuple(open, single).map((ends) => ends.join('/')),
  )
  .filter(isFeedDate);

describe('11: every date of the notation', () => {
  it('has words in each language', () =>
    fc.assert(
      fc.property(date, fc.constantFrom('nl', 'en'), (text, locale) =>
        assert.match(formatDate(text, locale), /\d|Datum|Date/),
      ),
    ));

  it('has a span whose ends are days in order, unless it has no year', () =>
    fc.assert(
      fc.property(date, (text) => {
        const span = toDateSpan({ start: text });
        assert.equal(span === undefined, text.startsWith('XXXX'));
        if (span) assert.match(`${span.first} ${span.last}`, /^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d$/);
        assert.ok(!span || span.first <= span.last);
      }),
    ));

  it('sorts before another that begins after it has ended, and is the earlier of the two', () =>
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [a, b] = [toDateSpan({ start: one }), toDateSpan({ start: other })];
        fc.pre(a !== undefined && b !== undefined && a.last < b.first);
        assert.equal(compareKeys(a.key, b.key), -1);
        const [left, right] = [parseDate(one)!, parseDate(other)!];
        assert.equal(compareKeys(sortKey(left), sortKey(right)), -1);
        assert.equal(isBefore(right, left), false);
      }),
    ));

  it('is never before another and after it too', () =>
    fc.assert(
      fc.property(date, date, (one, other) => {
        const [left, right] = [parseDate(one)!, parseDate(other)!];
        assert.ok(!(isBefore(left, right) && isBefore(right, left)));
      }),
    ));

  it('is refused with anything behind it', () =>
    fc.assert(
      fc.property(date, fc.constantFrom(' ', 'Z', '/', '-', 'X', '~~'), (text: FeedDate, more) => {
        const longer = `${text}${more}`;
        fc.pre(!(more === '/' && !text.includes('/')) && !(more === 'Z' && /T[\d:]+$/.test(text)));
        assert.equal(isFeedDate(longer), false, longer);
      }),
    ));
});
