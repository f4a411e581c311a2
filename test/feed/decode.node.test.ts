/** 10a, 10c: the bytes of a feed, as programs write them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { decodeFeed } from '../../src/feed/decode.js';
import { parseFeed } from '../../src/feed/parse-feed.js';
import { BASE, first, linesOf } from '../support/node/read.js';

const readCase = (name: string) => {
  const parsed = parseFeed(readFileSync(`test/feeds/cases/${name}`), BASE);
  assert.ok(parsed.ok);
  return parsed;
};

describe('the bytes of a feed', () => {
  it('10a: that are no UTF-8 are read as Windows-1252, with an issue', () => {
    const { feed, issues } = readCase('10a-cp1252.json');
    assert.equal(first(feed.sessions).title, 'Café-avond: ‘samen’ – € 5');
    assert.equal(first(feed.enterprises).name, 'Crème fraîche');
    assert.deepEqual(linesOf(issues), ['not-utf8']);
  });

  it('10c: lose a mark before a key, with an issue that names the key', () => {
    const { feed, issues } = readCase('10c-bom-in-first-key.json');
    assert.equal(feed.sessions.length, 2);
    assert.deepEqual(issues, [{ pointer: '', code: 'mark-in-key', params: { key: 'id' } }]);
  });

  for (const mark of ['\ufeff', '\\ufeff', '\\uFEFF', '\ufeff\ufeff'])
    it(`lose the mark ${JSON.stringify(mark)} before a key, and nothing else`, () => {
      const text = `{ "${mark}id" : "a", "note": "\\"\\\\ufeffb\\" : c", "${mark}title": "${mark}T" }`;
      const parsed = parseFeed(text, BASE);
      assert.ok(parsed.ok);
      assert.deepEqual(
        [parsed.feed.head.id, parsed.feed.head.title],
        ['a', mark.startsWith('\\') ? 'T' : 'T'],
      );
    });

  const TEXT = '{"a":"Café € “x”"}';
  for (const encoding of ['utf16le', 'utf8'] as const)
    for (const mark of ['', '\ufeff'])
      it(`may be ${encoding}${mark && ' with its mark'}`, () =>
        assert.deepEqual(decodeFeed(Buffer.from(mark + TEXT, encoding)), { text: TEXT, issues: [] }));

  it('may be UTF-16, big end first', () => {
    for (const mark of ['', '\ufeff'])
      assert.equal(decodeFeed(Buffer.from(mark + TEXT, 'utf16le').swap16()).text, TEXT);
  });

  it('may be of two encodings, text by text', () => {
    const bytes = Buffer.concat([
      Buffer.from('\ufeff{"a":"Café €","b":"', 'utf8'),
      Buffer.from('Crème', 'latin1'),
      Buffer.from('","c":"één"}', 'utf8'),
    ]);
    const { text, issues } = decodeFeed(bytes);
    assert.equal(text, '{"a":"Café €","b":"Crème","c":"één"}');
    assert.equal(first(issues).code, 'not-utf8');
  });

  /** The title of a session whose bytes are those of one text with some of another encoding in it. */
  const titleOf = (...parts: readonly (string | Buffer)[]) => {
    const around = ['{"id":"a","version":"1.0","sessions":[{"id":"a","title":"', ...parts, '"}]}'];
    const bytes = Buffer.concat(around.map((part) => Buffer.from(part)));
    const parsed = parseFeed(bytes, BASE);
    assert.ok(parsed.ok);
    const { title } = first(parsed.feed.sessions);
    assert.ok(typeof title === 'string');
    return [title, ...linesOf(parsed.issues)];
  };
  const latin = (text: string) => Buffer.from(text, 'latin1');

  it('10a: may be UTF-8 with a broken byte, which costs none of the other characters', () => {
    assert.deepEqual(titleOf('Café – één b', latin('é'), 't'), ['Café – één bét', 'not-utf8']);
    assert.match(titleOf('Café De Dreef', latin('\xff'))[0]!, /^Café De Dreef/);
    assert.match(titleOf('Café in een caf', latin('\xc3'))[0]!, /^Café in een caf/);
    for (const text of ['«CAFÉ»', 'één', 'Ça va, naïef'])
      assert.deepEqual(titleOf(latin(text)), [text, 'not-utf8']);
  });

  it('10a: may be ISO 8859-15, with its euro', () =>
    assert.deepEqual(titleOf(latin('Één bord: \xa4 5')), ['Één bord: € 5', 'not-utf8']));

  it('10a: may be UTF-16 with half a character at the end', () => {
    const bytes = Buffer.concat([Buffer.from(`\ufeff${TEXT}`, 'utf16le'), Buffer.from('\n')]);
    assert.deepEqual(decodeFeed(bytes), { text: TEXT, issues: [] });
  });

  it('10a: of Windows-1252 that were taken for Latin-1 are read as what they were', () =>
    assert.deepEqual(titleOf('Oma\u0092s keuken, \u0080 5 \u0085'), [
      'Oma’s keuken, € 5 …',
      '/sessions/0/title read-as',
    ]));

  for (const text of [
    'YaÅŸar',
    'Ä°stanbul',
    'LokantasÄ±',
    'Ø³Ù„Ø§Ù…',
    'Å‚ódź',
    'NeemÂ\u00a0mee',
    'Caf\ufffd',
  ])
    it(`10b: that have come apart are told: ${text}`, () =>
      assert.deepEqual(titleOf(text), [text, '/sessions/0/title mojibake']));

  it('may be anything at all', () => {
    for (const bytes of [
      [],
      [0],
      [0xff],
      [0xff, 0xfe],
      [0xfe, 0xff, 0xd8],
      [0x22, 0x81],
      Array(1_000).fill(0x22),
    ])
      assert.equal(typeof decodeFeed(Uint8Array.from(bytes)).text, 'string');
  });
});
