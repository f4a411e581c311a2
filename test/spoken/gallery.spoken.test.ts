/** The gallery by ear. */
import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { createTranslator } from '../../src/i18n/translate.js';
import { languages } from '../../src/enterprise-gallery/locales/index.js';
import { FEED } from '../support/node/visit.js';
import { walk } from './walk.js';

/** The sample feed with only these enterprises. */
const feedOf = (...ids: readonly string[]) => ({
  ...FEED,
  enterprises: ids.map((id) => enterprise(id)),
});

const enterprise = (id: string) => FEED.enterprises.find((it) => it.id === id)!;
const nameOf = (id: string) => enterprise(id).name;

const BEFORE = ['ex-fiets', 'ex-naai', 'ex-taal', 'ex-huiswerk'];

describe('the gallery, heard', () => {
  walk(
    'heard 1: Return opens what was heard before the list was refreshed',
    {
      page: () => ({
        feed: feedOf(...BEFORE),
        widget: '<ceal-enterprise-gallery src="/feed.json" refresh-every="10"></ceal-enterprise-gallery>',
      }),
    },
    async ({ reader, site, inWords }) => {
      await reader.pressTo('Tab', inWords(nameOf('ex-naai')));
      await site.refresh(feedOf('ex-soep', ...BEFORE));
      const meanwhile = await reader.listen('(the feed has a new enterprise on top)');
      assert.equal(meanwhile, '', 'a refresh says nothing');
      const opened = await reader.pressUntil('Return', inWords(nameOf('ex-naai')));
      assert.ok(opened.includes(inWords(nameOf('ex-naai'))), opened);
      assert.ok(!opened.includes(inWords(nameOf('ex-soep'))), opened);
    },
  );

  walk(
    'heard 5: closing an enterprise keeps the reading place',
    {
      page: () => ({
        feed: feedOf(...BEFORE),
        widget: '<ceal-enterprise-gallery src="/feed.json"></ceal-enterprise-gallery>',
      }),
    },
    async ({ reader, inWords, below }) => {
      const name = inWords(nameOf('ex-fiets'));
      await reader.pressTo('h', name);
      await reader.pressUntil('Return', name);
      await reader.press('Down', 'Down');
      const closed = await reader.pressUntil('Escape', name);
      assert.ok(closed.includes(name), closed);
      const next = await reader.press('Down');
      assert.notEqual(next, '');
      assert.ok(!next.includes(below), next);
      const card = await reader.pressTo('Down', inWords(nameOf('ex-naai')), 12);
      assert.ok(card, 'the next enterprise comes after it');
    },
  );

  walk(
    'heard 9, 10, 11: a search, and what it finds, in whole words',
    {
      page: () => ({
        feed: feedOf(...BEFORE),
        widget: '<ceal-enterprise-gallery src="/feed.json"></ceal-enterprise-gallery>',
      }),
    },
    async ({ reader, inWords, lang }) => {
      const name = inWords(nameOf('ex-naai'));
      await reader.pressTo('Tab', createTranslator(languages, lang)('search'));
      const typed = await reader.type(name.slice(0, 4));
      assert.ok(typed.includes(createTranslator(languages, lang)('results', { n: 1 })), typed);
      const found = await reader.pressTo('Tab', name);
      assert.ok(found.includes(name), found);
      for (let n = 0; n < 6; n++) {
        const line = await reader.press('Down');
        assert.doesNotMatch(line, /\u00AD|·|gecentreerde punt|middle dot|markering|highlight/);
      }
    },
  );
});
