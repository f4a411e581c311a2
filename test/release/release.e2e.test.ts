/** The zip files for whoever has no Node: whole, checkable, the same each time, and a page that opens from a disk. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'puppeteer-core';
import { WIDGETS } from '#tools/elements.mjs';
import { writeRelease } from '#tools/build/release.mjs';
import { launch, openPage } from '../support/node/browser.js';
import { ENTERPRISES, galleryOn, until } from '../support/node/visit.js';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const WEBSITE = `ceal-widgets-${version}.zip`;

let folder: string;
let release: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-release-'));
  release = join(folder, 'release');
  writeRelease('dist', release);
});
after(() => rmSync(folder, { recursive: true }));

const bytesOf = (name: string) => readFileSync(join(release, name));
const filesOf = (name: string) => unzipSync(bytesOf(name));
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Path and hash of each line. */
const sumsIn = (text: string) =>
  new Map(text.split('\n').flatMap((line) => (line ? [[line.slice(66), line.slice(0, 64)] as const] : [])));

describe('a release', () => {
  it('has a zip file for a website and one for each kit, and their checksums', () => {
    const zips = [
      WEBSITE,
      ...readdirSync('dist/kits').map((system) => `ceal-widgets-${system}-${version}.zip`),
    ];
    assert.deepEqual(readdirSync(release).sort(), [...zips, 'SHA256SUMS'].sort());
    const sums = sumsIn(bytesOf('SHA256SUMS').toString());
    for (const zip of zips) assert.equal(sums.get(zip), hash(bytesOf(zip)), zip);
    assert.ok('ceal-widgets/ceal-widgets.php' in filesOf(`ceal-widgets-wordpress-${version}.zip`));
  });

  it('has the same bytes each time', () => {
    const again = join(folder, 'again');
    writeRelease('dist', again);
    assert.equal(readFileSync(join(again, 'SHA256SUMS'), 'utf8'), bytesOf('SHA256SUMS').toString());
  });

  it('holds what a website needs, with its licences and the sum of every file', () => {
    const files = filesOf(WEBSITE);
    const paths = Object.keys(files).map((path) => path.replace(/^ceal-widgets\//, ''));
    for (const name of ['ceal-widgets.js', 'feed.json', 'LICENSE', 'LICENSES.txt', 'docs/embed.md'])
      assert.ok(paths.includes(name), name);
    assert.deepEqual(
      paths.filter((path) => /^\/|\.\.|\.map$/.test(path)),
      [],
    );
    const text = (name: string) => Buffer.from(files[`ceal-widgets/${name}`]!).toString();
    const sums = sumsIn(text('SHA256SUMS'));
    assert.deepEqual([...sums.keys()].sort(), paths.filter((path) => path !== 'SHA256SUMS').sort());
    for (const [path, sum] of sums) assert.equal(hash(files[`ceal-widgets/${path}`]!), sum, path);
    assert.match(text('READ-ME.txt'), new RegExp(`^CEAL Widgets ${version.replaceAll('.', '\\.')}\n`));
  });
});

describe('the page of a release, opened from a disk', () => {
  let browser: Browser;
  before(async () => {
    browser = await launch();
    for (const [path, bytes] of Object.entries(filesOf(WEBSITE))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  });
  after(() => browser.close());

  it('shows every widget, and asks for nothing outside', async () => {
    const { href } = pathToFileURL(join(folder, 'ceal-widgets/index.html'));
    const { page, seen } = await openPage(browser, href);
    await galleryOn(page).filled(ENTERPRISES.length);
    for (const { tag } of WIDGETS)
      await until(
        () =>
          page.$eval(tag, ({ shadowRoot }) =>
            shadowRoot!.querySelector('[part~="card"], [part~="session"], [part~="step"], [part~="field"]'),
          ),
        tag,
      );
    assert.deepEqual([seen.console, seen.errors, seen.failed], [[], [], []]);
    assert.ok(seen.requests.every((address) => /^(file|data):/.test(address)));
  });
});
