/** Feed dates in words. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FeedDate } from '../../src/dates/edtf.js';
import { formatDate } from '../../src/dates/format.js';

describe('a season in words', () => {
  const SEASONS: Readonly<Record<string, string>> = {
    nl: 'voorjaar 2016',
    'nl-BE': 'voorjaar 2016',
    NL: 'voorjaar 2016',
    en: 'spring 2016',
    fy: 'spring 2016',
  };
  for (const [locale, words] of Object.entries(SEASONS))
    it(`is ${words} in ${locale}`, () => assert.equal(formatDate('2016-21' as FeedDate, locale), words));
});

describe('11: a date that is about or perhaps, has unknown digits or an open end', () => {
  const WORDS: Readonly<Record<string, readonly [nl: string, en: string]>> = {
    '2014~': ['rond 2014', 'about 2014'],
    '2014?': ['misschien 2014', 'perhaps 2014'],
    '2014%': ['misschien rond 2014', 'perhaps about 2014'],
    '2015-23~': ['rond najaar 2015', 'about autumn 2015'],
    '2016-06-01?': ['misschien 1 juni 2016', 'perhaps 1 June 2016'],
    '201X': ['jaren 10', '2010s'],
    '199X': ['jaren 90', '1990s'],
    '200X': ['jaren 2000', '2000s'],
    '189X': ['jaren 1890', '1890s'],
    '201X?': ['misschien jaren 10', 'perhaps 2010s'],
    '20XX': ['2000 – 2099', '2000 – 2099'],
    '2016-XX': ['2016', '2016'],
    '2016-06-XX': ['juni 2016', 'June 2016'],
    '2013/..': ['vanaf 2013', 'from 2013'],
    '2013/': ['vanaf 2013', 'from 2013'],
    '../2018': ['tot en met 2018', 'until 2018'],
    '/2018': ['tot en met 2018', 'until 2018'],
    '2014~/2016': ['rond 2014 – 2016', 'about 2014 – 2016'],
    '2013~/..': ['vanaf rond 2013', 'from about 2013'],
    XXXX: ['Datum onbekend', 'Date unknown'],
  };
  for (const [date, [nl, en]] of Object.entries(WORDS))
    it(`${date} is ${nl}, and ${en}`, () => {
      assert.equal(formatDate(date as FeedDate, 'nl'), nl);
      assert.equal(formatDate(date as FeedDate, 'en'), en);
    });
});
