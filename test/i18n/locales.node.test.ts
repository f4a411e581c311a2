/** The words of every room that speaks: each language says what the Dutch words say, with the same places to fill. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { basename, dirname } from 'node:path';
import { LANGUAGES } from '../../src/i18n/languages.js';
import { filesUnder } from '#tools/files.mjs';
import { asRecord } from '../../src/feed/record.js';

/** The files of words: of widgets and the receiver in `locales/`, of issues and failures in rooms of their own. */
const files = filesUnder('src', (path) => LANGUAGES.some((language) => path.endsWith(`/${language}.ts`)));

/** The messages of a locale file, not trusted to be what its type says. */
async function messagesOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  const exported: unknown = await import(`../../${path.replace(/\.ts$/, '.js')}`);
  const [messages] = Object.values(exported as object) as unknown[];
  return asRecord(messages);
}

/** The texts of a message: one, or one per plural form. */
const textsOf = (message: unknown): readonly unknown[] =>
  typeof message === 'string' ? [message] : Object.values(asRecord(message));
const placeholdersIn = (message: unknown): readonly string[] =>
  [...new Set(textsOf(message).flatMap((text) => String(text).match(/\{\w+\}/g) ?? []))].toSorted();

/** Dutch words that another took the place of: one thing has one name, and the shortest that everybody knows. */
const REPLACED =
  /inschrij|hoeft niet|\btoon\b|afgeleid|rode dra|abonneer|bijgewerkt:|kruis|vrij gekomen|hooguit|ontvanger|e-?mail.*example|JSON/i;

describe('the words', () => {
  it('of Dutch for visitors name a thing in one way, in plain words', async () => {
    const visitors = files.filter(
      (path) => path.endsWith('locales/nl.ts') && !/^src\/(?:element\/debug|kits)\//.test(path),
    );
    assert.ok(visitors.length > 5);
    for (const path of visitors)
      for (const [key, message] of Object.entries(await messagesOf(path)))
        for (const text of textsOf(message)) assert.doesNotMatch(String(text), REPLACED, `${path}: ${key}`);
  });

  it('are there for every room that speaks, in each of our languages', () => {
    const rooms = new Set(files.map((path) => dirname(path)));
    for (const room of ['element/locales', 'receiver/locales', 'feed/issue-words', 'feed/failure-words'])
      assert.ok(rooms.has(`src/${room}`), room);
    for (const room of rooms)
      for (const language of LANGUAGES)
        assert.ok(files.includes(`${room}/${language}.ts`), `${room}: ${language}`);
  });

  for (const path of files) {
    const language = basename(path, '.ts');

    it(`of ${path} are texts, none of them empty`, async () => {
      for (const [key, message] of Object.entries(await messagesOf(path))) {
        const texts = textsOf(message);
        assert.ok(texts.length > 0, key);
        for (const text of texts) {
          assert.ok(typeof text === 'string', key);
          assert.equal(text, text.trim() || 'a text', key);
        }
        if (typeof message !== 'string') assert.ok(asRecord(message)['other'], `${key}: other`);
      }
    });

    it(`of ${path} have the forms that counting in this language takes`, async () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const [key, message] of Object.entries(await messagesOf(path)))
        for (const form of Object.keys(asRecord(message)))
          assert.ok(form === 'zero' || forms.some((known) => known === form), `${key}: ${form}`);
    });

    if (language !== 'nl')
      it(`of ${path} say what the Dutch ones say`, async () => {
        const [dutch, other] = await Promise.all([messagesOf(`${dirname(path)}/nl.ts`), messagesOf(path)]);
        assert.deepEqual(Object.keys(other).toSorted(), Object.keys(dutch).toSorted());
        for (const [key, message] of Object.entries(dutch))
          assert.deepEqual(placeholdersIn(other[key]), placeholdersIn(message), key);
      });
  }
});
