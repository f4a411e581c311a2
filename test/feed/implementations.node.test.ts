/** A feed is read the same by the pieces that widgets carry and by those of zod, which describe the format. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EXAMPLE } from '../../src/feed/format/example.js';
import { describingFields } from '../../src/feed/format/pieces.js';
import { parseFeed } from '../../src/feed/parse-feed.js';
import { anyJson, changedFeed } from '../support/node/arbitrary.js';
import { BASE } from '../support/node/read.js';

/** Sections are made once: zod takes its time to make them, and reads 10,000 feeds with the same ones. */
const described = describingFields(BASE);
const FEEDS = new URL('../../stories/feeds/', import.meta.url);

/** The same values, keys that are not there included, and the same issues in the same order. */
function sameBothWays(feed) {
  const [carried, withZod] = [parseFeed(feed, BASE), parseFeed(feed, BASE, () => described)];
  assert.deepEqual(carried, withZod);
  assertNothingUndefined(carried.feed);
  return carried;
}

/** What is left out is not there at all: no key whose value is undefined, but for a section that is one object. */
function assertNothingUndefined(value, depth = 0) {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    assert.ok(inner !== undefined || depth === 0 || key === 'end', key);
    assertNothingUndefined(inner, depth + 1);
  }
}

describe('both implementations of the pieces read the same', () => {
  it('in the example of the format', () => assert.deepEqual(sameBothWays(EXAMPLE).issues, []));

  for (const folder of ['', 'broken/'])
    for (const name of readdirSync(new URL(folder, FEEDS)).filter((file) => file.endsWith('.json')))
      it(`in ${folder}${name}`, () => {
        sameBothWays(readFileSync(new URL(folder + name, FEEDS), 'utf8'));
      });

  it('in 2,000 of any JSON', () =>
    fc.assert(
      fc.property(anyJson, (feed) => void sameBothWays(feed)),
      { numRuns: 2_000 },
    ));

  it('in 8,000 of the example with anything changed', () => {
    let [mended, dropped] = [0, 0];
    fc.assert(
      fc.property(changedFeed, (feed) => {
        const { issues = [] } = sameBothWays(feed);
        if (issues.some(({ code }) => code === 'item-dropped')) dropped += 1;
        else if (issues.length > 0) mended += 1;
      }),
      { numRuns: 8_000 },
    );
    // Feeds in which nothing was wrong would prove little.
    assert.ok(mended > 1_000 && dropped > 1_000, `${mended} mended, ${dropped} dropped`);
  });
});
