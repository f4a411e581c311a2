/** The time of sessions: days, hours and whether they are over, for every kind of date a feed may hold. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextChange, phaseAt } from '../../src/programme-timeline/phase.js';
import { toDateSpan, type DateSpan } from '../../src/dates/date-span.js';
import type { FeedDate } from '../../src/dates/edtf.js';

/** A period as the feed's reader would have let it through. */
const period = (start: string | undefined, end?: string) => ({
  start: start as FeedDate | undefined,
  end: end as FeedDate | undefined,
});
const spanOf = (start: string, end?: string): DateSpan => {
  const span = toDateSpan(period(start, end));
  assert.ok(span);
  return span;
};
const days = (start: string | undefined, end: string | undefined) => {
  const span = toDateSpan(period(start, end));
  return span && `${span.first}/${span.last}${span.exact ? '' : '?'}`;
};
const at = (text: string): number => Date.parse(text);

describe('the days of a date', () => {
  const TABLE: readonly (readonly [string | undefined, string | undefined, string | undefined])[] = [
    ['2016', undefined, '2016-01-01/2016-12-31?'],
    ['2015-23', undefined, '2015-09-01/2015-11-30?'],
    ['2015-24', undefined, '2015-12-01/2016-02-29?'],
    ['2016-02', undefined, '2016-02-01/2016-02-29?'],
    ['2016-06-01', undefined, '2016-06-01/2016-06-01'],
    ['2015-11/2016-02', undefined, '2015-11-01/2016-02-29?'],
    ['2016-04-15/2016-04-19', undefined, '2016-04-15/2016-04-19'],
    ['2015-11', '2016-02', '2015-11-01/2016-02-29?'],
    ['2016-04-15', '2016-04-19', '2016-04-15/2016-04-19'],
    [undefined, '2016-04-19', '2016-04-19/2016-04-19'],
    // Late in the evening in Greenwich it is the next day in Amsterdam.
    ['2027-06-01T22:30Z', undefined, '2027-06-02/2027-06-02'],
    ['2027-06-01T20:00+02:00', '2027-06-02T02:00+02:00', '2027-06-01/2027-06-02'],
    // Until midnight is not on the next day.
    ['2027-06-01T20:00+02:00', '2027-06-02T00:00+02:00', '2027-06-01/2027-06-01'],
    ['2027-06-01T20:00+02:00', '2027-06-03', '2027-06-01/2027-06-03'],
    ['2027-06-01T10:00/2027-06-01T12:00', undefined, '2027-06-01/2027-06-01'],
    // An end that was not caught when the feed was read.
    ['2027-06-02T20:00+02:00', '2027-06-02T19:00+02:00', '2027-06-02/2027-06-02'],
    ['0000', undefined, '0000-01-01/0000-12-31?'],
    ['9999-24', undefined, '9999-12-01/9999-12-31?'],
    ['9999-12-31T23:59+01:00', undefined, '9999-12-31/9999-12-31'],
    ['XXXX-09-09', undefined, undefined],
    ['XXXX', undefined, undefined],
    ['XXXX', '2027-09-09', undefined],
    ['2027-09-09', 'XXXX', '2027-09-09/2027-09-09'],
    ['2027-09-09', 'XXXX-09-10', undefined],
    ['201X', undefined, '2010-01-01/2019-12-31?'],
    ['20XX', undefined, '2000-01-01/2099-12-31?'],
    ['2016-XX', undefined, '2016-01-01/2016-12-31?'],
    ['2016-06-XX', undefined, '2016-06-01/2016-06-30?'],
    ['2027-09-09?', undefined, '2027-09-09/2027-09-09?'],
    ['2027-09-09', '2027-09-10~', '2027-09-09/2027-09-10?'],
    ['2027-09-09/..', undefined, '2027-09-09/9999-12-31'],
    ['2027-09/..', undefined, '2027-09-01/9999-12-31?'],
    ['../2027-09-09', undefined, '0000-01-01/2027-09-09?'],
    ['2027-09-09/..', '2027-09-12', '2027-09-09/2027-09-12'],
    [undefined, undefined, undefined],
  ];
  for (const [start, end, expected] of TABLE)
    it(`${start ?? 'nothing'} to ${end ?? 'nothing'}`, () => assert.equal(days(start, end), expected));

  it('take a time without an offset for Amsterdam time', () => {
    assert.equal(spanOf('2027-07-01T13:30').start, at('2027-07-01T11:30Z'));
    assert.equal(spanOf('2027-01-01T13:30:00.123456789').start, at('2027-01-01T12:30:00.123Z'));
  });

  it('sort as time does, what is less precise first', () => {
    const dates = ['2016-06-01T09:00', '2016-07', '2016-06', '2016-06-01', '2016', '2016-06-01T05:00Z'];
    const sorted = dates.toSorted((a, b) => (spanOf(a).key < spanOf(b).key ? -1 : 1));
    assert.deepEqual(sorted, [
      '2016',
      '2016-06',
      '2016-06-01',
      '2016-06-01T05:00Z',
      '2016-06-01T09:00',
      '2016-07',
    ]);
  });
});

describe('the phase of a session', () => {
  type Moments = readonly (readonly [moment: string, phase: string])[];
  const TABLE: readonly (readonly [name: string, start: string, end: string | undefined, Moments])[] = [
    [
      'a time and an end',
      '2027-09-09T13:30+02:00',
      '2027-09-09T17:00+02:00',
      [
        ['2027-09-08T23:59+02:00', 'later'],
        ['2027-09-09T00:00+02:00', 'today'],
        ['2027-09-09T13:29:59+02:00', 'today'],
        ['2027-09-09T13:30+02:00', 'now'],
        ['2027-09-09T16:59:59+02:00', 'now'],
        ['2027-09-09T17:00+02:00', 'past'],
      ],
    ],
    [
      'a time without an end',
      '2027-09-09T13:30+02:00',
      undefined,
      [
        ['2027-09-09T13:00+02:00', 'today'],
        ['2027-09-09T20:00+02:00', 'today'],
        ['2027-09-10T00:00+02:00', 'past'],
      ],
    ],
    [
      'a day',
      '2027-09-09',
      undefined,
      [
        ['2027-09-08T23:59:59+02:00', 'later'],
        ['2027-09-09T00:00+02:00', 'today'],
        ['2027-09-09T23:59:59+02:00', 'today'],
        ['2027-09-10T00:00+02:00', 'past'],
      ],
    ],
    [
      'several days',
      '2027-11-05',
      '2027-11-07',
      [
        ['2027-11-04T12:00+01:00', 'later'],
        ['2027-11-06T12:00+01:00', 'now'],
        ['2027-11-08T00:00+01:00', 'past'],
      ],
    ],
    [
      'a month',
      '2027-09',
      undefined,
      [
        ['2027-08-31T12:00+02:00', 'later'],
        ['2027-09-15T12:00+02:00', 'later'],
        ['2027-10-01T00:00+02:00', 'past'],
      ],
    ],
  ];
  for (const [name, start, end, moments] of TABLE)
    it(`of ${name}`, () => {
      for (const [moment, phase] of moments)
        assert.equal(phaseAt(spanOf(start, end), at(moment)), phase, moment);
    });

  it('without a date is no phase at all', () => {
    assert.equal(phaseAt(undefined, at('2027-01-01')), 'undated');
  });

  it('changes next at a start, an end or midnight in Amsterdam', () => {
    const session = spanOf('2027-09-09T13:30+02:00', '2027-09-09T17:00+02:00');
    const next = (moment: string) =>
      new Date(nextChange([undefined, session], at(moment)) ?? NaN).toISOString();
    assert.equal(next('2027-09-08T12:00Z'), '2027-09-08T22:00:00.000Z');
    assert.equal(next('2027-09-09T06:00Z'), '2027-09-09T11:30:00.000Z');
    assert.equal(next('2027-09-09T11:30Z'), '2027-09-09T15:00:00.000Z');
    assert.equal(next('2027-09-09T15:00Z'), '2027-09-09T22:00:00.000Z');
  });
});
