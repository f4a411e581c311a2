/** Opening a feed: what is one, why something is none, and that nothing a page gives makes it throw. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFeed } from '../../src/feed/document.js';
import { LIMITS } from '../../src/feed/fields.js';
import { parseFeed, SECTIONS } from '../../src/feed/parse-feed.js';
import { BASE } from '../support/node/read.js';

const FEED = { version: '1.0', id: 'proef', enterprises: [{ id: 'a', name: 'Naam' }] };
const reasonOf = (feed) => openFeed(feed, BASE).reason;
const headLines = (feed) =>
  openFeed(feed, BASE).document.headIssues.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a feed', () => {
  for (const [name, feed] of [
    ['an object', FEED],
    ['its text', JSON.stringify(FEED)],
    ['text with a byte order mark and white space', `\ufeff\n ${JSON.stringify(FEED)} \n`],
  ])
    it(`may be ${name}`, () => {
      const { document } = openFeed(feed, BASE);
      assert.equal(document.head.id, 'proef');
      assert.equal(document.base, BASE);
      assert.equal(document.read(SECTIONS.enterprises).values[0].name, 'Naam');
    });

  it('tells about itself what it can', () => {
    const head = {
      id: 'proef',
      title: { nl: 'Proef' },
      language: 'nl',
      updated: '2026-11',
      publishFrom: '2027-01-01',
    };
    const { document } = openFeed({ version: '1.0', ...head }, BASE);
    assert.deepEqual(document.head, head);
    assert.deepEqual(document.headIssues, []);
  });

  it('without version or id is read all the same, and told', () => {
    assert.deepEqual(headLines({}), ['/version missing', '/id missing']);
    assert.deepEqual(headLines({ version: '1.0', id: 'Proef', language: 'nl_NL' }), [
      '/id bad-id',
      '/language bad-language',
    ]);
  });

  for (const version of [1, '1', '1.0', '1.7', '1.2.3', 1.5])
    it(`of version ${JSON.stringify(version)} is known`, () =>
      assert.deepEqual(headLines({ ...FEED, version }), []));

  for (const version of ['', 'een', '1.x', '0.9', 0, -1, NaN, null, true, [1], { major: 1 }])
    it(`of version ${JSON.stringify(version)} is read, and told`, () =>
      assert.deepEqual(headLines({ ...FEED, version }), ['/version unknown-value']));
});

describe('no feed', () => {
  const REASONS = {
    'not-json': [
      '',
      '  ',
      '{',
      '{"version":"1.0","id":"half","enterpri',
      'geen feed',
      "{'id':1}",
      '{"a":NaN}',
    ],
    'web-page': ['<!doctype html><title>Niet gevonden</title>', '\ufeff \n<html>', '<'],
    'not-a-feed': [
      'null',
      '3',
      '"x"',
      '[]',
      'true',
      undefined,
      null,
      3,
      true,
      [],
      [FEED],
      () => FEED,
      Symbol('x'),
      1n,
    ],
    'newer-version': [
      { version: 2 },
      { version: '2.0' },
      '{"version":"2"}',
      { version: '10.1' },
      { version: 2.5 },
    ],
    'too-large': [' '.repeat(LIMITS.bytes + 1)],
  };
  for (const [reason, feeds] of Object.entries(REASONS))
    for (const feed of feeds) {
      const name = String(typeof feed === 'object' ? JSON.stringify(feed) : feed).slice(0, 40);
      it(`${reason}: ${JSON.stringify(name)}`, () => assert.equal(reasonOf(feed), reason));
    }

  it('but one of the largest size is read', () => {
    const text = JSON.stringify(FEED);
    assert.ok(openFeed(text + ' '.repeat(LIMITS.bytes - text.length), BASE).ok);
  });
});

describe('whatever a page gives', () => {
  const thrower = () => {
    throw new Error('from the page');
  };
  const forbidding = (target) =>
    new Proxy(target, {
      get: thrower,
      has: thrower,
      ownKeys: thrower,
      getOwnPropertyDescriptor: thrower,
      getPrototypeOf: thrower,
    });
  const revoked = (target) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  const nested = (levels, wrap) => {
    let value = 'diep';
    for (let level = 0; level < levels; level++) value = wrap(value);
    return value;
  };
  const linesOf = (sections) => {
    const feed = Object.defineProperties(
      { version: '1.0', id: 'proef' },
      Object.getOwnPropertyDescriptors(sections),
    );
    const parsed = parseFeed(feed, BASE);
    assert.ok(parsed.ok);
    return { feed: parsed.feed, lines: parsed.issues.map(({ pointer, code }) => `${pointer} ${code}`) };
  };

  it('an object that forbids everything is no feed', () => {
    for (const target of [{}, [], () => {}]) {
      assert.equal(reasonOf(forbidding(target)), 'not-a-feed');
      assert.equal(reasonOf(revoked(target)), 'not-a-feed');
    }
    assert.equal(reasonOf(Object.defineProperty({}, 'version', { get: thrower })), 'not-a-feed');
    assert.equal(reasonOf(Object.defineProperty({}, 'id', { get: thrower })), 'not-a-feed');
  });

  it('a version that cannot be made text of is only not known', () => {
    const version = { toString: thrower, [Symbol.toPrimitive]: thrower };
    assert.deepEqual(headLines({ id: 'proef', version }), ['/version unknown-value']);
    assert.deepEqual(headLines({ id: 'proef', version: Symbol('1') }), ['/version unknown-value']);
  });

  it('a section that throws is as if it were not there', () => {
    const { feed, lines } = linesOf({
      get themes() {
        return thrower();
      },
      enterprises: FEED.enterprises,
    });
    assert.deepEqual(feed.themes, []);
    assert.equal(feed.enterprises.length, 1);
    assert.deepEqual(lines, []);
  });

  for (const [name, make] of [
    ['revoked', revoked],
    ['forbidding', forbidding],
  ]) {
    it(`a list that is ${name} is none`, () => {
      const { feed, lines } = linesOf({
        themes: make([{ id: 't', label: 'T' }]),
        enterprises: [{ id: 'a', name: 'Naam', themes: ['t'] }],
      });
      assert.deepEqual(feed.enterprises[0].themes, []);
      assert.deepEqual(lines, ['/themes wrong-type', '/enterprises/0/themes dangling-reference']);
    });

    it(`an entry that is ${name} goes, the others stay`, () => {
      const { feed, lines } = linesOf({ enterprises: [make({}), ...FEED.enterprises] });
      assert.equal(feed.enterprises.length, 1);
      assert.deepEqual(lines, ['/enterprises/0 unreadable']);
    });

    it(`an entry with something inside that is ${name} goes`, () => {
      for (const field of ['name', 'links', 'image', 'themes', 'status', 'founded']) {
        const { feed, lines } = linesOf({
          enterprises: [
            { id: 'b', name: 'Naam', [field]: make(field === 'links' ? [] : {}) },
            ...FEED.enterprises,
          ],
        });
        assert.ok(
          feed.enterprises.some(({ id }) => id === 'a'),
          field,
        );
        assert.ok(lines.length > 0 && lines.every((line) => line.startsWith('/enterprises/0')), field);
      }
    });

    it(`an object section that is ${name} is not there`, () => {
      const { feed, lines } = linesOf({ programme: make({}) });
      assert.equal(feed.programme, undefined);
      assert.deepEqual(lines, ['/programme unreadable']);
    });
  }

  it('what changes between two looks is taken as it was seen once', () => {
    let looks = 0;
    const entry = {
      id: 'a',
      get name() {
        return looks++ === 0 ? 'Naam' : 3;
      },
    };
    assert.equal(linesOf({ enterprises: [entry] }).feed.enterprises[0].name, 'Naam');
  });

  it('a prototype in JSON text is a key like any other', () => {
    const { feed } = parseFeed(
      '{"version":"1.0","id":"p","__proto__":{"title":"kwaad","themes":[{"id":"t","label":"T"}]},"constructor":{"prototype":{"kwaad":1}},"enterprises":[{"id":"a","name":"Naam","__proto__":{"tagline":"kwaad"}}]}',
      BASE,
    );
    assert.equal(feed.head.title, undefined);
    assert.deepEqual(feed.themes, []);
    assert.equal(feed.enterprises[0].tagline, undefined);
    assert.equal({}.kwaad, undefined);
    assert.equal(Object.getPrototypeOf(feed.enterprises[0]), Object.prototype);
  });

  for (const [name, wrap] of [
    ['arrays', (inner) => [inner]],
    ['objects', (inner) => ({ steps: [inner], nl: inner, activities: inner })],
  ])
    it(`10,000 ${name} in each other`, () => {
      const deep = nested(10_000, wrap);
      for (const sections of [
        { enterprises: deep },
        { enterprises: [deep] },
        { enterprises: [{ id: 'a', name: deep, links: deep, image: deep }] },
        { oasis: deep },
        { programme: { title: deep } },
        { title: deep },
      ])
        assert.ok(linesOf(sections).lines.length > 0);
    });

  it('text of 100,000 arrays in each other', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const parsed = parseFeed(`{"version":"1.0","id":"diep","enterprises":[{"id":"a","name":${deep}}]}`, BASE);
    assert.deepEqual(parsed.feed.enterprises, []);
  });

  it('something that holds itself', () => {
    const self = { version: '1.0', id: 'rond' };
    self.enterprises = [self];
    self.programme = self;
    self.title = self;
    assert.deepEqual(linesOf(self).feed.enterprises, []);
  });

  it('a list of a thousand million costs what a list of the limit does', () => {
    const { lines } = linesOf({ themes: new Array(1e9) });
    assert.equal(lines[0], '/themes too-many');
    assert.equal(lines.length, 1 + 2 * LIMITS.items);
  });
});
