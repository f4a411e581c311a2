/** The build: whole, safe under strict policies, and as the package describes it. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { hashOf, servedFiles } from '#tools/build/integrity.mjs';
import { filesUnder } from '#tools/files.mjs';
import {
  exportedFiles,
  readJson,
  readManifestFile,
  readPackageFile,
  readText,
} from './support/node/published.js';

const scripts = servedFiles().filter((path) => path.endsWith('.js'));
const chunks = readdirSync('dist/chunks').filter((name) => name.endsWith('.js'));

/** The folders of `src/` that hold an element. */
const rooms = filesUnder(
  'src',
  (path) => path.endsWith('/define.ts') && !path.startsWith('src/element/'),
).map((path) => path.split('/')[1]!);

describe('dist', () => {
  for (const name of [
    'ceal-widgets.js',
    'ceal-widgets.bundle.js',
    'ceal-widgets.css',
    'custom-elements.json',
    'feed.schema.json',
    'FEED.md',
    'integrity.json',
    'LICENSES.txt',
  ])
    it(`holds ${name}`, () => assert.ok(readText(`dist/${name}`).length > 0));

  it('has one shared chunk and one for each element', () => {
    const named = (name: string) =>
      chunks.filter((chunk) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(chunk));
    for (const name of ['shared', ...rooms]) assert.equal(named(name).length, 1, name);
  });

  it('has a loader that imports nothing before it finds a widget', () =>
    assert.doesNotMatch(readText('dist/ceal-widgets.js'), /\bimport\s*["{*]|\bfrom\s*"/));

  it('has a bundle that is one classic script', () =>
    assert.doesNotMatch(
      readText('dist/ceal-widgets.bundle.js'),
      /\bimport\s*["({*]|\bexport\s*(?:[{*]|default|const|let|class|function)|import\.meta/,
    ));

  it('has a source map for every script, with the sources in it', () => {
    for (const path of scripts) {
      assert.match(readText(`dist/${path}`), /\n\/\/# sourceMappingURL=\S+\.map\s*$/, path);
      const { sourcesContent } = readJson(`dist/${path}.map`) as { sourcesContent: string[] };
      assert.ok(sourcesContent.length > 0 && sourcesContent.every(Boolean), path);
    }
  });

  it('names no folder of the machine it was built on', () => {
    for (const path of filesUnder('dist')) assert.ok(!readText(path).includes(process.cwd()), path);
  });

  it('lists the hash of every file a page may load, and no other', () => {
    const hashes = Object.fromEntries(servedFiles().map((path) => [path, hashOf(`dist/${path}`)]));
    assert.deepEqual(readJson('dist/integrity.json'), hashes);
    assert.match(hashes['ceal-widgets.js']!, /^sha384-[\w+/]{64}$/);
  });
});

describe('under a strict policy', () => {
  for (const path of scripts)
    it(`${path} makes no code of text`, () =>
      assert.doesNotMatch(readText(`dist/${path}`), /\beval\s*\(|\bFunction\s*\(|=\s*Function\b/));

  it('Trusted Types policies have names of our own: Lit’s, and the one for structured data, once each', () => {
    const policies = (path: string) =>
      [...readText(path).matchAll(/createPolicy\("([^"]*)"/g)].map(([, name]) => name);
    const ours = ['ceal-widgets', 'ceal-widgets-data'];
    assert.deepEqual(policies('dist/ceal-widgets.bundle.js').toSorted(), ours);
    assert.deepEqual(chunks.flatMap((chunk) => policies(`dist/chunks/${chunk}`)).toSorted(), ours);
  });
});

describe('the npm package', () => {
  it('keeps to what tools expect of it', async () => {
    const { messages, pkg } = await publint({ pkgDir: '.', pack: false, strict: true });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg, { color: false })),
      [],
    );
  });

  it('names only files that are there', () => {
    for (const path of exportedFiles(readPackageFile())) assert.ok(readText(path), path);
  });

  const tagOf = (room: string): string => {
    const module = readManifestFile().modules.find(({ path }) => path === `dist/modules/${room}/define.js`);
    assert.ok(module?.exports[0], room);
    return module.exports[0].name;
  };

  for (const room of rooms)
    it(`gives the class of ${room} and registers nothing`, async () => {
      const module = (await import(`ceal-widgets/${room}`)) as Record<string, unknown>;
      const exported = Object.entries(module);
      assert.ok(exported.some(([name, value]) => name.startsWith('Ceal') && typeof value === 'function'));
      assert.deepEqual(
        rooms.map((other) => globalThis.customElements?.get(tagOf(other))),
        rooms.map(() => undefined),
      );
    });

  it('gives <ceal-feed> under the name of its folder and under that of the feed', async () => {
    for (const ending of ['', '/define'])
      assert.equal(
        await import(`ceal-widgets/feed${ending}`),
        await import(`ceal-widgets/ceal-feed${ending}`),
      );
  });

  it('registers each element when its define module is imported', async () => {
    for (const room of rooms) {
      await import(`ceal-widgets/${room}/define`);
      assert.ok(globalThis.customElements.get(tagOf(room)), room);
    }
  });

  it('leaves Lit and the validator to be shared with the rest of a site', () => {
    const modules = filesUnder('dist/modules', (path) => path.endsWith('.js'));
    assert.ok(modules.some((path) => /from 'lit'/.test(readText(path))));
    for (const path of modules) assert.doesNotMatch(readText(path), /node_modules/, path);
  });

  it('has types beside every module', () => {
    const modules = filesUnder('dist/modules', (path) => path.endsWith('.js'));
    for (const path of modules) assert.ok(readText(path.replace(/\.js$/, '.d.ts')), path);
  });
});
