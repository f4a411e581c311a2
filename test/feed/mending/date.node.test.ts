/** Dates as systems and people write them: what has one meaning becomes a date of the format, everything else stays. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isFeedDate, type FeedDate } from '../../../src/dates/edtf.js';
import { dateHint, mendDate } from '../../../src/feed/mending/date.js';
import { mendWholeDays } from '../../../src/feed/mending/whole-days.js';

type Cases = readonly (readonly [input: unknown, mended: string])[];

function becomes(name: string, cases: Cases) {
  describe(name, () => {
    for (const [input, mended] of cases)
      it(`${JSON.stringify(input)} is ${mended}`, () => {
        assert.equal(mendDate(input), mended);
        assert.ok(isFeedDate(mended));
      });
  });
}

becomes('05: a year', [
  [2016, '2016'],
  [2013.0, '2013'],
  ['2016.0', '2016'],
  ['2016,0', '2016'],
  ['２０１６', '2016'],
  ['het jaar 2016', '2016'],
  ['in 2016', '2016'],
]);

becomes('04: a day', [
  ['2027-09-09 ', '2027-09-09'],
  ['\u00a02027-09-09\ufeff', '2027-09-09'],
  ['2027-9-9', '2027-09-09'],
  ['2027/09/09', '2027-09-09'],
  ['2027.09.09', '2027-09-09'],
  ['2027.9.9', '2027-09-09'],
  ['20270909', '2027-09-09'],
  [20270909, '2027-09-09'],
  ['2027\u201109\u201109', '2027-09-09'],
  ['2027–09–09', '2027-09-09'],
  ['2027\u200e-09-09', '2027-09-09'],
  ['２０２７-０９-０９', '2027-09-09'],
  ['٢٠٢٧-٠٩-٠٩', '2027-09-09'],
  ['9 september 2027', '2027-09-09'],
  ['9\u202fseptember\u00a02027', '2027-09-09'],
  ['donderdag 9 september 2027', '2027-09-09'],
  ['Do. 9 sep. 2027', '2027-09-09'],
  ['Thursday, September 9, 2027', '2027-09-09'],
  ['Thu 9 Sep 2027', '2027-09-09'],
  ['September 9th, 2027', '2027-09-09'],
  ['1st of March 2027', '2027-03-01'],
  ['2nd March 2027', '2027-03-02'],
  ['1e maart 2027', '2027-03-01'],
  ['9. September 2027', '2027-09-09'],
  ['9. März 2027', '2027-03-09'],
  ['9. Dezember 2027', '2027-12-09'],
  ['9-sep-2027', '2027-09-09'],
  ['2027 september 9', '2027-09-09'],
  ['op 9 mei 2027', '2027-05-09'],
  ['maandag 3 mei 2027', '2027-05-03'],
  ['2016-06-00', '2016-06'],
  ['2016-00-00', '2016'],
  [{ date: '2027-09-09' }, '2027-09-09'],
]);

becomes('04: a moment', [
  ['2027-09-09 13:30:00', '2027-09-09T13:30:00'],
  ['2027-09-09  13:30', '2027-09-09T13:30'],
  ['2027/09/09 13:30', '2027-09-09T13:30'],
  ['2027:09:09 13:30:00', '2027-09-09T13:30:00'],
  ['2027-09-09T13:30:00+0200', '2027-09-09T13:30:00+02:00'],
  ['2027-09-09T13:30:00+02', '2027-09-09T13:30:00+02:00'],
  ['2027-09-09 13:30:00 +2', '2027-09-09T13:30:00+02:00'],
  ['2027-09-09 13:30:00 −03:00', '2027-09-09T13:30:00-03:00'],
  ['20270909T113000Z', '2027-09-09T11:30:00Z'],
  ['20270909T1330', '2027-09-09T13:30'],
  ['2027-09-09T13', '2027-09-09T13:00'],
  ['2027-09-09t11:30:00z', '2027-09-09T11:30:00Z'],
  ['2027-09-09 11:30:00 UTC', '2027-09-09T11:30:00Z'],
  ['2027-09-09T13:30:00 CEST', '2027-09-09T13:30:00+02:00'],
  ['2027-09-09T13:30:00+02:00[Europe/Amsterdam]', '2027-09-09T13:30:00+02:00'],
  ['2027-09-09T13:30:00-04:00[America/New_York]', '2027-09-09T13:30:00-04:00'],
  ['2027-09-09T13:30:00+02:00[Europe/Amsterdam][u-ca=gregory]', '2027-09-09T13:30:00+02:00'],
  ['2027-09-09T13:30[Europe/Amsterdam]', '2027-09-09T13:30'],
  ['2027-09-09T24:00:00+02:00', '2027-09-10T00:00:00+02:00'],
  ['2027-12-31 24:00', '2028-01-01T00:00'],
  ['2027-09-09T13:30:00.1234567890Z', '2027-09-09T13:30:00.123456789Z'],
  ['2027-09-09T13:30:00,5+02:00', '2027-09-09T13:30:00.5+02:00'],
  ['2027-09-09 13u30', '2027-09-09T13:30'],
  ['2027-09-09 13:30 uur', '2027-09-09T13:30'],
  ['2027-09-09, 13.30 uur', '2027-09-09T13:30'],
  ['9 september 2027 om 13:30 uur', '2027-09-09T13:30'],
  ['9 september 2027, 9 uur', '2027-09-09T09:00'],
  ['do 9 sep 2027, 13:30', '2027-09-09T13:30'],
  ['Sep 9, 2027 1:30 PM', '2027-09-09T13:30'],
  ['9 September 2027 at 12.30 a.m.', '2027-09-09T00:30'],
  ['Thu, 09 Sep 2027 13:30:00 +0200', '2027-09-09T13:30:00+02:00'],
  ['Thu, 09 Sep 2027 11:30:00 GMT', '2027-09-09T11:30:00Z'],
  ['Thu Sep 09 2027 13:30:00 GMT+0200 (Central European Summer Time)', '2027-09-09T13:30:00+02:00'],
  [new Date('2027-09-09T11:30Z'), '2027-09-09T11:30:00.000Z'],
  [
    { date: '2027-09-09 13:30:00.000000', timezone_type: 3, timezone: 'Europe/Amsterdam' },
    '2027-09-09T13:30:00',
  ],
  [{ dateTime: '2027-09-09T13:30:00+02:00', timeZone: 'Europe/Amsterdam' }, '2027-09-09T13:30:00+02:00'],
]);

becomes('11: a month or a season in words', [
  ['juni 2016', '2016-06'],
  ['Juni 2016', '2016-06'],
  ['June, 2016', '2016-06'],
  ['2016/6', '2016-06'],
  ['2016 mei', '2016-05'],
  ['voorjaar 2016', '2016-21'],
  ['Summer of 2016', '2016-22'],
  ['herfst van 2016', '2016-23'],
  ['winter 2015/2016', '2015-24'],
  ['2016 (najaar)', '2016-23'],
  ['2016, najaar', '2016-23'],
]);

becomes('11: two that follow on each other', [
  ['9 en 10 oktober 2027', '2027-10-09/2027-10-10'],
  ['zaterdag 9 en zondag 10 oktober 2027', '2027-10-09/2027-10-10'],
  ['mei en juni 2016', '2016-05/2016-06'],
  ['2015 & 2016', '2015/2016'],
]);

becomes('04: a time with a word before it', [
  ['8 september 2027 vanaf 19:30', '2027-09-08T19:30'],
  ['8 september 2027, van 19.30 tot 21.30 uur', '2027-09-08T19:30/2027-09-08T21:30'],
]);

becomes('11: about and perhaps', [
  ['2014 ongeveer', '2014~'],
  ['ca. 2014', '2014~'],
  ['circa 2014', '2014~'],
  ['c. 2014', '2014~'],
  ['Rond 2014', '2014~'],
  ['ongeveer juni 2014', '2014-06~'],
  ['around 2014', '2014~'],
  ['~2014', '2014~'],
  ['2014 (ca.)', '2014~'],
  ['misschien 2014', '2014?'],
  ['perhaps 2014', '2014?'],
  ['2014 ?', '2014?'],
  ['2014 (?)', '2014?'],
  ['juni 2016?', '2016-06?'],
  ['misschien rond 2014', '2014%'],
  ['misschien 8 september 2027', '2027-09-08?'],
  ['mogelijk 6 september 2027', '2027-09-06?'],
  ['rond 2014?', '2014%'],
  ['ca. 2014-2016', '2014~/2016~'],
  ['ca. 2014 - ca. 2016', '2014~/2016~'],
]);

becomes('11: since and until', [
  ['vanaf 2013', '2013/..'],
  ['sinds juni 2013', '2013-06/..'],
  ['Since 2013', '2013/..'],
  ['from 10 september 2027', '2027-09-10/..'],
  ['vanaf ca. 2013', '2013~/..'],
  ['2013-', '2013/..'],
  ['2013 – heden', '2013/..'],
  ['2013–nu', '2013/..'],
  ['2013 tot nu toe', '2013/..'],
  ['2013/open', '2013/..'],
  ['2013/unknown', '2013/..'],
  ['2013 to present', '2013/..'],
  ['tot 2018', '../2018'],
  ['tot en met 2018', '../2018'],
  ['t/m 2018', '../2018'],
  ['until 2018', '../2018'],
]);

becomes('11: a decade or a century', [
  ['jaren 10', '201X'],
  ['de jaren tien', '201X'],
  ['jaren ’10', '201X'],
  ['jaren 90', '199X'],
  ['jaren negentig', '199X'],
  ['2010s', '201X'],
  ['2010’s', '201X'],
  ['the 2010s', '201X'],
  ['90s', '199X'],
  ['rond de jaren 10', '201X~'],
  ['20e eeuw', '19XX'],
  ['21st century', '20XX'],
  ['201x', '201X'],
]);

becomes('11: a range, a week or a quarter', [
  ['2015-2016', '2015/2016'],
  ['2015–2016', '2015/2016'],
  ['2015 — 2016', '2015/2016'],
  ['2015 / 2016', '2015/2016'],
  ['2015 t/m 2016', '2015/2016'],
  ['van 2015 tot 2016', '2015/2016'],
  ['tussen 2015 en 2016', '2015/2016'],
  ['2015-16', '2015/2016'],
  ['schooljaar 2015-2016', '2015/2016'],
  ['seizoen 2015/16', '2015/2016'],
  ['2016-06-01..2016-06-05', '2016-06-01/2016-06-05'],
  ['2015/16', '2015/2016'],
  ['2016-06-01/05', '2016-06-01/2016-06-05'],
  ['2016-06-01/07-05', '2016-06-01/2016-07-05'],
  ['2016-06-01 - 2016-06-05', '2016-06-01/2016-06-05'],
  ['2016-6-1/2016-6-5', '2016-06-01/2016-06-05'],
  ['1-5 juni 2016', '2016-06-01/2016-06-05'],
  ['1 t/m 5 juni 2016', '2016-06-01/2016-06-05'],
  ['28 juni - 5 juli 2016', '2016-06-28/2016-07-05'],
  ['juni–augustus 2016', '2016-06/2016-08'],
  ['2027-09-09 13:30 - 17:00', '2027-09-09T13:30/2027-09-09T17:00'],
  ['2016-W23', '2016-06-06/2016-06-12'],
  ['2016w23', '2016-06-06/2016-06-12'],
  ['2016 week 23', '2016-06-06/2016-06-12'],
  ['week 23, 2016', '2016-06-06/2016-06-12'],
  ['2016-W23-4', '2016-06-09'],
  ['2015-W53', '2015-12-28/2016-01-03'],
  ['2016-Q3', '2016-07/2016-09'],
  ['Q3 2016', '2016-07/2016-09'],
  ['3e kwartaal 2016', '2016-07/2016-09'],
  ['kwartaal 3 van 2016', '2016-07/2016-09'],
  ['2016-35', '2016-07/2016-09'],
]);

describe('what has no single meaning stays', () => {
  for (const input of [
    '09-09-2027',
    '9/10/2027',
    '31-12-2027',
    42370,
    '42370',
    46646.5625,
    1820575800,
    '1820575800',
    1820575800000,
    201606,
    '201606',
    42,
    '2016-08-12/2016-06-01',
    '2016 - 2015',
    '2015-14',
    '2027-02-30',
    '31 juni 2027',
    'vrijdag 9 september 2027',
    'Fri, 09 Sep 2027 13:30:00 +0200',
    '2016-W54',
    '2016-W00',
    '2027-09-09T25:00',
    '2027-09-09T24:30',
    '2027-09-09 13:75',
    '2027-09-09T13:30[America/New_York]',
    '2027-09-09T13:30 EST',
    'begin 2016',
    '9 en 16 oktober 2027',
    'eind juni 2016',
    'midden 2016',
    'voor 2016',
    'binnenkort',
    'nvt',
    '0000-00-00',
    '',
    ' ',
    '?',
    '-',
    'ca.',
    'vanaf',
    'x'.repeat(100),
    '- '.repeat(40),
    `9 september 2027${' '.repeat(200)}x`,
    null,
    undefined,
    true,
    NaN,
    [],
    {},
    ['2016'],
    new Date(NaN),
  ])
    it(JSON.stringify(input) ?? 'nothing', () => assert.equal(mendDate(input), input));

  it('a date of the format stays as it is', () => {
    for (const date of ['2016', '2015-23', '2014~', '2013/..', 'XXXX-09-09', '2027-09-09T13:30:00.0000000Z'])
      assert.equal(mendDate(date), date);
  });

  it('whatever the text, what comes of it is a date of the format, or the text', () => {
    const words = fc.constantFrom(
      ...'2016 9 09 31 - / . : ? ~ ca. tot vanaf juni september week Q3 W23 T Z +02 13:30 jaren 10 winter do'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(fc.oneof(words, fc.constant(' ')), { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const mended = mendDate(input);
        assert.ok(mended === input || isFeedDate(mended as string), String(mended));
      }),
    );
  });
});

describe('a hint at what is not guessed', () => {
  const HINTS: readonly (readonly [input: unknown, code: string, as: string])[] = [
    [42370, 'day-number', '2016-01-01'],
    ['42370', 'day-number', '2016-01-01'],
    [46653, 'day-number', '2027-09-23'],
    [46653.5625, 'day-number', '2027-09-23T13:30'],
    ['46653,5625', 'day-number', '2027-09-23T13:30'],
    [1820575800, 'unix-time', '2027-09-10T13:30+02:00'],
    ['1820575800', 'unix-time', '2027-09-10T13:30+02:00'],
    [1820575800000, 'unix-time', '2027-09-10T13:30+02:00'],
    ['09-09-2027', 'day-first', '2027-09-09'],
    ['31-12-2027', 'day-first', '2027-12-31'],
    ['12/31/2027', 'day-first', '2027-12-31'],
    ['3.4.2027', 'day-first', '2027-04-03 / 2027-03-04'],
    ['9-9-2027 13:30', 'day-first', '2027-09-09'],
  ];
  for (const [input, code, as] of HINTS)
    it(`${JSON.stringify(input)}: ${code}, ${as}`, () =>
      assert.deepEqual(dateHint(input), { code, params: { value: String(input), as } }));

  for (const input of ['binnenkort', '2027-02-30', '32-13-2027', 42, null, {}, '09-09-27'])
    it(`none for ${JSON.stringify(input)}`, () => assert.equal(dateHint(input), undefined));
});

describe('03: a whole day written as midnight', () => {
  const day = (start: string, end?: string) => {
    const days = mendWholeDays({ start: start as FeedDate, end: end as FeedDate | undefined });
    return days && [days.start, days.end].filter(Boolean).join(' ');
  };
  const DAYS: readonly (readonly [start: string, end: string | undefined, days: string])[] = [
    ['2027-09-09T00:00:00.000Z', undefined, '2027-09-09'],
    ['2027-09-08T22:00:00.000Z', undefined, '2027-09-09'],
    ['2027-12-08T23:00:00Z', undefined, '2027-12-09'],
    ['2027-09-09T00:00:00', undefined, '2027-09-09'],
    ['2027-09-09T00:00+02:00', undefined, '2027-09-09'],
    ['2027-09-09T00:00:00+01:00', undefined, '2027-09-09'],
    ['2027-09-09T00:00:00.0000000', '2027-09-10T00:00:00.0000000', '2027-09-09'],
    ['2027-12-09T00:00:00.000Z', '2027-12-11T00:00:00.000Z', '2027-12-09 2027-12-10'],
    ['2027-10-30T22:00:00Z', '2027-10-31T23:00:00Z', '2027-10-31'],
    ['2027-09-09T00:00Z', '2027-09-09T00:00Z', '2027-09-09'],
    ['2027-09-09T00:00Z', '2027-09-11', '2027-09-09 2027-09-11'],
    ['2027-09-09T00:00:00', '2027-09-09T23:59:59', '2027-09-09'],
    ['2027-09-09', '2027-09-11T00:00:00', '2027-09-09 2027-09-10'],
    ['2027-09-09', '2027-09-09T22:00:00Z', '2027-09-09'],
    ['2027-09-09', '2027-09-09T00:00:00', '2027-09-09'],
    ['2027-09-08T22:00:00Z', '2027-09-10T21:59:59.999Z', '2027-09-09 2027-09-10'],
    ['2016-05-31T22:00:00.000Z', undefined, '2016-06-01'],
  ];
  for (const [start, end, days] of DAYS)
    it(`${start} to ${end ?? 'nothing'} is ${days}`, () => assert.equal(day(start, end), days));

  const TIMES: readonly (readonly [start: string, end?: string])[] = [
    ['2027-09-09T19:30+02:00', '2027-09-10T00:00+02:00'],
    ['2027-09-09T00:00+02:00', '2027-09-09T02:00+02:00'],
    ['2027-09-09T00:00Z', '2027-09-09T03:00Z'],
    ['2027-09-09T22:00:00Z', '2027-09-09T23:30:00Z'],
    ['2027-12-08T22:00:00Z'],
    ['2027-09-09T00:00-05:00'],
    ['2027-09-09T13:30'],
    ['2027-09-09'],
    ['2027-09-09', '2027-09-09'],
    ['2027-09-09', '2027-09-10T16:00'],
    ['2027'],
    ['XXXX'],
    ['2027-09-09T00:00Z', '2027-09-07T00:00Z'],
  ];
  for (const [start, end] of TIMES)
    it(`${start} to ${end ?? 'nothing'} stays`, () => assert.equal(day(start, end), undefined));

  it('a period without a start stays', () => assert.equal(mendWholeDays({}), undefined));
});
