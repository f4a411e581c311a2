/** A page on which widgets come and go, as in an app of many screens, keeps nothing of those that went. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession } from 'puppeteer-core';
import { WIDGETS } from '#tools/elements.mjs';
import { EMPTY_PATH } from '../hosts/server.js';
import { openPage } from '../support/node/browser.js';
import { openSite, sessionOf, type Site } from '../support/node/visit.js';

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** Mounts before anything is counted: what is made once is there then. */
const FIRST_MOUNTS = 20;
const MOUNTS = 200;
const MOUNTED_TOGETHER = 10;
/** More than the last few that the browser has not let go of yet, less than a part of each: a widget has dozens of nodes. */
const MAX_LEFT = { Nodes: MOUNTS * 2, JSEventListeners: MOUNTS / 2, JSHeapUsedSize: MOUNTS * 2_000 };

/** What the page holds once all garbage is collected. */
async function heldBy(session: CDPSession): Promise<Record<string, number>> {
  // Finalisers of the first collection let go of what the second one collects.
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

describe('a page on which a widget is put and taken away 200 times', () => {
  for (const { tag } of WIDGETS)
    it(`keeps no nodes, listeners or memory of <${tag}>`, async () => {
      const { page, seen } = await openPage(site.browser, site.url + EMPTY_PATH);
      const session = await sessionOf(page);
      await session.send('Performance.enable');
      const mount = (count: number) =>
        page.evaluate(
          async (name, times, together) => {
            const isReady = (element: Element) =>
              element.shadowRoot?.querySelector('[aria-busy]')?.getAttribute('aria-busy') === 'false';
            if (!document.querySelector('script')) {
              const script = document.createElement('script');
              script.type = 'module';
              script.src = '/dist/ceal-widgets.js';
              document.head.append(script);
            }
            for (let mounted = 0; mounted < times; mounted += together) {
              const feed = document.createElement('ceal-feed');
              feed.setAttribute('src', '/feeds/overvecht.json');
              for (let n = 0; n < together; n++) feed.append(document.createElement(name));
              document.body.append(feed);
              while (![...feed.children].every(isReady))
                await new Promise((resolve) => requestAnimationFrame(resolve));
              feed.remove();
            }
          },
          tag,
          count,
          MOUNTED_TOGETHER,
        );
      await mount(FIRST_MOUNTS);
      const before = await heldBy(session);
      await mount(MOUNTS);
      const after = await heldBy(session);
      for (const [name, max] of Object.entries(MAX_LEFT)) {
        const left = after[name]! - before[name]!;
        assert.ok(left <= max, `${name}: ${before[name]} before, ${after[name]} after`);
      }
      assert.deepEqual(seen.errors, []);
      await page.browserContext().close();
    });
});
