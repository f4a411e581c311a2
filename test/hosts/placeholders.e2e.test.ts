/**
 * Placeholders on whole pages under a strict policy: filled by the loader as a module and as a classic script, by the
 * bundle, by all of them at once and by the package in a page of React or Vue; with room held for them, and as they were
 * where something does not come.
 */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { build, type Rollup } from 'vite';
import { launch, openPage, type PageOptions } from '../support/node/browser.js';
import { until } from '../support/node/visit.js';
import { STRICT_POLICY } from './pages.js';
import { findFile, sendBody, sendFile } from './static-files.js';

const FOLDERS: Readonly<Record<string, string>> = {
  dist: resolve('dist'),
  feeds: resolve('stories/feeds'),
};
const LOADER = '<script type="module" src="/dist/ceal-widgets.js"></script>';
const CLASSIC = '<script defer src="/dist/ceal-widgets.js"></script>';
const BUNDLE = '<script defer src="/dist/ceal-widgets.bundle.js"></script>';
const RESERVE = '<link rel="stylesheet" href="/dist/ceal-widgets.css">';
const FALLBACK = '<p>Zie <a href="/lijst">alle ondernemingen</a>.</p>';
const GALLERY = `<div data-ceal-widget="enterprise-gallery" data-src="/feeds/overvecht.json" data-page-size="3" data-deep-link id="galerij">${FALLBACK}</div>`;
const EVERY_WIDGET = `${GALLERY}<div data-ceal-widget="feed" data-src="/feeds/overvecht.json">
  <div data-ceal-widget="programme-timeline">${FALLBACK}</div><div data-ceal-widget="oasis-guide">${FALLBACK}</div>
  <div data-ceal-widget="signup-form" data-endpoint="/signups">${FALLBACK}</div></div>`;
const BELOW = '<p id="below">Onder.</p>';

const PAGES: Readonly<Record<string, string>> = {
  '/lijst': '<p>De lijst.</p>',
  '/module': LOADER + EVERY_WIDGET,
  '/classic': EVERY_WIDGET + CLASSIC,
  '/bundle': BUNDLE + EVERY_WIDGET,
  '/all': LOADER + LOADER.replace('.js', '.js?again') + BUNDLE + EVERY_WIDGET,
  '/room': RESERVE + LOADER + GALLERY + BELOW,
  // As high as the window at least.
  '/room-high': RESERVE + LOADER + GALLERY.replace('data-page-size="3"', '') + BELOW,
  '/room-element': `${RESERVE}${LOADER}<ceal-enterprise-gallery src="/feeds/overvecht.json" deep-link id="galerij">${FALLBACK}</ceal-enterprise-gallery>${BELOW}`,
  '/room-never': `${RESERVE}${LOADER.replace('type', 'async type').replace('/dist/', '/never/')}${GALLERY}${BELOW}`,
  '/room-withheld': `${RESERVE}${LOADER.replace('module', 'text/plain')}${GALLERY}${BELOW}`,
};

/** Apps that show other children in a placeholder, and other attributes, at each press, by framework. */
const APPS = {
  React: `import 'ceal-widgets';
import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';
function App() {
  const [presses, setPresses] = useState(0);
  const children = presses % 2 ? [h('hr', { key: 'line' }), 'Tekst ' + presses] : [h('p', { key: 'p' }, h('a', { href: '/lijst' }, 'de lijst'))];
  const placeholder = { 'data-ceal-widget': 'enterprise-gallery', 'data-src': '/feeds/overvecht.json', 'data-page-size': String(presses + 1) };
  return h('main', null, h('button', { onClick: () => setPresses(presses + 1) }, 'Verder'), presses < 3 && h('div', placeholder, ...children));
}
createRoot(document.getElementById('app')).render(h(App));`,
  Vue: `import 'ceal-widgets';
import { createApp, h, ref } from 'vue';
const presses = ref(0);
createApp({
  render() {
    const children = presses.value % 2 ? [h('hr', { key: 'line' }), 'Tekst ' + presses.value] : [h('p', { key: 'p' }, h('a', { href: '/lijst' }, 'de lijst'))];
    const placeholder = { 'data-ceal-widget': 'enterprise-gallery', 'data-src': '/feeds/overvecht.json', 'data-page-size': presses.value + 1 };
    return h('main', [h('button', { onClick: () => presses.value++ }, 'Verder'), presses.value < 3 ? h('div', placeholder, children) : null]);
  },
}).mount('#app');`,
} as const;

let server: Server;
let browser: Browser;
let url: string;
/** The apps with all that they import, by the path of their script. */
const appScripts = new Map<string, string>();

before(async () => {
  server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  browser = await launch();
  for (const [framework, source] of Object.entries(APPS))
    appScripts.set(`/${framework}.js`, await built(source));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

/** A module with all that it imports in it. */
async function built(source: string): Promise<string> {
  const folder = resolve(`out/placeholders-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(`${folder}/main.js`, source);
    const { output } = (await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      build: {
        write: false,
        rollupOptions: { input: `${folder}/main.js`, output: { codeSplitting: false } },
      },
    })) as Rollup.RollupOutput;
    return output[0].code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const [path = ''] = (request.url ?? '').split('?');
  const send = (body: string, type: string) =>
    sendBody(request, response, Buffer.from(body), {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': STRICT_POLICY,
    });
  // A script that stays on its way.
  if (path.startsWith('/never/')) return undefined;
  const app = appScripts.get(path);
  if (app !== undefined) return send(app, 'text/javascript');
  const page = appScripts.has(`${path}.js`)
    ? `<div id="app"></div><script type="module" src="${path}.js"></script>`
    : PAGES[path];
  const head = '<!doctype html><html lang="nl"><title>Site</title><link rel="icon" href="/feeds/icon.svg">';
  if (page !== undefined) return send(head + page, 'text/html');
  const [, folder = '', rest = ''] = path.split(/^\/(\w+)\//);
  const file = FOLDERS[folder] && (await findFile(FOLDERS[folder], rest));
  if (file) return sendFile(request, response, file);
  return response.writeHead(path.endsWith('icon.svg') ? 204 : 404).end();
}

/** Runs in a page: how many cards, links and buttons each widget in a placeholder shows, by its tag. */
function contents(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { shadowRoot } of document.querySelectorAll('[data-ceal-widget]'))
    for (const widget of shadowRoot?.children ?? [])
      if (widget.localName !== 'ceal-feed')
        counts[widget.localName] =
          widget.shadowRoot?.querySelector('[part~=root]')?.ariaBusy === 'false'
            ? widget.shadowRoot.querySelectorAll('[part~=card], a[href], button').length
            : 0;
  return counts;
}

const filled = (page: Page, count = 1) =>
  until(async () => {
    const counts = Object.values(await page.evaluate(contents));
    return counts.length === count && counts.every(Boolean);
  }, 'placeholders to be filled');

/** The place of what stands below. */
const below = (page: Page): Promise<number> =>
  page.$eval('#below', (element) => element.getBoundingClientRect().top);

const QUIET = { console: [], errors: [], failed: [], foreign: [], violations: [] };

async function visit(path: string, options?: PageOptions) {
  const { page, seen } = await openPage(browser, url + path, options);
  return { page, seen, close: () => page.browserContext().close() };
}

describe('placeholders for every widget', () => {
  for (const path of ['/module', '/classic', '/bundle', '/all'])
    it(`are filled once, with nothing reported (${path})`, async () => {
      const { page, seen, close } = await visit(path);
      await filled(page, 4);
      const nested = await page.$$eval('[data-ceal-widget]', (placeholders) =>
        placeholders.map(({ shadowRoot }) => shadowRoot?.childElementCount),
      );
      assert.deepEqual(nested, [1, 1, 1, 1, 1]);
      const { requests, ...trouble } = seen;
      assert.ok(requests.length > 2);
      assert.deepEqual(trouble, QUIET);
      await close();
    });

  it('take links to what is in them, by their id', async () => {
    const { page, close } = await visit('/module#ceal-gallery-galerij.open=ex-soep');
    await until(
      () =>
        page.$eval(
          '#galerij',
          ({ shadowRoot }) =>
            !!shadowRoot?.firstElementChild?.shadowRoot?.querySelector('dialog[open] [part~=detail]'),
        ),
      'the dialog',
    );
    await close();
  });
});

describe('a placeholder', () => {
  for (const [what, pattern] of Object.entries({
    'its widget': /enterprise-gallery/,
    'the code for placeholders': /placeholders/,
    'any code but the loader': /chunks/,
  }))
    it(`stays as it was where ${what} does not come`, async () => {
      const { page, seen, close } = await visit('/room', {
        before: async (opened) => {
          await opened.setRequestInterception(true);
          opened.on('request', (request) => {
            const isLost = pattern.test(request.url()) && /\.js/.test(request.url());
            void (isLost ? request.abort() : request.continue());
          });
        },
      });
      await until(() => seen.failed.some((request) => pattern.test(request)), 'the loss');
      const placeholder = await page.$eval('[data-ceal-widget]', (element) => ({
        markup: element.outerHTML,
        root: element.shadowRoot,
        isSeen: element.querySelector('a')!.checkVisibility(),
      }));
      assert.equal(placeholder.markup.replace('data-deep-link=""', 'data-deep-link'), GALLERY);
      assert.equal(placeholder.root, null);
      assert.ok(placeholder.isSeen);
      assert.deepEqual(seen.errors, []);
      await page.click('[data-ceal-widget] a');
      await until(() => page.url().endsWith('/lijst'), 'the list');
      await close();
    });

  for (const framework of Object.keys(APPS))
    it(`in a page of ${framework} shows other children and attributes, keeps its widget, and goes`, async () => {
      const { page, seen, close } = await visit(`/${framework}`);
      await filled(page);
      const cards = () =>
        page.evaluate(() => {
          const widget = document.querySelector('[data-ceal-widget]')?.shadowRoot?.firstElementChild;
          return widget?.shadowRoot?.querySelectorAll('[part~=card]').length;
        });
      await page.evaluate(() => {
        const widget = document.querySelector('[data-ceal-widget]')!.shadowRoot!.firstElementChild!;
        Object.assign(widget, { isFirst: true });
      });
      assert.equal(await cards(), 1);
      for (const count of [2, 3]) {
        await page.click('button');
        await until(async () => (await cards()) === count, `${count} cards`);
      }
      assert.ok(
        await page.$eval(
          '[data-ceal-widget]',
          ({ shadowRoot }) => 'isFirst' in shadowRoot!.firstElementChild!,
        ),
      );
      await page.click('button');
      await until(async () => (await page.$('[data-ceal-widget]')) === null, 'the placeholder to go');
      assert.ok(await page.$('button'));
      const { requests, ...trouble } = seen;
      assert.ok(requests.length > 1);
      assert.deepEqual(trouble, QUIET);
      await close();
    });
});

describe('room for a placeholder', () => {
  it('is held while the script is on its way, and no longer than that', async () => {
    const { page, close } = await visit('/room-never', { waitUntil: 'domcontentloaded' });
    await until(async () => (await below(page)) > 800, 'room');
    await page.$eval('[data-ceal-widget]', (element) =>
      element.getAnimations().forEach((animation) => animation.finish()),
    );
    assert.ok((await below(page)) < 200);
    await close();
  });

  it('is not held while the script is withheld', async () => {
    const { page, close } = await visit('/room-withheld');
    assert.ok((await below(page)) < 200);
    await close();
  });

  /** Notes how much of a page moves, where the browser tells. */
  const noteShift = (opened: Page) =>
    opened.evaluateOnNewDocument(() => {
      const moved = Object.assign(globalThis, { shift: 0 });
      if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moved.shift += (entry as never as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
    });
  const shiftOf = (page: Page) => page.evaluate(() => (globalThis as never as { shift: number }).shift);

  it('is the widget’s once that has come, and no more moves than with the element', async () => {
    const { page, close } = await visit('/room-high', { before: noteShift });
    await filled(page);
    const room = await page.$eval('[data-ceal-widget]', (element) => ({
      animations: element.getAnimations().length,
      height: getComputedStyle(element).minBlockSize,
      difference:
        element.getBoundingClientRect().height -
        element.shadowRoot!.firstElementChild!.getBoundingClientRect().height,
    }));
    assert.deepEqual(room, { animations: 0, height: '0px', difference: 0 });
    const element = await visit('/room-element', { before: noteShift });
    await until(
      () =>
        element.page.$eval(
          'ceal-enterprise-gallery',
          ({ shadowRoot }) => !!shadowRoot?.querySelector('[part~=card]'),
        ),
      'the element',
    );
    const [shift, most] = [await shiftOf(page), await shiftOf(element.page)];
    assert.ok(shift <= most + 0.001, `${shift}, with the element ${most}`);
    await Promise.all([close(), element.close()]);
  });
});
