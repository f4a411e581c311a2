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
    'heard 12, 13 and 17: a programme by its headings, each with its day, in one region',
    {
      page: () => ({
        feed: FEED,
        widget: `<ceal-programme-timeline src="/feed.json" edition="${EDITION}"></ceal-programme-timeline>`,
      }),
    },
    async ({ reader, lang, inWords }) => {
      const t = createTranslator(languages, lang);
      const [first, second] = SESSIONS.map(({ title }) => inWords(title));
      await reader.pressTo('h', t('heading'));
      assert.match(await reader.pressTo('h', first!, 4), DAYS[lang]);
      assert.match(await reader.pressTo('h', second!, 4), DAYS[lang]);
      for (let n = 0; n < 8; n++) await reader.press('Down');
      await reader.press('ctrl+Home');
      await reader.pressTo('b', t('toNext'), 8);
      const said = await reader.pressUntil('Return', first);
      assert.equal(said.split(first!).length, 2, said);
      const regions = reader.phrases.filter((phrase) => /^(regio|region)\b/.test(phrase));
      assert.ok(regions.length <= 1, regions.join(' | '));
    },
  );
});
