/** The guide by ear, for those who read it and for who leads an Oasis. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { createTranslator } from '../../src/i18n/translate.js';
import { languages } from '../../src/oasis-guide/facilitator/locales/index.js';
import { FEED } from '../support/node/visit.js';
import { walk } from './walk.js';

const [first, second] = FEED.oasis.steps;
const TIMED = first!.activities![1]!;

describe('the guide, heard', () => {
  walk(
    'heard 8 and 20: steps in one line, and a clock that says that it goes and that it stands still',
    {
      page: () => ({
        feed: FEED,
        widget: '<ceal-oasis-guide src="/feed.json" mode="facilitator"></ceal-oasis-guide>',
      }),
    },
    async ({ reader, lang, inWords }) => {
      const t = createTranslator(languages, lang);
      const link = await reader.pressTo('Down', inWords(second!.name), 12);
      assert.match(link, new RegExp(`2\\W+${inWords(second!.name)}`));
      const step = await reader.pressTo('h', inWords(first!.name), 4);
      assert.match(step, new RegExp(`1.*${inWords(first!.name)}`));
      await reader.pressTo('Tab', inWords(TIMED.title));
      await reader.pressUntil('Return', inWords(TIMED.title));
      await reader.pressTo('Tab', t('timeStart'), 12);
      const started = await reader.pressUntil('Return', t('timeRunning'));
      assert.ok(started.includes(t('timeRunning')), started);
      const paused = await reader.pressUntil('Return', t('timePaused'));
      assert.ok(paused.includes(t('timePaused')), paused);
      await reader.pressTo('Tab', t('timeReset'), 2);
      await reader.press('Return');
      await reader.press('Down', 'Down');
    },
  );
});
