/** A loader that a browser keeps of the version before: it goes on working in a site that has been made anew since. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { manifestFile, manifestOf } from '../../src/site/manifest.js';
import { publishFeed } from '../../src/site/published-feed.js';
import { putInPlace } from '../../src/site/put-in-place.js';
import { makeSite } from '../../src/site/site.js';
import { bytesOf, type SiteFile } from '../../src/site/site-file.js';
import { EXACT_VERSION, MOVING_VERSION, readBuild } from '../../src/site/versions.js';
import { findFile, sendFile } from '../hosts/static-files.js';
import { launch, openPage } from '../support/node/browser.js';
import { ceal } from '../support/node/program.js';
import { until } from '../support/node/visit.js';

const SAMPLE = 'stories/feeds/overvecht.json';
const LOADER = `${MOVING_VERSION}/ceal-widgets.js`;
const EARLIER_VERSION = '0.0.9';
const WORDS = {
  'ceal-enterprise-gallery': 'Soep van overschot',
  'ceal-programme-timeline': 'De eerste groep begint',
  'ceal-oasis-guide': 'Kijken',
  'ceal-signup-form': 'E-mail',
} as const;

const folder = mkdtempSync(join(tmpdir(), 'ceal-earlier-'));
const out = join(folder, 'site');

/** The hash in the name of a chunk. */
const CHUNK_HASH = /(?<=chunks\/[\w-]+-)[\w-]{8}(?=\.js)/;

/** The build as one of before: all the same, but for the hash in the name of each chunk. */
function earlierBuild(build: readonly SiteFile[]): readonly SiteFile[] {
  const hashes = build.flatMap(({ path }) => CHUNK_HASH.exec(path)?.[0] ?? []);
  const ofBefore = (text: string) =>
    [...new Set(hashes)].reduce(
      (whole, hash) => whole.replaceAll(hash, `z${[...hash].toReversed().join('').slice(1)}`),
      text,
    );
  return build.map(({ path, content }) => ({
    path: ofBefore(path),
    content: /\.(?:js|json)$/.test(path)
      ? ofBefore(new TextDecoder().decode(bytesOf({ path, content })))
      : content,
  }));
}

/** Makes the site as the version before has made it. */
async function makeEarlierSite(build: readonly SiteFile[]): Promise<void> {
  const { made } = makeSite({
    published: publishFeed(readFileSync(SAMPLE)),
    build,
    beside: [],
    licence: '',
    base: undefined,
    earlier: { manifest: new Map(), files: [] },
  });
  const files = made
    .map(({ path, content }) => ({
      path: path.replace(new RegExp(`^${EXACT_VERSION}/`), `${EARLIER_VERSION}/`),
      content,
    }))
    .filter(({ path }) => path !== 'ceal-site.json');
  await putInPlace(out, { files: [...files, manifestFile(manifestOf(files))], kept: [] });
}

const chunksOf = (paths: readonly string[]) =>
  paths.flatMap((path) => /chunks\/[\w-]+\.js$/.exec(path)?.[0] ?? []);

let browser: Browser;
let server: Server;
let url: string;
let earlier: readonly SiteFile[];
before(async () => {
  const build = await readBuild('dist');
  earlier = earlierBuild(build);
  await makeEarlierSite(earlier);
  const loader = readFileSync(join(out, LOADER));
  const { code, output } = await ceal('site', '--feed', SAMPLE, '--out', out);
  assert.equal(code, 0, output);
  assert.notDeepEqual(readFileSync(join(out, LOADER)), loader);
  server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    if (path === '') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      const elements = Object.keys(WORDS).map(
        (tag) => `<${tag} src="feed.json" endpoint="/signups"></${tag}>`,
      );
      return void response.end(
        `<!doctype html><html lang="nl"><title>Partner</title><link rel="icon" href="data:,"><script type="module" src="${LOADER}"></script><body>${elements.join('')}`,
      );
    }
    if (path === LOADER)
      return void response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(loader);
    void findFile(out, path).then(async (file) => {
      if (file) await sendFile(request, response, file);
      else response.writeHead(404).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a loader of the version before', () => {
  it('finds its chunks in the site of the version after', async () => {
    const { page, seen } = await openPage(browser, url);
    for (const [tag, words] of Object.entries(WORDS))
      await until(
        () =>
          page.evaluate(
            (one, text) => document.querySelector(one)?.shadowRoot?.textContent?.includes(text),
            tag,
            words,
          ),
        `${words} in ${tag}`,
      );
    const ofBefore = new Set(chunksOf(earlier.map(({ path }) => path)));
    const asked = chunksOf(seen.requests);
    assert.ok(asked.length > 5, asked.join(' '));
    for (const chunk of asked) assert.ok(ofBefore.has(chunk), chunk);
    assert.deepEqual([...seen.console, ...seen.errors, ...seen.failed], []);
    await page.browserContext().close();
  });

  it('is held to its hash in the version that never changes', () => {
    const hashes = JSON.parse(readFileSync(join(out, 'integrity.json'), 'utf8')) as Record<string, string>;
    for (const path of ['ceal-widgets.js', 'ceal-widgets.bundle.js'])
      for (const version of [EARLIER_VERSION, EXACT_VERSION]) assert.ok(hashes[`${version}/${path}`], path);
    const kept = earlier.filter(({ path }) => path === 'ceal-widgets.js')[0]!;
    assert.deepEqual(readFileSync(join(out, EARLIER_VERSION, kept.path)), Buffer.from(bytesOf(kept)));
  });
});
