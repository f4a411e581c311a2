/** A loader that a browser keeps of the version before: it goes on working in a site that has been made anew since. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
import { launch, openPage } from '../support/node/browser.js';
import { EARLIER_VERSION, earlierBuild } from '../support/node/earlier-build.js';
import { ceal } from '../support/node/program.js';
import { PAGE_START, startSmallSite, type SmallFile, type SmallSite } from '../support/node/small-site.js';
import { until } from '../support/node/visit.js';

const SAMPLE = 'stories/feeds/overvecht.json';
const LOADER = `${MOVING_VERSION}/ceal-widgets.js`;
const WORDS = {
  'ceal-enterprise-gallery': 'Soep van overschot',
  'ceal-programme-timeline': 'De eerste groep begint',
  'ceal-oasis-guide': 'Kijken',
  'ceal-signup-form': 'E-mail',
} as const;

const folder = mkdtempSync(join(tmpdir(), 'ceal-earlier-'));
const out = join(folder, 'site');

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
let site: SmallSite;
let earlier: readonly SiteFile[];
before(async () => {
  const build = await readBuild('dist');
  earlier = earlierBuild(build);
  await makeEarlierSite(earlier);
  const loader = readFileSync(join(out, LOADER));
  const { code, output } = await ceal('site', '--feed', SAMPLE, '--out', out);
  assert.equal(code, 0, output);
  assert.notDeepEqual(readFileSync(join(out, LOADER)), loader);
  const elements = Object.keys(WORDS).map(
    (tag) => `<${tag} src="/site/feed.json" endpoint="/signups"></${tag}>`,
  );
  const pages: Readonly<Record<string, SmallFile>> = {
    '/': {
      body: `${PAGE_START}<script type="module" src="/site/${LOADER}"></script>${elements.join('')}`,
    },
    [`/site/${LOADER}`]: { body: loader, type: 'text/javascript' },
  };
  site = await startSmallSite((path) => pages[path], { site: out });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a loader of the version before', () => {
  it('finds its chunks in the site of the version after', async () => {
    const { page, seen } = await openPage(browser, site.url);
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
