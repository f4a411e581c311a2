/**
 * Two versions on one page, as where a school's site and a partner's snippet each bring their own: the loader of one, the
 * bundle of the other, both scripts for frames, an element, a placeholder and a frame.
 */
import assert from 'node:assert/strict';
import { extname } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { TYPES } from '../../src/site/headers/types.js';
import { bytesOf, type SiteFile } from '../../src/site/site-file.js';
import { readBuild } from '../../src/site/versions.js';
import { VERSION } from '../../src/version.js';
import { STRICT_POLICY } from '../hosts/pages.js';
import { launch, openPage } from '../support/node/browser.js';
import { EARLIER_VERSION, earlierBuild } from '../support/node/earlier-build.js';
import { PAGE_START, startSmallSite, type SmallSite } from '../support/node/small-site.js';
import { until } from '../support/node/visit.js';

const FEED = '/feeds/overvecht.json';
const WIDGETS = `<ceal-enterprise-gallery src="${FEED}" page-size="3"></ceal-enterprise-gallery>
  <div data-ceal-widget="programme-timeline" data-src="${FEED}"><a href="/">Het programma</a></div>
  <iframe data-ceal-frame src="/${VERSION}/embed/oasis-guide.html?src=${FEED}" title="Oasis" width="800" height="90"></iframe>
  <iframe data-ceal-frame src="/${EARLIER_VERSION}/embed/oasis-guide.html?src=${FEED}" title="Oasis" width="800" height="90"></iframe>`;

const scripts = (loader: string, bundle: string) =>
  `<script type="module" src="/${loader}/ceal-widgets.js"></script><script defer src="/${bundle}/ceal-widgets.bundle.js"></script>` +
  [loader, bundle].map((version) => `<script defer src="/${version}/ceal-frame.js"></script>`).join('');

const PAGES: Readonly<Record<string, string>> = {
  '/earlier-loader': scripts(EARLIER_VERSION, VERSION) + WIDGETS,
  '/earlier-bundle': scripts(VERSION, EARLIER_VERSION) + WIDGETS,
  '/two-loaders': [EARLIER_VERSION, VERSION]
    .map((version) => `<script type="module" src="/${version}/ceal-widgets.js"></script>`)
    .concat(`<script defer src="/${VERSION}/ceal-frame.js"></script>`, WIDGETS)
    .join(''),
};

let site: SmallSite;
let browser: Browser;
before(async () => {
  const build = await readBuild('dist');
  const files = new Map<string, SiteFile>();
  for (const file of build) files.set(`/${VERSION}/${file.path}`, file);
  for (const file of earlierBuild(build)) files.set(`/${EARLIER_VERSION}/${file.path}`, file);
  site = await startSmallSite((path) => {
    const page = PAGES[path];
    if (page !== undefined) return { body: PAGE_START + page, policy: `${STRICT_POLICY}; frame-src 'self'` };
    const file = files.get(path);
    return file && { body: bytesOf(file), type: TYPES[extname(path).slice(1)] };
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

/** Runs in a page: what stands there of each widget. */
function shown() {
  const partsIn = (host: Element | null | undefined, part: string) =>
    host?.shadowRoot?.querySelectorAll(`[part~="${part}"]`).length ?? 0;
  const placeholder = document.querySelector('[data-ceal-widget]')!;
  return {
    cards: partsIn(document.querySelector('ceal-enterprise-gallery'), 'card'),
    elements: placeholder.shadowRoot?.childElementCount ?? 0,
    hasSessions: partsIn(placeholder.shadowRoot?.firstElementChild, 'session') > 0,
    haveGrown: [...document.querySelectorAll('iframe')].every(({ height }) => Number(height) > 200),
  };
}

describe('two versions on one page', () => {
  for (const path of Object.keys(PAGES))
    it(`show every widget once, and say so (${path.slice(1)})`, async () => {
      const { page, seen } = await openPage(browser, site.url + path);
      const wanted = { cards: 3, elements: 1, hasSessions: true, haveGrown: true };
      const isShown = async () => {
        const now = await page.evaluate(shown);
        return JSON.stringify(now) === JSON.stringify(wanted);
      };
      await until(isShown, 'every widget').catch(async (error: unknown) => {
        throw new Error(JSON.stringify(await page.evaluate(shown)), { cause: error });
      });
      const versions = [VERSION, EARLIER_VERSION].join('|').replaceAll('.', '\\.');
      const words = new RegExp(
        `is already there in version (?:${versions}); version (?:${versions}) was not used`,
      );
      assert.ok(seen.console.length > 0);
      assert.deepEqual(
        seen.console.filter((line) => !words.test(line)),
        [],
      );
      assert.deepEqual([...seen.errors, ...seen.failed, ...seen.foreign, ...seen.violations], []);
      await page.browserContext().close();
    });
});
