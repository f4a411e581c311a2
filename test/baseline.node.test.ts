/**
 * The promise on browsers in README.md: nothing that is built needs more than "Baseline Widely Available" gives. What is
 * newer, and does no harm where it is not there, is named here with its reason.
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { servedFiles } from '#tools/build/integrity.mjs';
import { filesUnder } from '#tools/files.mjs';
import type { Outside } from './support/node/baseline/features.js';
import { findInScript } from './support/node/baseline/scripts.js';
import { readSources, type Sources } from './support/node/baseline/sources.js';
import { findInStyles } from './support/node/baseline/styles.js';
import { readText } from './support/node/published.js';
import { readStyleSheets } from './support/node/style-sheets.js';

const WAKE_LOCK = 'leading an Oasis works without; its page says that the screen then sleeps';
const TRUSTED_TYPES = 'asked for with `?.`: a browser without them needs no policy';

/**
 * Features outside the promise that are used: by key, or the beginning of one, the reason why a browser without them
 * loses nothing.
 */
const ALLOWED: Readonly<Record<string, string>> = {
  'api.CustomElementRegistry.get': 'the data count Safari out for built-in elements, which are not used',
  'api.HTMLImageElement.fetchPriority': 'a plain property where it means nothing',
  'api.KeyboardEvent.code': 'the data count Chrome on Android out, whose keyboard has no Tab key',
  'api.KeyboardEvent.isComposing':
    'without it Enter takes the keyboard of a phone away while somebody composes',
  'api.KeyboardEvent.repeat': 'the data count Chrome on Android out, whose keyboard repeats nothing',
  'api.Navigator.wakeLock': WAKE_LOCK,
  'api.Selection.getComposedRanges': 'asked for with `?.`; what was selected by a drag opens as well',
  'api.TrustedTypePolicy.createHTML': TRUSTED_TYPES,
  'api.TrustedTypePolicyFactory.emptyScript': TRUSTED_TYPES,
  'api.WakeLock.request': WAKE_LOCK,
  'api.WakeLockSentinel.release': WAKE_LOCK,
  'api.WakeLockSentinel.released': WAKE_LOCK,
  'css.properties.accent-color': 'boxes have the colour of the browser',
  'css.properties.break-after.avoid': 'a heading may end a page on paper',
  'css.properties.cursor': 'the data count browsers without a pointer out',
  'css.properties.field-sizing': 'the field scrolls, and can be made larger',
  'css.properties.forced-color-adjust': 'the browsers that lack it have no forced colours',
  'css.properties.overscroll-behavior': 'the page scrolls on behind a dialog',
  'css.properties.resize': 'the field scrolls',
  'css.properties.text-wrap.pretty': 'lines break as they always did',
  'css.properties.user-select': 'Safari has it with its prefix, which stands beside it',
  'javascript.builtins.SuppressedError': 'asked for with `typeof`, by tslib',
};

const isFor = (key: string) => (allowed: string) => key === allowed || key.startsWith(`${allowed}.`);
const isBrowserSource = (path: string) => path.endsWith('.ts') && !/^src\/(cli|receiver)\//.test(path);
const scripts = servedFiles().filter((path) => path.endsWith('.js'));
const forbidden = (uses: readonly Outside[]) => [
  ...new Set(
    uses
      .filter(({ key }) => !Object.keys(ALLOWED).some(isFor(key)))
      .map(({ key, place }) => `${place}: ${key}`),
  ),
];

describe('the promised browsers', () => {
  let sources: Sources;
  let inScripts: readonly Outside[];
  let inStyles: readonly Outside[];
  before(async () => {
    sources = readSources(filesUnder('src', isBrowserSource));
    inScripts = scripts.flatMap((path) => findInScript(readText(`dist/${path}`), path, sources.ownNames));
    inStyles = [...(await readStyleSheets())].flatMap(([place, css]) => findInStyles(css, place));
  });

  it('R18: have everything that the sources use, by their types', () =>
    assert.deepEqual(forbidden(sources.outside), []));

  it('R18: have everything that the built scripts use, in the syntax of ES2022', () =>
    assert.deepEqual(forbidden(inScripts), []));

  it('R18: have everything that the style sheets use', () => assert.deepEqual(forbidden(inStyles), []));

  it('are not spared a feature for a reason that has gone', () => {
    const used = [...sources.outside, ...inScripts, ...inStyles].map(({ key }) => key);
    assert.deepEqual(
      Object.keys(ALLOWED).filter((allowed) => !used.some((key) => isFor(key)(allowed))),
      [],
    );
  });
});

/** What is newer than the promise, as somebody might write it. */
const PLANTED: readonly [code: string, key: string][] = [
  ["export const it = URL.parse('x:');", 'api.URL.parse_static'],
  ['export const it = Promise.try(() => 1);', 'javascript.builtins.Promise.try'],
  ['export const it = new Set([1]).union(new Set([2]));', 'javascript.builtins.Set.union'],
  ["export const it = RegExp.escape('.');", 'javascript.builtins.RegExp.escape'],
  ["export const it = new Intl.DurationFormat('nl');", 'javascript.builtins.Intl.DurationFormat'],
  ['export const it = document.startViewTransition();', 'api.Document.startViewTransition'],
];
/** What only the types tell: other objects have a member of that name. */
const PLANTED_FOR_TYPES: readonly [code: string, key: string][] = [
  ['export const it = [1].values().map(String);', 'javascript.builtins.Iterator.map'],
  ['export const { parse: it } = URL;', 'api.URL.parse_static'],
  ["const Address = URL;\nexport const it = Address.parse('x:');", 'api.URL.parse_static'],
];

describe('what is newer than the promise', () => {
  const folder = 'out/baseline-check';
  const file = (index: number) => `${folder}/planted-${index}.ts`;
  const planted = [...PLANTED, ...PLANTED_FOR_TYPES];
  let found: readonly Outside[];
  before(() => {
    mkdirSync(folder, { recursive: true });
    for (const [index, [code]] of planted.entries()) writeFileSync(file(index), code);
    found = readSources(planted.map((_, index) => file(index))).outside;
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [index, [code, key]] of planted.entries())
    it(`is found in sources: ${code}`, () =>
      assert.deepEqual(
        found.filter(({ place }) => place.includes(`planted-${index}.ts`)).map((use) => use.key),
        [key],
      ));

  for (const [code, key] of PLANTED)
    it(`is found in scripts: ${code}`, () =>
      assert.deepEqual(
        findInScript(code, 'x.js', new Set()).map((use) => use.key),
        [key],
      ));

  it('is found in scripts: syntax', () =>
    assert.throws(() => findInScript('export const it = /(?i:a)/;', 'x.js', new Set()), SyntaxError));

  for (const [css, key] of [
    ['a { position-anchor: --x }', 'css.properties.position-anchor'],
    ['a { text-wrap: pretty }', 'css.properties.text-wrap.pretty'],
    ['a { color: contrast-color(red) }', 'css.types.color.contrast-color'],
    ['@position-try --x {}', 'css.at-rules.position-try'],
    ['a:open { color: red }', 'css.selectors.open'],
  ] as const)
    it(`is found in style sheets: ${css}`, () =>
      assert.deepEqual(
        findInStyles(css, 'x.css').map((use) => use.key),
        [key],
      ));

  it('is not what is inside it', () => {
    const code = "export const it = [URL.canParse('x:'), Promise.withResolvers(), AbortSignal.any([])];";
    assert.deepEqual(findInScript(code, 'x.js', new Set()), []);
    assert.deepEqual(findInStyles('a { color: light-dark(red, blue); text-wrap: balance }', 'x.css'), []);
  });
});
