/** Pages that change under their widgets without loading anew: Turbo, htmx, view transitions, `document.open`, copies. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { ENTERPRISES, galleryOn, openSite, sayCount, until, type Site } from '../support/node/visit.js';

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

const { resolve } = createRequire(import.meta.url);
const SCRIPTS: Readonly<Record<string, string>> = {
  '/changing/turbo.js': resolve('@hotwired/turbo').replace('es2017-umd', 'es2017-esm'),
  '/changing/htmx.js': resolve('htmx.org/dist/htmx.min.js'),
};

const gallery = (more = '') =>
  `<ceal-enterprise-gallery src="/feeds/overvecht.json" ${more}><p>Zonder script</p></ceal-enterprise-gallery>`;
const html = (body: string, head = '') => `<!doctype html><html lang="nl"><head><meta charset="utf-8">
  <title>Voorbeeld</title><link rel="icon" href="data:,"><script type="module" src="/dist/ceal-widgets.js"></script>${head}</head>
  <body>${body}</body></html>`;

/** Opens the first of some pages that exist only here, by path; the rest of the site is as ever. */
async function open(pages: Readonly<Record<string, string>>) {
  const [path = ''] = Object.keys(pages);
  const {
    page,
    seen,
    gallery: visit,
  } = await site.visit(path, {
    filled: false,
    before: async (opened) => {
      await opened.setRequestInterception(true);
      opened.on('request', (request) => {
        const { pathname } = new URL(request.url());
        const script = SCRIPTS[pathname];
        if (pages[pathname] !== undefined)
          void request.respond({ contentType: 'text/html; charset=utf-8', body: pages[pathname] });
        else if (script)
          void readFile(script, 'utf8').then((body) =>
            request.respond({ contentType: 'text/javascript', body }),
          );
        else void request.continue();
      });
    },
  });
  return { page, seen, gallery: visit };
}

/** Searches in the gallery that stands in the page, and waits until the outcome is in sight and announced. */
async function searches(page: Page): Promise<void> {
  const visit = galleryOn(page);
  await visit.filled();
  await (await visit.part('search')).type('soep');
  await until(async () => (await visit.names())[0] === 'Soep van overschot', 'the soup');
  const announced = () => page.evaluate(() => document.querySelector('ceal-announcer')?.textContent ?? '');
  await until(async () => (await announced()) === sayCount(1), 'the announcement of it');
}

describe('a widget works', () => {
  it('on a page that Turbo brings in place of another, there and back', async () => {
    const turbo = '<script type="module" src="/changing/turbo.js"></script>';
    const { page, seen } = await open({
      '/changing/one': html(`<main>${gallery()}<a id="on" href="/changing/two">Verder</a></main>`, turbo),
      '/changing/two': html(`<main><h1>Twee</h1>${gallery('page-size="3"')}</main>`, turbo),
    });
    await galleryOn(page).filled();
    await page.evaluate(() => document.documentElement.setAttribute('data-kept', ''));
    await page.click('#on');
    await page.waitForSelector('h1');
    await searches(page);
    assert.equal(await page.evaluate(() => document.documentElement.hasAttribute('data-kept')), true);
    await page.evaluate(() => history.back());
    await page.waitForSelector('#on');
    await galleryOn(page).filled();
    assert.deepEqual([seen.errors, seen.console], [[], []]);
    await page.browserContext().close();
  });

  it('in what htmx puts in place of another part', async () => {
    const { page, seen } = await open({
      '/changing/one': html(
        `<main><button id="more" hx-get="/changing/part" hx-target="#place">Meer</button><div id="place"></div></main>`,
        '<script src="/changing/htmx.js"></script>',
      ),
      '/changing/part': gallery(),
    });
    await page.click('#more');
    await page.waitForSelector('#place ceal-enterprise-gallery');
    await searches(page);
    await page.click('#more');
    await searches(page);
    assert.deepEqual(seen.errors, []);
    await page.browserContext().close();
  });

  it('in what a view transition brings', async () => {
    const { page, seen } = await open({ '/changing/one': html(`<main><p>Eerst</p></main>`) });
    await page.evaluate(async (markup) => {
      const change = () => document.querySelector('main')!.setHTMLUnsafe(markup);
      if (document.startViewTransition) await document.startViewTransition(change).finished.catch(() => {});
      else change();
    }, gallery());
    await searches(page);
    assert.deepEqual(seen.errors, []);
    await page.browserContext().close();
  });

  it('in a document that a script writes over the page', async () => {
    const { page, seen } = await open({ '/changing/one': html(`<main>${gallery()}</main>`) });
    await galleryOn(page).filled();
    await page.evaluate((markup) => {
      document.open();
      document.write(`<!doctype html><html lang="nl"><title>Nieuw</title><main>${markup}</main></html>`);
      document.close();
    }, gallery());
    await searches(page);
    assert.deepEqual(seen.errors, []);
    await page.browserContext().close();
  });

  it('as a copy of a part of the page, by innerHTML and by cloneNode', async () => {
    const { page, seen } = await open({ '/changing/one': html(`<main>${gallery()}</main><aside></aside>`) });
    await galleryOn(page).filled();
    for (const how of ['innerHTML', 'cloneNode'] as const) {
      const count = await page.evaluate(async (copies) => {
        const [main, aside] = ['main', 'aside'].map((tag) => document.querySelector(tag)!);
        if (copies === 'innerHTML') aside!.setHTMLUnsafe(main!.innerHTML);
        else aside!.replaceChildren(main!.firstElementChild!.cloneNode(true));
        const root = aside!.querySelector('ceal-enterprise-gallery')!.shadowRoot!;
        for (let cards = 0; ; await new Promise(requestAnimationFrame)) {
          cards = root.querySelectorAll('.list > [part~=card]').length;
          if (cards > 8) return cards;
        }
      }, how);
      assert.ok(count <= ENTERPRISES.length, how);
    }
    assert.deepEqual([seen.errors, seen.console], [[], []]);
    await page.browserContext().close();
  });
});
