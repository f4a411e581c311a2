/** Opening a feed: what is one, why something is none, and that nothing a page gives makes it throw. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openFeed, type FeedDocument } from '../../src/feed/document.js';
import { LIMITS } from '../../src/feed/fields.js';
import { SECTIONS } from '../../src/feed/parse-feed.js';
import { readFeed } from '../support/node/feeds.js';
import { BASE, first, linesOf } from '../support/node/read.js';

const FEED = { version: '1.0', id: 'proef', enterprises: [{ id: 'a', name: 'Naam' }] };

/** The document of a feed, which must be one. */
function open(feed: unknown): FeedDocument {
  const opened = openFeed(feed, BASE);
  assert.ok(opened.ok);
  return opened.document;
}

/** The reason why something is not a feed. */
function reasonOf(feed: unknown) {
  const opened = openFeed(feed, BASE);
  assert.ok(!opened.ok);
  return opened.reason;
}

const headLines = (feed: unknown) => linesOf(open(feed).headIssues);

describe('a feed', () => {
  for (const [name, feed] of [
    ['an object', FEED],
    ['its text', JSON.stringify(FEED)],
    ['text with a byte order mark and white space', `\ufeff\n ${JSON.stringify(FEED)} \n`],
  ] as const)
    it(`may be ${name}`, () => {
      const document = open(feed);
      assert.equal(document.head.id, 'proef');
      assert.equal(document.base, BASE);
      assert.equal(first(document.read(SECTIONS.enterprises).values).name, 'Naam');
    });

  it('has the valid fields of its own description', () => {
    const head = {
      id: 'proef',
      title: { nl: 'Proef' },
      language: 'nl',
      updated: '2026-11',
      publishFrom: '2027-01-01',
    };
    const document = open({ version: '1.0', ...head });
    assert.deepEqual(document.head, head);
    assert.deepEqual(document.headIssues, []);
  });

  it('without version or id is read, with an issue', () => {
    assert.deepEqual(headLines({}), ['/version missing', '/id missing']);
    assert.deepEqual(headLines({ version: '1.0', id: 'Proef', language: 'nl_NL' }), [
      '/id bad-id',
      '/language bad-language',
    ]);
  });

  for (const version of [1, '1', '1.0', '1.7', '1.2.3', 1.5])
    it(`of version ${JSON.stringify(version)} has no issue`, () =>
      assert.deepEqual(headLines({ ...FEED, version }), []));

  for (const version of ['', 'een', '1.x', '0.9', 0, -1, NaN, null, true, [1], { major: 1 }])
    it(`of version ${JSON.stringify(version)} is read, with an issue`, () =>
      assert.deepEqual(headLines({ ...FEED, version }), ['/version unknown-value']));
});

describe('a value that is not a feed', () => {
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
      it(`is ${reason}: ${JSON.stringify(name)}`, () => assert.equal(reasonOf(feed), reason));
    }

  it('is not one of the largest size', () => {
    const text = JSON.stringify(FEED);
    assert.ok(openFeed(text + ' '.repeat(LIMITS.bytes - text.length), BASE).ok);
  });
});

describe('hostile data of a page', () => {
  const thrower = (): never => {
    throw new Error('from the page');
  };
  const forbidding = <T extends object>(target: T): T =>
    new Proxy(target, {
      get: thrower,
      has: thrower,
      ownKeys: thrower,
      getOwnPropertyDescriptor: thrower,
      getPrototypeOf: thrower,
    });
  const revoked = <T extends object>(target: T): T => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  const nested = (levels: number, wrap: (inner: unknown) => unknown) => {
    let value: unknown = 'diep';
    for (let level = 0; level < levels; level++) value = wrap(value);
    return value;
  };
  const readSections = (sections: object) => {
    const feed = Object.defineProperties(
      { version: '1.0', id: 'proef' },
      Object.getOwnPropertyDescriptors(sections),
    );
    const { feed: values, issues } = readFeed(feed, BASE);
    return { feed: values, lines: linesOf(issues) };
  };

  it('an object that forbids everything is no feed', () => {
    for (const target of [{}, [], () => {}]) {
      assert.equal(reasonOf(forbidding(target)), 'not-a-feed');
      assert.equal(reasonOf(revoked(target)), 'not-a-feed');
    }
    assert.equal(reasonOf(Object.defineProperty({}, 'version', { get: thrower })), 'not-a-feed');
    assert.equal(reasonOf(Object.defineProperty({}, 'id', { get: thrower })), 'not-a-feed');
  });

  it('a version that cannot be made text is an unknown one', () => {
    const version = { toString: thrower, [Symbol.toPrimitive]: thrower };
    assert.deepEqual(headLines({ id: 'proef', version }), ['/version unknown-value']);
    assert.deepEqual(headLines({ id: 'proef', version: Symbol('1') }), ['/version unknown-value']);
  });

  it('a section that throws is as if it were not there', () => {
    const { feed, lines } = readSections({
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
  ] as const) {
    it(`a list that is ${name} is empty`, () => {
      const { feed, lines } = readSections({
        themes: make([{ id: 't', label: 'T' }]),
        enterprises: [{ id: 'a', name: 'Naam', themes: ['t'] }],
      });
      assert.deepEqual(first(feed.enterprises).themes, []);
      assert.deepEqual(lines, ['/themes wrong-type', '/enterprises/0/themes dangling-reference']);
    });

    it(`an entry that is ${name} is left out, the others stay`, () => {
      const { feed, lines } = readSections({ enterprises: [make({}), ...FEED.enterprises] });
      assert.equal(feed.enterprises.length, 1);
      assert.deepEqual(lines, ['/enterprises/0 unreadable']);
    });

    it(`an entry that holds what is ${name} is left out`, () => {
      for (const field of ['name', 'links', 'image', 'themes', 'status', 'founded']) {
        const { feed, lines } = readSections({
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

    it(`an object section that is ${name} has no value`, () => {
      const { feed, lines } = readSections({ programme: make({}) });
      assert.equal(feed.programme, undefined);
      assert.deepEqual(lines, ['/programme unreadable']);
    });
  }

  it('a value that changes between two reads is read once', () => {
    let looks = 0;
    const entry = {
      id: 'a',
      get name() {
        return looks++ === 0 ? 'Naam' : 3;
      },
    };
    assert.equal(first(readSections({ enterprises: [entry] }).feed.enterprises).name, 'Naam');
  });

  it('a prototype in JSON text is a key like any other', () => {
    const { feed } = readFeed(
      '{"version":"1.0","id":"p","__proto__":{"title":"kwaad","themes":[{"id":"t","label":"T"}]},"constructor":{"prototype":{"kwaad":1}},"enterprises":[{"id":"a","name":"Naam","__proto__":{"tagline":"kwaad"}}]}',
      BASE,
    );
    assert.equal(feed.head.title, undefined);
    assert.deepEqual(feed.themes, []);
    const enterprise = first(feed.enterprises);
    assert.equal(enterprise.tagline, undefined);
    assert.equal(({} as { kwaad?: unknown }).kwaad, undefined);
    assert.equal(Object.getPrototypeOf(enterprise), Object.prototype);
  });

  for (const [name, wrap] of [
    ['arrays', (inner: unknown) => [inner]],
    ['objects', (inner: unknown) => ({ steps: [inner], nl: inner, activities: inner })],
  ] as const)
    it(`10,000 nested ${name}`, () => {
      const deep = nested(10_000, wrap);
      for (const sections of [
        { enterprises: deep },
        { enterprises: [deep] },
        { enterprises: [{ id: 'a', name: deep, links: deep, image: deep }] },
        { oasis: deep },
        { programme: { title: deep } },
        { title: deep },
      ])
        assert.ok(readSections(sections).lines.length > 0);
    });

  it('text of 100,000 nested arrays', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const { feed } = readFeed(
      `{"version":"1.0","id":"diep","enterprises":[{"id":"a","name":${deep}}]}`,
      BASE,
    );
    assert.deepEqual(feed.enterprises, []);
  });

  it('a value that holds itself', () => {
    const self: Record<string, unknown> = { version: '1.0', id: 'rond' };
    self.enterprises = [self];
    self.programme = self;
    self.title = self;
    assert.deepEqual(readSections(self).feed.enterprises, []);
  });

  it('a list of a thousand million costs what a list of the limit does', () => {
    const { lines } = readSections({ themes: new Array(1e9) });
    assert.equal(lines[0], '/themes too-many');
    assert.equal(lines.length, 1 + 2 * LIMITS.items);
  });
});
