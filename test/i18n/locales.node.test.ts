/** The words of every widget: each language says what the Dutch words say, with the same places to fill. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basename, dirname } from 'node:path';
import { LANGUAGES } from '../../src/i18n/languages.js';
import { filesUnder } from '#tools/files.mjs';

const files = filesUnder(
  'src',
  (path) => /\/locales\/[a-z-]+\.ts$/.test(path) && !path.endsWith('/index.ts'),
);
const wordsOf = async (path) => Object.values(await import(`../../${path.replace(/\.ts$/, '.js')}`))[0];

/** The texts of a term: one, or one per plural form. */
const textsOf = (term) => (typeof term === 'string' ? [term] : Object.values(term));
const placesIn = (term) =>
  [...new Set(textsOf(term).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].toSorted();

describe('the words', () => {
  it('are there for every room that speaks, in each of our languages', () => {
    const rooms = new Set(files.map((path) => dirname(path)));
    assert.ok(rooms.size > 1);
    for (const room of rooms)
      for (const language of LANGUAGES)
        assert.ok(files.includes(`${room}/${language}.ts`), `${room}: ${language}`);
  });

  for (const path of files) {
    const language = basename(path, '.ts');

    it(`of ${path} are texts, none of them empty`, async () => {
      for (const [name, term] of Object.entries(await wordsOf(path))) {
        const texts = textsOf(term);
        assert.ok(texts.length > 0 && texts.every((text) => typeof text === 'string'), name);
        for (const text of texts) assert.equal(text, text.trim() || 'a text', name);
        if (typeof term !== 'string') assert.ok(term.other, `${name}: other`);
      }
    });

    it(`of ${path} have the forms that counting in this language takes`, async () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [name, term] of Object.entries(await wordsOf(path)))
        if (typeof term !== 'string')
          for (const form of Object.keys(term))
            assert.ok(form === 'zero' || forms.includes(form), `${name}: ${form}`);
    });

    if (language !== 'nl')
      it(`of ${path} say what the Dutch ones say`, async () => {
        const [dutch, own] = await Promise.all([wordsOf(`${dirname(path)}/nl.ts`), wordsOf(path)]);
        assert.deepEqual(Object.keys(own).toSorted(), Object.keys(dutch).toSorted());
        for (const [name, term] of Object.entries(dutch)) {
          assert.deepEqual(placesIn(own[name]), placesIn(term), name);
        }
      });
  }
});
