/** The sample feeds: the real one is right and whole, the awkward one is valid, the generated ones are the same again. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { EDITION_STATUSES } from '../../src/feed/sections/editions.js';
import { STATUSES } from '../../src/feed/sections/enterprises.js';
import { SESSION_KINDS, SESSION_STATUSES } from '../../src/feed/sections/sessions.js';
import { generateFeed } from '../../stories/feeds/generate.js';
import { readFeed } from '../support/node/feeds.js';

const FEEDS = pathToFileURL('stories/feeds/');
const PAGE = 'https://host.example/feeds/';
const textOf = (name: string) => readFileSync(new URL(name, FEEDS), 'utf8');
const parse = (name: string, text = textOf(name)) => readFeed(text, PAGE + name);

/** Fields that hold sentences, not names. */
const PROSE = new Set(
  `title role summary tagline description introduction notFor credit aim text duration groupSize questions tips note
   alt help dpo purposes legalBasis recipients retention nextSteps consents`.split(/\s+/),
);

/** A value of a feed, with its key and the keys above it. */
interface Value {
  readonly key: string;
  readonly value: unknown;
  readonly path: readonly string[];
}

/** Every value of a feed. */
function* walk(value: unknown, path: readonly string[] = []): Generator<Value> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    yield { key, value: inner, path };
    yield* walk(inner, [...path, key]);
  }
}
const valuesOf = (feed: unknown, wanted: string) =>
  [...walk(feed)].filter(({ key }) => key === wanted).map(({ value }) => value);

/** The sample feed as its author wrote it. */
interface RawFeed {
  readonly $schema: string;
  readonly enterprises: readonly {
    readonly id: string;
    readonly name: unknown;
    readonly example?: boolean;
    readonly image?: { readonly alt: object };
  }[];
  readonly oasis: { readonly steps: readonly { readonly id: string; readonly name: unknown }[] };
}

interface RawImage {
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

describe('overvecht.json', () => {
  const raw = JSON.parse(textOf('overvecht.json')) as RawFeed;
  const { feed, issues } = parse('overvecht.json');

  it('has nothing wrong with it', () => {
    assert.deepEqual(issues, []);
  });

  it('fills every section', () => {
    for (const [section, value] of Object.entries(feed))
      assert.ok(Array.isArray(value) ? value.length > 0 : value, section);
    assert.equal(feed.oasis?.steps.length, 7);
  });

  it('finds its schema beside the built widgets, in the repository and on a page', () => {
    assert.equal(new URL(raw.$schema, `${PAGE}overvecht.json`).pathname, '/dist/feed.schema.json');
    assert.equal(new URL(raw.$schema, FEEDS).pathname, resolve('dist/feed.schema.json'));
  });

  it('says everything in Dutch and in English; only a name may stand in its own language', () => {
    const sentences = [...walk(raw)].filter(({ key, path }) => PROSE.has(key) && path[0] !== 'documents');
    const examples = raw.enterprises.filter(({ example }) => example);
    const names = [...examples, ...raw.oasis.steps].map(({ id, name }) => ({
      value: name,
      path: [id],
      key: 'name',
    }));
    for (const { value, path, key } of [...sentences, ...names])
      for (const text of [value].flat()) {
        assert.ok(text);
        if (typeof text !== 'object' || !('id' in text))
          assert.deepEqual(Object.keys(text), ['nl', 'en'], `${path.join('/')}/${key}`);
      }
    assert.ok(sentences.length > 300);
  });

  it('has pictures that exist, of the size it says', () => {
    const pictures = valuesOf(raw, 'image') as RawImage[];
    assert.ok(pictures.length >= 16);
    for (const { src, width, height } of pictures) {
      assert.ok(existsSync(new URL(src, FEEDS)), src);
      const svg = textOf(src);
      assert.match(
        svg,
        new RegExp(`^<svg [^>]*width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`),
      );
      assert.doesNotMatch(svg, /<(text|script|style|image|foreignObject)|href|url\(/, src);
    }
  });

  it('describes the pictures of enterprises in both languages', () => {
    for (const { id, image } of raw.enterprises)
      if (image) assert.deepEqual(Object.keys(image.alt), ['nl', 'en'], id);
  });

  it('marks what is made up, and names a source for what is not', () => {
    for (const list of ['enterprises', 'editions', 'sessions'] as const)
      for (const { id, example } of feed[list]) assert.equal(id.startsWith('ex-'), example === true, id);
    for (const { id, example, sources, status } of feed.enterprises) {
      assert.equal(sources.length > 0, !example, id);
      if (!example) assert.equal(status, 'unknown', id);
    }
    for (const { id, sources } of feed.history) assert.ok(sources.length > 0, id);
    for (const { id, name, founded, people } of feed.enterprises.filter(({ example }) => !example))
      assert.ok(name && founded === undefined && people === undefined, id);
    for (const { controller } of feed.signups)
      assert.match((controller?.name as { nl: string }).nl, /^Voorbeeld/);
  });

  it('shows the whole range: every status, part of the district and theme', () => {
    const used = (key: 'status' | 'neighbourhood' | 'themes') =>
      new Set(feed.enterprises.flatMap((enterprise) => enterprise[key] ?? []));
    assert.deepEqual([...used('status')].sort(), [...STATUSES].sort());
    assert.equal(used('neighbourhood').size, feed.neighbourhoods.length);
    assert.equal(used('themes').size, feed.themes.length);
    for (const key of [
      'tagline',
      'description',
      'edition',
      'image',
      'successorId',
      'place',
      'people',
    ] as const) {
      const filled = feed.enterprises.filter((enterprise) => enterprise[key]);
      assert.ok(filled.length > 0 && filled.length < feed.enterprises.length, key);
    }
  });

  it('sends made-up addresses to example.org only', () => {
    for (const entry of [...feed.enterprises, ...feed.sessions].filter(({ example }) => example))
      for (const address of [...valuesOf(entry, 'url'), ...valuesOf(entry, 'online')])
        assert.equal(new URL(String(address)).hostname, 'example.org', entry.id);
  });
});

describe('awkward.json', () => {
  const { feed, issues } = parse('awkward.json');

  it('is valid all the same', () => {
    assert.deepEqual(issues, []);
  });

  it('has every status and kind there is', () => {
    const distinct = (values: readonly (string | undefined)[]) => [...new Set(values)].sort();
    const { enterprises, editions, sessions } = feed;
    assert.deepEqual(distinct(enterprises.map(({ status }) => status)), distinct(STATUSES));
    assert.deepEqual(distinct(editions.map(({ status }) => status)), distinct(EDITION_STATUSES));
    assert.deepEqual(distinct(sessions.map(({ kind }) => kind)), distinct(SESSION_KINDS));
    // `unknown` is for what is written in no way that is known.
    const known = SESSION_STATUSES.filter((status) => status !== 'unknown');
    assert.deepEqual(distinct(sessions.map(({ status }) => status)), distinct(known));
  });

  it('goes to the limits', () => {
    assert.ok(feed.enterprises.some(({ id }) => id.length === 64));
    assert.ok(feed.enterprises.some(({ name }) => name.length === 200));
    assert.ok(valuesOf(feed, 'ar').length > 5);
    assert.ok(!feed.enterprises.some(({ draft }) => draft));
  });
});

describe('generateFeed', () => {
  it('gives the same feed for the same seed, and another for another', () => {
    const [one, again, other] = [1, 1, 2].map((seed) =>
      JSON.stringify(generateFeed({ enterprises: 46, sessions: 26, seed })),
    );
    assert.equal(one, again);
    assert.notEqual(one, other);
  });

  for (const count of [0, 1, 46, 1_000, 10_000])
    it(`gives ${count} enterprises and sessions without a fault, all marked as examples`, () => {
      const text = JSON.stringify(generateFeed({ enterprises: count, sessions: count }));
      const { feed, issues } = parse('generated.json', text);
      assert.deepEqual(issues, []);
      for (const list of [feed.enterprises, feed.sessions]) {
        assert.equal(list.length, count);
        assert.ok(list.every(({ example }) => example));
      }
    });

  it('uses pictures that exist', () => {
    const pictures = generateFeed({ enterprises: 500 }).enterprises.flatMap(({ image }) => image ?? []);
    assert.ok(pictures.length > 100);
    for (const { src } of pictures) assert.ok(existsSync(new URL(src, FEEDS)), src);
  });
});
