/** Feed dates: what is one, what it says, and how dates stand to each other. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  daysInMonth,
  isBefore,
  isFeedDate,
  parseDate,
  sortKey,
  yearOf,
  type DateValue,
} from '../../src/dates/edtf.js';

/** The value of a text that is a date. */
function read(text: string): DateValue {
  const value = parseDate(text);
  assert.ok(value, text);
  return value;
}
const key = (text: string) => sortKey(read(text));
const before = (a: string, b: string) => isBefore(read(a), read(b));

describe('a feed date', () => {
  const DATES = {
    2016: { precision: 'year', year: 2016 },
    '0000': { precision: 'year', year: 0 },
    9999: { precision: 'year', year: 9999 },
    '2015-21': { precision: 'season', year: 2015, season: 'spring' },
    '2015-22': { precision: 'season', year: 2015, season: 'summer' },
    '2015-23': { precision: 'season', year: 2015, season: 'autumn' },
    '2015-24': { precision: 'season', year: 2015, season: 'winter' },
    '2016-06': { precision: 'month', year: 2016, month: 6 },
    '2016-06-01': { precision: 'day', year: 2016, month: 6, day: 1 },
    '2016-02-29': { precision: 'day', year: 2016, month: 2, day: 29 },
    '2000-02-29': { precision: 'day', year: 2000, month: 2, day: 29 },
    '0000-02-29': { precision: 'day', year: 0, month: 2, day: 29 },
    '9999-12-31': { precision: 'day', year: 9999, month: 12, day: 31 },
    'XXXX-09-09': { precision: 'yearless-day', month: 9, day: 9 },
    'XXXX-02-29': { precision: 'yearless-day', month: 2, day: 29 },
    XXXX: { precision: 'unknown' },
    'XXXX-XX-XX': { precision: 'unknown' },
    '201X': { precision: 'decade', year: 2010 },
    '000X': { precision: 'decade', year: 0 },
    '20XX': { precision: 'century', year: 2000 },
    '201X-XX': { precision: 'decade', year: 2010 },
    '2016-XX': { precision: 'year', year: 2016 },
    '2016-XX-XX': { precision: 'year', year: 2016 },
    '2016-06-XX': { precision: 'month', year: 2016, month: 6 },
    '2014~': { precision: 'year', year: 2014, qualifier: '~' },
    '2014-06?': { precision: 'month', year: 2014, month: 6, qualifier: '?' },
    '2014-06-01%': { precision: 'day', year: 2014, month: 6, day: 1, qualifier: '%' },
    '2015-23~': { precision: 'season', year: 2015, season: 'autumn', qualifier: '~' },
    '201X?': { precision: 'decade', year: 2010, qualifier: '?' },
    'XXXX-09-09?': { precision: 'yearless-day', month: 9, day: 9, qualifier: '?' },
  };
  for (const [text, value] of Object.entries(DATES))
    it(`${text} is a ${value.precision}`, () => assert.deepEqual(parseDate(text), value));

  for (const text of [
    '2027-09-09T13:30:00+02:00',
    '2027-09-09T13:30Z',
    '2027-09-09T13:30:00.123456789-14:59',
    '0000-01-01T00:00:00Z',
  ])
    it(`${text} is a moment`, () =>
      assert.deepEqual(parseDate(text), { precision: 'moment', text, hasOffset: true }));

  it('may be a time without offset, and says so', () =>
    assert.deepEqual(parseDate('2027-09-09T13:30'), {
      precision: 'moment',
      text: '2027-09-09T13:30',
      hasOffset: false,
    }));

  it('may be a range, each end as precise as it is known', () =>
    assert.deepEqual(parseDate('2015-11/2016-02-03'), {
      precision: 'range',
      from: { precision: 'month', year: 2015, month: 11 },
      to: { precision: 'day', year: 2016, month: 2, day: 3 },
    }));

  for (const text of [
    '2016/2016',
    '2016/2016-03',
    '2015-21/2015-05-30',
    'XXXX-04-30/XXXX-05-05',
    '2015-24/2016-01',
  ])
    it(`${text} is a range`, () => assert.equal(parseDate(text)?.precision, 'range'));

  const year = { precision: 'year', year: 2016 } as const;
  for (const text of ['2016/..', '2016/', '2016/XXXX'])
    it(`${text} has an open end`, () =>
      assert.deepEqual(parseDate(text), { precision: 'range', from: year, to: null }));
  for (const text of ['../2016', '/2016', 'XXXX/2016'])
    it(`${text} has an open beginning`, () =>
      assert.deepEqual(parseDate(text), { precision: 'range', from: null, to: year }));

  it('may be a range whose ends are about and perhaps right', () =>
    assert.deepEqual(parseDate('2014~/2016-06?'), {
      precision: 'range',
      from: { precision: 'year', year: 2014, qualifier: '~' },
      to: { precision: 'month', year: 2016, month: 6, qualifier: '?' },
    }));
});

describe('no feed date', () => {
  const NOT_THERE = [
    '2016-02-30',
    '2015-02-29',
    '1900-02-29',
    '2100-02-29',
    '2016-04-31',
    'XXXX-02-30',
    '2016-06-00',
  ];
  const NO_MONTH = ['2016-00', '2016-13', '2016-20', '2016-25', '2016-13-01', '2016-21-01', 'XXXX-13-01'];
  const NO_TIME = [
    '2016-06-01T24:00Z',
    '2016-06-01T23:60Z',
    '2016-06-01T23:59:60Z',
    '2016-06-01T10:00+15:00',
    '2016-06-01T10:00+02:60',
    '2016-02-30T10:00Z',
    '2016-06T10:00Z',
    '2016-06-01 10:00',
    '2016-06-01T10',
    '2016-06-01T10:00z',
  ];
  const NO_RANGE = [
    '2016-06-02/2016-06-01',
    '2016/2015',
    '2015/2016/2017',
    '/',
    '../..',
    '/..',
    '2016/...',
    '2016/../',
    'XXXX/XXXX',
    '..',
  ];
  const NO_DIGITS = [
    '2X16',
    '2XXX',
    'X016',
    '2016-X6',
    '2016-06-0X',
    '2016-XX-09',
    '201X-06',
    '201X-06-01',
    'XXXX-09-XX',
    'XXXX-XX-09',
    '2016-22-XX',
    '2016-06-XXT10:00Z',
    '201x',
  ];
  const NO_QUALIFIER = ['2016??', '2016~?', '~2016', '2016-06-01T10:00Z?', 'XXXX?', '2016 ~', '?'];
  const OTHERS = [
    '',
    ' ',
    '16',
    '02016',
    '-2016',
    '+2016',
    '2016-6-1',
    '01-06-2016',
    '1 juni 2016',
    '2016-06-01 ',
    ' 2016',
    '2016-06-01\n',
    'XXXX-09',
    'Y12016',
    '٢٠١٦',
    'constructor',
  ];
  for (const text of [
    ...NOT_THERE,
    ...NO_MONTH,
    ...NO_TIME,
    ...NO_RANGE,
    ...NO_DIGITS,
    ...NO_QUALIFIER,
    ...OTHERS,
  ])
    it(JSON.stringify(text), () => assert.equal(isFeedDate(text), false));

  it('whatever the text, reading it does not throw', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseDate(text))));
});

describe('every day of the calendar', () => {
  it('is a date, and so is no day after the last of a month', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const start = new Date(Date.UTC(2000, month, 0));
        start.setUTCFullYear(year, month, 0);
        const days = start.getUTCDate();
        const text = (day: number) =>
          `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day}`;
        assert.equal(daysInMonth(year, month), days);
        assert.ok(isFeedDate(text(days)));
        assert.ok(!isFeedDate(text(days + 1)));
      }),
    ));
});

describe('sort keys', () => {
  const IN_ORDER = [
    '0000',
    '20XX',
    '201X',
    '2014~',
    '../2014-06',
    '2015',
    '2015-01',
    '2014-12-31T23:30:00Z',
    '2015-01-01T00:45:00+01:00',
    '2015-21',
    '2015-22',
    '2015-07-01',
    '2015-07-01T09:00',
    '2015-07-01T07:30Z',
    '2015-07-01T10:00:00+02:00',
    '2015-23',
    '2015-11/2016-02',
    '2015-24',
    '2016-01',
    '2016-02/..',
    '9999-12-31',
    'XXXX',
    'XXXX-12-31',
  ];
  it('put dates of every kind in order, the less precise first', () => {
    assert.deepEqual(
      IN_ORDER.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
      IN_ORDER,
    );
  });

  it('tell moments in Amsterdam time, winter and summer', () => {
    assert.equal(key('2014-12-31T23:30:00Z'), '2015-01-01T00:30:00.000');
    assert.equal(key('2015-06-30T22:30:00Z'), '2015-07-01T00:30:00.000');
  });

  it('change with the clock, and agree with the time zone’s own rules', () => {
    const clock = new Intl.DateTimeFormat('sv', {
      timeZone: 'Europe/Amsterdam',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const range = { noInvalidDate: true, min: new Date('1997-01-01'), max: new Date('2037-01-01') };
    const changes = [
      new Date('2027-03-28T00:59:59Z'),
      new Date('2027-03-28T01:00:00Z'),
      new Date('2027-10-31T00:59:59Z'),
      new Date('2027-10-31T01:00:00Z'),
    ];
    const agrees = (date: Date) =>
      assert.equal(key(date.toISOString()).slice(0, 19), clock.format(date).replace(' ', 'T'));
    changes.forEach(agrees);
    fc.assert(fc.property(fc.date(range), agrees));
  });

  it('hold at both ends of time', () => {
    assert.equal(key('0000-01-01T00:00:00+14:00').slice(0, 4), '0000');
    assert.equal(key('9999-12-31T23:59:00Z').slice(0, 4), '9999');
  });
});

describe('before', () => {
  const YES: readonly (readonly [string, string])[] = [
    ['2015', '2016'],
    ['2015-12-31', '2016'],
    ['2015-21', '2015-07-01'],
    ['2015-11/2015-12', '2016-01'],
    ['2016-06-01T10:00:00+02:00', '2016-06-01T10:30:00+02:00'],
    ['2016-06-01T10:00', '2016-06-01T08:30:00Z'],
    ['XXXX-09-08', 'XXXX-09-09'],
    ['../2015', '2016'],
    ['2015', '2016/..'],
    ['200X', '201X'],
    ['201X', '2020-01'],
    ['2014~', '2015'],
  ];
  for (const [a, b] of YES)
    it(`${a} certainly lies before ${b}`, () => {
      assert.equal(before(a, b), true);
      assert.equal(before(b, a), false);
    });

  const PERHAPS: readonly (readonly [string, string])[] = [
    ['2016', '2016-06-01'],
    ['2016-06', '2016-06-30'],
    ['2016-06-01', '2016-06-01T10:00Z'],
    ['2016-06-01', '2016-06-01T00:30:00+02:00'],
    ['2015-21', '2015-05-31'],
    ['2015-24', '2016-01-10'],
    ['2015-11/2016-02', '2016-01'],
    ['2016-06-01T10:00', '2016-06-01T10:00:00+02:00'],
    ['2016', 'XXXX-09-09'],
    ['XXXX-09-09', '2016'],
    ['2015/..', '2016'],
    ['2015', '../2016'],
    ['201X', '2016'],
    ['2010', '201X'],
    ['20XX', '201X'],
    ['2016-XX', '2016-06'],
    ['XXXX', '2016'],
    ['XXXX-09-09', 'XXXX'],
    ['XXXX', 'XXXX-09-09'],
  ];
  for (const [a, b] of PERHAPS) it(`${a} may not lie before ${b}`, () => assert.equal(before(a, b), false));
});

describe('the year of a date', () => {
  const YEARS: readonly (readonly [string, number | undefined])[] = [
    ['2016', 2016],
    ['2015-24', 2015],
    ['2014-12-31T23:30:00Z', 2015],
    ['2015-11/2016-02', 2015],
    ['XXXX-09-09', undefined],
    ['XXXX-04-30/XXXX-05-05', undefined],
    ['XXXX', undefined],
    ['../2016', 2016],
    ['2016~', 2016],
    ['201X', 2010],
  ];
  for (const [text, year] of YEARS)
    it(`of ${text} is ${year ?? 'none'}`, () => assert.equal(yearOf(read(text)), year));
});
