/** The form by ear. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { createTranslator } from '../../src/i18n/translate.js';
import { languages } from '../../src/signup-form/submission/locales/index.js';
import { json, standIn } from '../support/node/stand-in.js';
import { FEED as SAMPLE } from '../support/node/visit.js';
import type { Language } from './reader/browsers.js';
import { BOTH, walk, type Walk } from './walk.js';

const REFERENCE = 'ABCDE-12345';
/** The sample feed, its form without questions of its own. */
const FEED = {
  ...SAMPLE,
  signups: SAMPLE.signups.map((signup) => ({ ...signup, parts: [], questions: [] })),
};
const FORM = '<ceal-signup-form src="/feed.json" endpoint="/signups"></ceal-signup-form>';
const ROLE = { nl: 'Ik studeer', en: 'I am a student' };

const oldEnough = (lang: Language) => createTranslator(languages, lang)('oldEnoughLabel', { age: 16 });

/** Fills in what is needed, with the keyboard. */
async function fill({ reader, lang, browser }: Walk): Promise<void> {
  const t = createTranslator(languages, lang);
  await reader.pressTo('Tab', t('nameLabel'));
  await reader.type('Noor');
  await reader.pressTo('Tab', t('emailLabel'));
  await reader.type('noor@example.org');
  await reader.pressTo('Tab', ROLE[lang]);
  await reader.press('space');
  await reader.pressTo('Tab', oldEnough(lang));
  await reader.press('space');
  // By buttons Firefox's caret comes into this one, and would leave with it.
  await reader.pressTo(browser === 'firefox' ? 'b' : 'Tab', t('send'));
}

/** An outcome is heard, and nothing after it of what went before. */
function assertLast(said: string, outcome: string, before: string): void {
  assert.ok(said.includes(outcome), said);
  assert.ok(!said.slice(said.indexOf(outcome)).includes(before), said);
}

describe('the form, heard', () => {
  walk(
    'heard 2, 3 and 4: success is the last word, and Down reads on in it',
    {
      browsers: BOTH,
      page: () => ({
        feed: FEED,
        widget: FORM,
        receiver: (_, response) => json(response, 201, { reference: REFERENCE }),
      }),
    },
    async (visit) => {
      const { reader, lang, below } = visit;
      const t = createTranslator(languages, lang);
      await fill(visit);
      const sent = await reader.pressUntil('Return', t('done'));
      assertLast(sent, t('done'), t('sending'));
      const number = await reader.pressTo('Down', REFERENCE, 3);
      assert.ok(!number.includes(below), number);
      await reader.pressTo('Down', t('next'), 3);
    },
  );

  walk(
    'heard 4: the last word is the outcome, when the receiver says no and when it is gone',
    {
      page: () => {
        const errors = [{ pointer: '#/email', code: 'email' }];
        let sent = 0;
        return {
          feed: FEED,
          widget: FORM,
          receiver: (_, response) =>
            (sent += 1) === 1 ? json(response, 422, { errors }) : response.destroy(),
        };
      },
    },
    async (visit) => {
      const { reader, lang } = visit;
      const t = createTranslator(languages, lang);
      await fill(visit);
      const refused = await reader.pressUntil('Return', t('wrong', { n: 1 }));
      assertLast(refused, t('wrong', { n: 1 }), t('sending'));
      await reader.pressTo('Down', t('email').split('.')[0]!, 4);
      await reader.pressTo('Tab', t('emailLabel'));
      await reader.type('noor@example.org');
      await reader.pressTo('Tab', t('send'));
      const lost = await reader.pressUntil('Return', t('uncertain'));
      assertLast(lost, t('uncertain'), t('tryingAgain'));
      await reader.pressTo('Down', t('sendAgain'), 5);
    },
  );

  walk(
    'heard 6: the question before a form is cleared, and the way back',
    { browsers: BOTH, page: () => ({ feed: FEED, widget: FORM, receiver: standIn().handle }) },
    async ({ reader, lang, below }) => {
      const t = createTranslator(languages, lang);
      await reader.pressTo('Tab', t('nameLabel'));
      await reader.type('Noor');
      await reader.pressTo('Tab', t('erase'));
      const asked = await reader.pressUntil('Return', t('eraseSure'));
      assert.ok(asked.includes(t('eraseSure')), asked);
      const yes = await reader.pressTo('Down', t('eraseYes'), 3);
      assert.ok(!yes.includes(below), yes);
      await reader.pressTo('Tab', t('eraseNo'), 2);
      const back = await reader.pressUntil('Return', t('erase'));
      assert.ok(back.includes(t('erase')), back);
      await reader.pressTo('shift+Tab', t('send'), 1);
    },
  );

  walk(
    'heard 7: groups say what is wrong and needed',
    { page: () => ({ feed: FEED, widget: FORM, receiver: standIn().handle }) },
    async ({ reader, lang }) => {
      const t = createTranslator(languages, lang);
      const choose = t('choose', { label: oldEnough(lang) });
      await reader.pressTo('Tab', t('send'));
      await reader.pressUntil('Return', t('wrong', { n: 4 }));
      await reader.pressTo('Down', choose, 8);
      const group = await reader.pressUntil('Return', oldEnough(lang));
      assert.ok(group.includes(oldEnough(lang)), group);
      assert.ok(group.includes(choose), group);
    },
  );
});
