/** The feeds that are broken on purpose: each is read as its README says, and nothing throws. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { parseFeed } from '../../src/feed/parse-feed.js';
import * as hostile from '../../stories/feeds/hostile.js';
import { readFeed } from '../support/node/feeds.js';

const BROKEN = pathToFileURL('stories/feeds/broken/');
const addressOf = (name: string) => `https://host.example/feeds/broken/${name}`;
const bytesOf = (name: string) => readFileSync(new URL(name, BROKEN));
/** A file that is refused or read. */
const parseFile = (name: string) => parseFeed(bytesOf(name), addressOf(name));
/** A file that is read. */
const readFile = (name: string) => readFeed(bytesOf(name), addressOf(name));
const read = (text: string) => readFeed(text, addressOf('feed.json'));

/** The rows of the README, one a file. */
const ROWS = readFileSync(new URL('README.md', BROKEN), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const [file = '', , outcome = '', enterprises = '', visitor = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const codes = [...outcome.matchAll(/`([\w-]+)`/g)].map(([, code]) => code);
    return {
      file: file.replaceAll('`', ''),
      refused: outcome.startsWith('refused'),
      codes,
      enterprises,
      visitor,
    };
  });

describe('broken feeds', () => {
  it('all stand in the README, which tells what a visitor sees', () => {
    const files = readdirSync(BROKEN).filter((name) => name !== 'README.md');
    assert.deepEqual(ROWS.map(({ file }) => file).sort(), files.sort());
    for (const { file, visitor } of ROWS) assert.match(visitor, /\.$/, file);
  });

  for (const { file, refused, codes, enterprises } of ROWS)
    it(`${file} ${refused ? `is refused: ${codes[0]}` : `is read: ${codes.join(', ') || 'nothing wrong'}`}`, () => {
      const result = parseFile(file);
      assert.equal(result.ok, !refused);
      if (!result.ok) return assert.equal(result.reason, codes[0]);
      assert.deepEqual([...new Set(result.issues.map(({ code }) => code))].sort(), codes);
      assert.equal(String(result.feed.enterprises.length), enterprises);
    });

  it('lead nowhere dangerous', () => {
    for (const { file } of ROWS) {
      const result = parseFile(file);
      if (result.ok)
        assert.doesNotMatch(
          JSON.stringify(result.feed),
          /"(javascript|data|vbscript|blob|file):|:\/\/[^/"]*@/i,
          file,
        );
    }
  });

  it('show no control characters and no marks that turn text around', () => {
    const { name, tagline, description } = readFile('control-characters.json').feed.enterprises[0]!;
    for (const text of [name, tagline, description]) {
      assert.ok(typeof text === 'string');
      assert.doesNotMatch(text, /[\p{Cc}\p{Bidi_Control}]/u);
    }
  });

  it('leave the prototype of objects alone', () => {
    const { feed } = readFile('prototype-keys.json');
    assert.equal('polluted' in {}, false);
    assert.deepEqual(
      feed.enterprises.map((enterprise) => [enterprise.id, enterprise.draft, 'polluted' in enterprise]),
      [['ex-prototype', undefined, false]],
    );
    assert.deepEqual(feed.enterprises[0]?.tagline, { nl: 'Goed' });
  });

  it('keep the first of two with the same id', () => {
    const { feed } = readFile('duplicate-ids.json');
    assert.deepEqual(feed.themes, [{ id: 'maken', label: 'Maken' }]);
    assert.equal(feed.enterprises[0]?.name, 'De eerste');
  });
});

describe('hostile feeds', () => {
  it('more entries than may be: the first 10,000', () => {
    const { feed, issues } = read(hostile.tooManyItems());
    assert.equal(feed.enterprises.length, 10_000);
    assert.deepEqual(issues, [{ pointer: '/enterprises', code: 'too-many', params: { max: 10_000 } }]);
  });

  it('a text of a megabyte: its beginning', () => {
    const { feed, issues } = read(hostile.longText());
    assert.equal(feed.enterprises[0]?.description?.length, 5_000);
    assert.equal(issues[0]?.code, 'too-long');
    assert.ok(JSON.stringify(issues).length < 1_000);
  });

  it('ten thousand levels: the entry without them', () => {
    const { feed, issues } = read(hostile.deepNesting());
    assert.deepEqual(
      issues.map(({ pointer }) => pointer),
      ['/enterprises/0/tagline', '/enterprises/0/description'],
    );
    assert.equal(feed.enterprises[0]?.name, 'Idee 1');
  });

  it('17 MiB: refused', () => {
    assert.deepEqual(parseFeed(hostile.tooLarge(), addressOf('feed.json')), {
      ok: false,
      reason: 'too-large',
    });
    assert.ok(read(hostile.tooLarge(16 * 1024 * 1024)).ok);
  });

  it('thousands of languages and of unknown keys: nothing wrong', () => {
    for (const make of [hostile.manyLanguages, hostile.manyKeys]) {
      const { feed, issues } = read(make());
      assert.deepEqual(issues, []);
      assert.equal(feed.enterprises.length, 1);
    }
  });

  it('thousands of languages: the first hundred', () => {
    const { name } = read(hostile.manyLanguages()).feed.enterprises[0]!;
    assert.ok(typeof name === 'object');
    assert.equal(Object.keys(name).length, 100);
    assert.equal(name['nl'], 'Naam');
  });

  it('nothing but mistakes: nothing, and an issue for each', () => {
    const { feed, issues } = read(hostile.manyIssues(100));
    assert.equal(feed.enterprises.length, 0);
    assert.equal(issues.length, 500);
  });

  it('more mistakes than anyone makes: what comes before them', () => {
    const entry = {
      name: 'n',
      links: Array(50).fill(0),
      sources: Array(50).fill(0),
      themes: Array(20).fill(0),
    };
    const enterprises = Array.from({ length: 2_000 }, (_, n) => ({ id: `a${n}`, ...entry }));
    const { feed, issues } = read(JSON.stringify({ version: 1, id: 'x', enterprises }));
    assert.equal(feed.enterprises.length, 251);
    assert.equal(issues.length, 251 * 120 + 1);
    assert.deepEqual(issues.at(-1), { pointer: '/enterprises/251', code: 'unreadable', params: {} });
  });
});
