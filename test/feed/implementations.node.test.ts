/** A feed is read the same by the field schemas of widgets and by those of zod, which describe the format. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { headShape } from '../../src/feed/document.js';
import { LIMITS, type Fields, type Schema } from '../../src/feed/fields.js';
import { EXAMPLE } from '../../src/feed/format/example.js';
import { describingFields } from '../../src/feed/format/describing-fields.js';
import { parseFeed, SECTIONS } from '../../src/feed/parse-feed.js';
import { readValue } from '../../src/feed/read-value.js';
import { readingFields } from '../../src/feed/reading-fields.js';
import type { Section } from '../../src/feed/section.js';
import { anyJson, changedFeed } from '../support/node/arbitrary.js';
import { BASE } from '../support/node/read.js';

const FEEDS = pathToFileURL('stories/feeds/');
const feeds = ['', 'broken/'].flatMap((folder) =>
  readdirSync(new URL(folder, FEEDS))
    .filter((name) => name.endsWith('.json'))
    .map((name) => folder + name),
);

/** A schema, and where in a feed its values are. */
interface EntrySchema {
  readonly entriesIn: (feed: unknown) => readonly unknown[];
  readonly schema: Schema<unknown>;
}

/** The schemas of everything that is read by itself: the head, the entries of each list, and each object. */
function schemasOf(fields: Fields): EntrySchema[] {
  const sections = Object.values(SECTIONS).map(({ key, kind, schema }: Section<unknown>): EntrySchema => ({
    entriesIn: (feed) => {
      const section = (feed as Record<string, unknown> | null | undefined)?.[key];
      return kind === 'object' ? [section] : Array.isArray(section) ? (section as unknown[]) : [];
    },
    schema: schema(fields),
  }));
  return [{ entriesIn: (feed) => [feed], schema: fields.object(headShape(fields)) }, ...sections];
}

// Made once: zod takes longer to make them than to read a feed with them.
const reading = schemasOf(readingFields(BASE));
const describing = schemasOf(describingFields(BASE));

/** The value of an entry, and its issues in their order. */
function readWith(schema: Schema<unknown>, entry: unknown) {
  const issues: object[] = [];
  const value = readValue(schema, entry, (code, path, params = {}) => issues.push({ code, path, params }));
  return { value, issues };
}

/** The reading of an entry, when both schemas agree on it and what is left out has no key. */
function readBothWays(entry: unknown, schema: Schema<unknown>, described: Schema<unknown>) {
  const read = readWith(schema, entry);
  assert.deepEqual(read, readWith(described, entry));
  assertWhole(read.value);
  return read;
}

/** The readings of the example's own entries: a changed feed shares those that were not changed, and each is read once. */
const readOfExample = reading.map(
  ({ entriesIn, schema }, index) =>
    new Map(
      entriesIn(EXAMPLE).map((entry) => [entry, readBothWays(entry, schema, describing[index]!.schema)]),
    ),
);

/** The readings of everything in a feed. */
const readAllBothWays = (feed: unknown) =>
  reading.flatMap(({ entriesIn, schema }, index) =>
    entriesIn(feed).map(
      (entry) => readOfExample[index]!.get(entry) ?? readBothWays(entry, schema, describing[index]!.schema),
    ),
  );

/** Fails if a key of an object has `undefined`, at any depth. */
function assertWhole(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    assert.notEqual(inner, undefined, key);
    assertWhole(inner);
  }
}

/** Without the second reading, which is the same for both. */
const ONCE = { makeMending: undefined };

describe('both implementations of field schemas read the same', () => {
  it('in the example of the format', () => {
    assert.deepEqual(
      parseFeed(EXAMPLE, BASE, ONCE),
      parseFeed(EXAMPLE, BASE, { ...ONCE, makeFields: describingFields }),
    );
  });

  for (const name of feeds)
    it(`in ${name}`, () => {
      const text = readFileSync(new URL(name, FEEDS), 'utf8');
      assert.deepEqual(
        parseFeed(text, BASE, ONCE),
        parseFeed(text, BASE, { ...ONCE, makeFields: describingFields }),
      );
    });

  it('in a text in Indonesian that is cut: its language tag is `id`', () => {
    const purposes = [{ id: 'x'.repeat(LIMITS.text + 1) }];
    readAllBothWays({ signups: [{ ...EXAMPLE.signups[0], purposes }] });
  });

  it('in 2,000 of any JSON', () =>
    fc.assert(
      fc.property(anyJson, (feed) => void readAllBothWays(feed)),
      { numRuns: 2_000 },
    ));

  it('in 8,000 of the example with anything changed', () => {
    let [repaired, dropped] = [0, 0];
    fc.assert(
      fc.property(changedFeed, (feed) => {
        const found = readAllBothWays(feed).filter(({ issues }) => issues.length > 0);
        if (found.some(({ value }) => value !== undefined)) repaired += 1;
        if (found.some(({ value }) => value === undefined)) dropped += 1;
      }),
      { numRuns: 8_000 },
    );
    // Feeds in which nothing was wrong would prove little.
    assert.ok(repaired > 1_000 && dropped > 1_000, `${repaired} repaired, ${dropped} dropped`);
  });
});
