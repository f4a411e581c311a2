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
