/** The first page of a site, with widgets that were rendered beforehand: read without script, and taken over by it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type {} from '../../src/enterprise-gallery/enterprise-gallery.js';
import { WIDGETS } from '../../src/site/widgets.js';
import { launch, openPage } from '../support/node/browser.js';
import { lacking } from '../support/node/engine.js';
import { startSite, type LiveSiteProcess } from '../support/node/live-site.js';
import { until } from '../support/node/visit.js';

const SAMPLE = 'stories/feeds/overvecht.json';
/** So high that the whole page is in sight: a browser tells of no shift elsewhere. */
const WHOLE_PAGE_PX = 40_000;
const PAGES = { 'index.html': 'Soep van overschot', 'index.en.html': 'Surplus soup' } as const;

const folder = mkdtempSync(join(tmpdir(), 'ceal-first-page-'));
let browser: Browser;
let site: LiveSiteProcess;
let url: string;
before(async () => {
  // A visitor elsewhere is told Dutch times by a note that nobody knows of beforehand.
  browser = await launch({ env: { ...process.env, TZ: 'Europe/Amsterdam' } });
  site = startSite(
    '--feed',
    SAMPLE,
    '--out',
    join(folder, 'site'),
    '--serve',
    '--port',
    '0',
    '--base',
    'https://w.example/',
  );
  url = await site.says(/See it at (\S+)\. Stop/);
});
after(async () => {
  await site.stop();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const wordsOf = (page: Page) =>
  page.evaluate(
    (widgets) =>
      widgets.map((widget) => document.querySelector(`ceal-${widget}`)?.shadowRoot?.textContent ?? ''),
    [...WIDGETS],
  );

type Prerendered = HTMLElement & { readonly isPrerendered?: boolean };

const takenOver = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll<Prerendered>('[data-ceal-prerendered]')].filter(
        (widget) => widget.isPrerendered === false,
      ).length,
  );

/** Notes how far what stands on the page moves without a visitor. */
function noteShifts(): void {
  const shifts: number[] = [];
  Object.assign(globalThis, { shifts });
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
}

describe('the first page of a site', () => {
  for (const [path, name] of Object.entries(PAGES))
    it(`is read without script: ${path}`, { skip: lacking('page without script') }, async () => {
      const { page } = await openPage(browser, url + path, { javaScript: false });
      const [gallery, timeline, guide, form] = await wordsOf(page);
      assert.match(gallery!, new RegExp(name));
      assert.match(timeline!, /2027/);
      assert.match(timeline!, /https:\/\/w\.example\/programme\.ics/);
      for (const words of [guide, form]) assert.ok(words!.length > 100);
      // Every enterprise and session, also those that no card shows yet.
      const links = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLAnchorElement>('noscript a')].filter((link) =>
            link.checkVisibility(),
          ).length,
      );
      assert.ok(links > 50, String(links));
      await page.browserContext().close();
    });

  for (const path of Object.keys(PAGES))
    for (const width of [1280, 390])
      it(`is taken over where it stands, at ${width} px: ${path}`, async () => {
        const { page, seen } = await openPage(browser, url + path, {
          viewport: { width, height: WHOLE_PAGE_PX },
          before: (opened) => opened.evaluateOnNewDocument(noteShifts),
        });
        await until(async () => (await takenOver(page)) === WIDGETS.length, 'the takeover of every widget');
        await page.evaluate(
          () =>
            new Promise<void>((settle) => {
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(settle)));
            }),
        );
        const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts);
        assert.ok((await page.evaluate(() => document.body.scrollHeight)) <= WHOLE_PAGE_PX);
        assert.deepEqual(shifts, []);
        assert.deepEqual(seen.violations, []);
        assert.deepEqual([...seen.console, ...seen.errors, ...seen.failed, ...seen.foreign], []);
        await page.browserContext().close();
      });

  it('has a gallery that leads to the pages of the site with detail="link"', async () => {
    const { page } = await openPage(browser, url);
    await until(async () => (await takenOver(page)) === WIDGETS.length, 'the takeover of every widget');
    const addresses = await page.evaluate(async () => {
      const gallery = document.querySelector('ceal-enterprise-gallery')!;
      gallery.setAttribute('detail', 'link');
      await gallery.updateComplete;
      return [...gallery.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.name-link')].map(
        ({ href }) => href,
      );
    });
    assert.equal(addresses.length, 6);
    assert.ok(addresses.includes(`${url}e/ex-soep.html`), addresses.join(' '));
    const answers = await Promise.all(
      addresses.filter((address) => address.startsWith(url)).map((address) => fetch(address)),
    );
    for (const { status, url: address } of answers) assert.equal(status, 200, address);
    await page.browserContext().close();
  });
});
