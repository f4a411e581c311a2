/** A feed is read the same with the zod that is built into the widgets as with the whole one. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import resolve from '@rollup/plugin-node-resolve';
import fc from 'fast-check';
import { rollup } from 'rollup';
import { EXAMPLE } from '../src/feed/format/example.js';
import { parseFeed } from '../src/feed/parse-feed.js';
import { anyJson, changedFeed } from './support/node/arbitrary.js';
import { BASE } from './support/node/read.js';
import { leanZod } from '#tools/lean-zod.mjs';

const folder = mkdtempSync(join(tmpdir(), 'lean-zod-'));
after(() => rmSync(folder, { recursive: true }));

/** Reading with the lean zod. */
async function buildLean() {
  const file = join(folder, 'parse-feed.mjs');
  const built = await rollup({
    input: 'out/src/feed/parse-feed.js',
    plugins: [resolve(), leanZod()],
    onwarn: () => {},
  });
  await built.write({ file });
  return (await import(pathToFileURL(file).href)).parseFeed;
}
const parseLean = await buildLean();

const same = (feed) => assert.deepEqual(parseLean(feed, BASE), parseFeed(feed, BASE));
const text = (path) => readFileSync(new URL(`../stories/feeds/${path}`, import.meta.url), 'utf8');
const broken = readdirSync(new URL('../stories/feeds/broken/', import.meta.url)).filter((name) =>
  name.endsWith('.json'),
);

describe('the lean zod reads the same', () => {
  it('in the example of the format', () => same(EXAMPLE));

  for (const path of ['overvecht.json', 'awkward.json', ...broken.map((name) => `broken/${name}`)])
    it(`in ${path}`, () => same(text(path)));

  it('in any JSON', () => fc.assert(fc.property(anyJson, same), { numRuns: 100 }));

  it('in the example with anything changed', () =>
    fc.assert(fc.property(changedFeed, same), { numRuns: 100 }));
});

describe('the lean zod stops a build', () => {
  const build = {
    error(words) {
      throw new Error(words);
    },
  };
  const plugin = leanZod();

  it('where zod is written in another way', () =>
    assert.throws(() => plugin.transform.call(build, 'export {};', '/zod/v4/core/core.js'), /as expected/));

  it('where a section needs what was left out', () => {
    const files = { 'a.js': { fileName: 'a.js', code: 'x("ZodMiniString",()=>{})' } };
    assert.throws(() => plugin.generateBundle.call(build, {}, files), /ZodMiniString/);
  });
});
