/** A feed is read the same by the pieces that widgets carry and by those of zod, which describe the format. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { headShape } from '../../src/feed/document.js';
import { readValue } from '../../src/feed/read-value.js';
import { EXAMPLE } from '../../src/feed/format/example.js';
import { describingFields } from '../../src/feed/format/describing-fields.js';
import { parseFeed, SECTIONS } from '../../src/feed/parse-feed.js';
import { readingFields } from '../../src/feed/reading-fields.js';
import { anyJson, changedFeed } from '../support/node/arbitrary.js';
import { BASE } from '../support/node/read.js';

const FEEDS = pathToFileURL('stories/feeds/');
const feeds = ['', 'broken/'].flatMap((folder) =>
  readdirSync(new URL(folder, FEEDS))
    .filter((name) => name.endsWith('.json'))
    .map((name) => folder + name),
);

/** The schemas of everything that is read for itself: the head, the entries of each list, and each object. */
function schemasOf(fields) {
  const sections = Object.values(SECTIONS).map(({ key, kind, schema }) => ({
    entriesIn: (feed) => (kind === 'list' ? (Array.isArray(feed?.[key]) ? feed[key] : []) : [feed?.[key]]),
    schema: schema(fields),
  }));
  return [{ entriesIn: (feed) => [feed], schema: fields.object(headShape(fields)) }, ...sections];
}

// Made once: it takes zod longer to make them than to read a feed with them.
const carried = schemasOf(readingFields(BASE));
const described = schemasOf(describingFields(BASE));

/** The value of an entry, and its issues in their order. */
function readWith(schema, entry) {
  const issues = [];
  const value = readValue(schema, entry, (code, path, params = {}) => issues.push({ code, path, params }));
  return { value, issues };
}

/** Everything in a feed read both ways: the same values and issues; what is left out has no key. */
function readBothWays(feed) {
  return carried.flatMap(({ entriesIn, schema }, at) =>
    entriesIn(feed).map((entry) => {
      const read = readWith(schema, entry);
      assert.deepEqual(read, readWith(described[at].schema, entry));
      assertWhole(read.value);
      return read;
    }),
  );
}

function assertWhole(value) {
  if (typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    assert.notEqual(inner, undefined, key);
    assertWhole(inner);
  }
}

describe('both implementations of the pieces read the same', () => {
  it('in the example of the format', () => {
    assert.deepEqual(parseFeed(EXAMPLE, BASE), parseFeed(EXAMPLE, BASE, describingFields));
  });

  for (const name of feeds)
    it(`in ${name}`, () => {
      const text = readFileSync(new URL(name, FEEDS), 'utf8');
      assert.deepEqual(parseFeed(text, BASE), parseFeed(text, BASE, describingFields));
    });

  it('in 2,000 of any JSON', () =>
    fc.assert(
      fc.property(anyJson, (feed) => void readBothWays(feed)),
      { numRuns: 2_000 },
    ));

  it('in 8,000 of the example with anything changed', () => {
    let [mended, dropped] = [0, 0];
    fc.assert(
      fc.property(changedFeed, (feed) => {
        const found = readBothWays(feed).filter(({ issues }) => issues.length > 0);
        if (found.some(({ value }) => value !== undefined)) mended += 1;
        if (found.some(({ value }) => value === undefined)) dropped += 1;
      }),
      { numRuns: 8_000 },
    );
    // Feeds in which nothing was wrong would prove little.
    assert.ok(mended > 1_000 && dropped > 1_000, `${mended} mended, ${dropped} dropped`);
  });
});
