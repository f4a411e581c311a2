/** Dates written from the locale files are those that `Intl` writes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DateParts } from '../../src/dates/format.js';
import { createTranslator } from '../../src/i18n/translate.js';
import { languages } from '../../src/programme-timeline/locales/index.js';
import { createDateWriter } from '../../src/programme-timeline/date-writer.js';

const NUMERIC = { day: 'numeric', year: 'numeric' } as const;
const PARTS: readonly DateParts[] = [
  { weekday: 'short', month: 'short', ...NUMERIC },
  { weekday: 'short', month: 'short', day: 'numeric' },
  { weekday: 'long', month: 'long', ...NUMERIC },
  { month: 'long', ...NUMERIC },
  { month: 'long', day: 'numeric' },
  { month: 'long', year: 'numeric' },
  { month: 'short', year: 'numeric' },
  { month: 'short' },
];
/** Every month, and every day of the week. */
const DATES = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2027, month, 1 + month * 2)));

describe('a date', () => {
  for (const [language, locale] of Object.entries({ nl: 'nl', en: 'en-GB' })) {
    const write = createDateWriter(createTranslator(languages, language, undefined, undefined));

    for (const parts of PARTS)
      it(`in ${language} with ${Object.keys(parts).join(', ')} (${parts.month})`, () => {
        const format = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
        for (const date of DATES)
          // British publishers leave out the comma that `Intl` has behind the day of the week.
          assert.equal(write(date, parts), format.format(date).replace(',', ''));
      });
  }

  it('has the names that a page gives instead of ours', () => {
    const labels = { shortMonths: 'a b c d e f g h i j k l' };
    const write = createDateWriter(createTranslator(languages, 'nl', undefined, labels));
    assert.equal(write(new Date('2027-03-09'), { day: 'numeric', month: 'short' }), '9 c');
  });
});
