/** Pages with widgets in every way of embedding, when a visitor comes back to them, and on paper. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { WIDGETS } from '#tools/elements.mjs';
import { STRICT_POLICY } from '../hosts/pages.js';
import { keepsPages, launch, openPage, stepInHistory } from '../support/node/browser.js';
import { needs } from '../support/node/needs.js';
import { PAGE_START, startSmallSite, type SmallSite } from '../support/node/small-site.js';
import { until } from '../support/node/visit.js';

/** Reads a PDF; of poppler-utils. */
const READER = needs('pdftotext', '-v');

const FEED = '/feeds/overvecht.json';
const NAMES = WIDGETS.map(({ tag }) => tag.replace('ceal-', ''));
const LOADER = '<script type="module" src="/dist/ceal-widgets.js"></script>';

/** Every widget in each way, with the script that the page needs. */
const PAGES: Readonly<Record<string, string>> = {
  '/elements': LOADER + NAMES.map((name) => `<ceal-${name} src="${FEED}"></ceal-${name}>`).join(''),
  '/placeholders':
    LOADER +
    NAMES.map(
      (name) => `<div data-ceal-widget="${name}" data-src="${FEED}"><a href="/">Lijst</a></div>`,
    ).join(''),
  '/frames':
    '<script defer src="/dist/ceal-frame.js"></script>' +
    NAMES.map(
      (name) =>
        `<iframe data-ceal-frame src="/dist/embed/${name}.html?src=${FEED}" title="${name}" width="700" height="90"></iframe>`,
    ).join(''),
};

let site: SmallSite;
let browser: Browser;
before(async () => {
  site = await startSmallSite((path) => {
    const body = path === '/' ? '<p>Elders</p>' : PAGES[path];
    return body === undefined
      ? undefined
      : { body: PAGE_START + body, policy: `${STRICT_POLICY}; frame-src 'self'` };
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

/**
 * Runs in a page: what the widgets say, wherever they stand, by their names. Empty for one that is not there yet, or whose
 * frame is not as high as what it shows.
 */
function words(names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const frame = document.querySelector<HTMLIFrameElement>(`iframe[src*="/${name}.html"]`);
    const page = frame ? frame.contentDocument! : document;
    const placeholder = page.querySelector(`[data-ceal-widget="${name}"]`)?.shadowRoot;
    const root = (placeholder ?? page).querySelector(`ceal-${name}`)?.shadowRoot;
    const isReady =
      root?.querySelector('[part~="root"]')?.ariaBusy === 'false' && !root.querySelector('.bar');
    const hasRoom = !frame || page.documentElement.scrollHeight <= Number(frame.height) + 2;
    return (isReady && hasRoom && root?.textContent) || '';
  });
}

const shown = (page: Page) =>
  until(async () => {
    const texts = await page.evaluate(words, NAMES);
    return texts.every(Boolean) && texts;
  }, 'every widget');

/** Runs in a page: gives each widget another heading, as somebody would who develops the page. */
function giveHeadings(names: readonly string[], heading: string): void {
  for (const name of names) {
    const frame = document.querySelector<HTMLIFrameElement>(`iframe[src*="/${name}.html"]`);
    const page = frame ? frame.contentDocument! : document;
    const placeholder = page.querySelector(`[data-ceal-widget="${name}"]`);
    if (placeholder) placeholder.setAttribute('data-heading', heading);
    else page.querySelector(`ceal-${name}`)!.setAttribute('heading', heading);
  }
}

for (const path of Object.keys(PAGES))
  describe(`a page with ${path.slice(1)}`, () => {
    it('is as it was when a visitor comes back, and goes on', async () => {
      const { page, seen } = await openPage(browser, site.url + path);
      await shown(page);
      await page.evaluate(() =>
        addEventListener('pageshow', ({ persisted }) => {
          document.documentElement.dataset['kept'] = String(persisted);
        }),
      );
      const isKept = await keepsPages(browser, `${site.url}/`);
      const asked = seen.requests.length;
      await page.goto(`${site.url}/`);
      await stepInHistory(page);
      await shown(page);
      assert.equal(await page.evaluate(() => document.documentElement.dataset['kept'] === 'true'), isKept);
      const askedAgain = seen.requests.slice(asked).filter((address) => /\/(?:dist|feeds)\//.test(address));
      if (isKept) assert.deepEqual(askedAgain, []);
      await page.evaluate(giveHeadings, NAMES, 'Weer terug');
      await until(
        async () => (await shown(page)).every((text) => text.includes('Weer terug')),
        'the new heading of each',
      );
      assert.deepEqual([...seen.errors, ...seen.failed, ...seen.violations, ...seen.console], []);
      await page.browserContext().close();
    });

    it('is printed with what each widget says', READER, async () => {
      const { page } = await openPage(browser, site.url + path);
      await shown(page);
      const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], {
        input: await page.pdf({ format: 'A4' }),
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      });
      const printed = stdout.normalize('NFKC').replace(/\s+/g, ' ');
      const said = ['Fietswerkplaats', 'Kennismaken en de wijk in', 'Olhar (Portugees)', 'E-mailadres'];
      assert.deepEqual(
        said.filter((text) => !printed.includes(text)),
        [],
      );
      await page.browserContext().close();
    });
  });
