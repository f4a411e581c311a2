/** The timeline by ear. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { createTranslator } from '../../src/i18n/translate.js';
import { languages } from '../../src/programme-timeline/locales/index.js';
import { FEED } from '../support/node/visit.js';
import { walk } from './walk.js';

const EDITION = 'ex-najaar-2027';
const DAYS = {
  nl: /maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag/,
  en: /Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday/,
};

const SESSIONS = FEED.sessions.filter(({ edition }) => edition === EDITION);

describe('the timeline, heard', () => {
  walk(
    'heard 12: a programme by its headings, each with its day',
    {
      page: () => ({
        feed: FEED,
        widget: `<ceal-programme-timeline src="/feed.json" edition="${EDITION}"></ceal-programme-timeline>`,
      }),
    },
    async ({ reader, lang, inWords }) => {
      await reader.pressTo('h', createTranslator(languages, lang)('heading'));
      for (const { title, start = '' } of SESSIONS.slice(0, 3)) {
        const said = await reader.pressTo('h', inWords(title), 4);
        if (start.length >= '2027-01-01'.length) assert.match(said, DAYS[lang]);
      }
    },
  );

  walk(
    'heard 13 and 17: one region, and each thing once',
    {
      page: () => ({
        feed: FEED,
        widget: `<ceal-programme-timeline src="/feed.json" edition="${EDITION}"></ceal-programme-timeline>`,
      }),
    },
    async ({ reader, lang, inWords }) => {
      const t = createTranslator(languages, lang);
      const next = inWords(SESSIONS[0]!.title);
      await reader.pressTo('b', t('toNext'), 8);
      const said = await reader.pressUntil('Return', next);
      assert.equal(said.split(next).length, 2, said);
      for (let n = 0; n < 12; n++) await reader.press('Down');
      const regions = reader.phrases.filter((phrase) => /^(regio|region)\b/.test(phrase));
      assert.ok(regions.length <= 1, regions.join(' · '));
    },
  );
});
