/** Whole feeds: nothing makes reading them throw, and all that comes out fits the format. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RefusalReason } from '../../src/feed/document.js';
import { EXAMPLE, SMALLEST } from '../../src/feed/format/example.js';
import { parseFeed, SECTIONS } from '../../src/feed/parse-feed.js';
import { anyJson, changedFeed } from '../support/node/arbitrary.js';
import { feedSchema } from '../support/node/schema.js';
import { readFeed } from '../support/node/feeds.js';
import { BASE } from '../support/node/read.js';

const REASONS: readonly RefusalReason[] = [
  'not-json',
  'web-page',
  'too-large',
  'newer-version',
  'not-a-feed',
];

/** The value that a pointer leads to (RFC 6901); `undefined` if none. */
const resolve = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (inner, key) =>
        Object.hasOwn(Object(inner) as object, key) ? (inner as Record<string, unknown>)[key] : undefined,
      value,
    );

/** Reads a feed, and checks that its values are valid and that every issue has its place. */
function checkReading(feed: unknown): void {
  const parsed = parseFeed(feed, BASE);
  if (!parsed.ok) return assert.ok(REASONS.includes(parsed.reason));
  const { head, ...sections } = parsed.feed;
  assert.deepEqual(Object.keys(sections), Object.keys(SECTIONS));
  const written: unknown = JSON.parse(JSON.stringify({ version: '1.0', id: 'x', ...head, ...sections }));
  assert.deepEqual(feedSchema(written) ? [] : feedSchema.errors, []);
  for (const { pointer, params } of parsed.issues) {
    const parent = pointer.replace(/\/[^/]*$/, '');
    assert.ok(resolve(feed, pointer) !== undefined || resolve(feed, parent) !== undefined, pointer);
    assert.ok(Object.values(params).every((value) => ['string', 'number'].includes(typeof value)));
  }
}

describe('a whole feed', () => {
  it('the smallest one has no issues', () => assert.deepEqual(readFeed(SMALLEST, BASE).issues, []));

  it('one with every section has no issues, and something in each', () => {
    const { feed, issues } = readFeed(EXAMPLE, BASE);
    assert.deepEqual(issues, []);
    for (const key of Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]) {
      const value: unknown = feed[key];
      assert.ok(Array.isArray(value) ? value.length === 1 : value, key);
    }
  });

  it('gives the same from its text', () =>
    assert.deepEqual(parseFeed(JSON.stringify(EXAMPLE), BASE), parseFeed(EXAMPLE, BASE)));

  it('tells issues in the order of the sections, those of the feed itself first', () => {
    const { issues } = readFeed({ enterprises: [{}], themes: [{}], version: '1.0' }, BASE);
    assert.deepEqual(
      issues.map(({ pointer }) => pointer),
      [
        '/id',
        '/themes/0/id',
        '/themes/0/label',
        '/themes/0',
        '/enterprises/0/id',
        '/enterprises/0/name',
        '/enterprises/0',
      ],
    );
  });
});

describe('whatever is in it, a feed is read without throwing, what comes out fits, every issue has its place', () => {
  it('any JSON', () =>
    fc.assert(
      fc.property(anyJson, (value) => void checkReading(value)),
      { numRuns: 300 },
    ));

  it('any JSON, as text', () =>
    fc.assert(
      fc.property(anyJson, (value) => void parseFeed(JSON.stringify(value), BASE)),
      { numRuns: 200 },
    ));

  it('any text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void parseFeed(text, BASE)),
      { numRuns: 200 },
    ));

  it('any value', () =>
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withNullPrototype: true,
          withSparseArray: true,
          withTypedArray: true,
        }),
        (value) => {
          parseFeed(value, BASE);
          parseFeed(
            { version: '1.0', id: 'x', enterprises: value, oasis: value, sessions: [value], title: value },
            BASE,
          );
        },
      ),
      { numRuns: 300 },
    ));

  it('a feed with changes in it', () =>
    fc.assert(
      fc.property(changedFeed, (feed) => void checkReading(feed)),
      { numRuns: 300 },
    ));

  it('read again, nothing more has to go but references to what went', () =>
    fc.assert(
      fc.property(changedFeed, (feed) => {
        const once = parseFeed(feed, BASE);
        if (!once.ok) return;
        const { head, ...sections } = once.feed;
        const again = readFeed(
          JSON.parse(JSON.stringify({ version: '1.0', id: 'x', ...head, ...sections })),
          BASE,
        );
        const codes = new Set(again.issues.map(({ code }) => code));
        codes.delete('dangling-reference');
        codes.delete('date-without-offset');
        assert.deepEqual([...codes], []);
      }),
      { numRuns: 300 },
    ));
});
