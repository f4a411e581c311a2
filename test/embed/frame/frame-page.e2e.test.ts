/** The page that stands in a frame, opened by itself. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { en } from '../../../src/embed/frame/page/locales/en.js';
import { nl } from '../../../src/embed/frame/page/locales/nl.js';
import { startHosts, type Hosts } from '../../hosts/server.js';
import { launch, openPage } from '../../support/node/browser.js';
import { lacking } from '../../support/node/engine.js';
import { FEED, hurry, inside, placeOf } from '../../support/node/frames.js';
import { until } from '../../support/node/visit.js';

let hosts: Hosts;
let browser: Browser;
before(async () => {
  [hosts, browser] = await Promise.all([startHosts({ port: 0 }), launch()]);
});
after(() => Promise.all([hosts?.close(), browser?.close()]));

const address = (widget: string, parameters: Readonly<Record<string, string>> = {}) =>
  `${hosts.url}/dist/embed/${widget}.html?${new URLSearchParams({ src: FEED, ...parameters })}`;
const close = (page: Page) => page.browserContext().close();

describe('a frame page by itself', () => {
  it('says without script what it needs', { skip: lacking('page without script') }, async () => {
    const { page } = await openPage(browser, address('oasis-guide'), { javaScript: false });
    assert.match(await page.evaluate(() => document.body.innerText), /JavaScript/);
    await close(page);
  });

  for (const [lang, notLoaded] of [
    ['nl', nl.notLoaded],
    ['en', en.notLoaded],
  ] as const)
    it(`says where the widget does not come that it cannot be loaded (${lang})`, async () => {
      const { page, seen } = await openPage(browser, address('enterprise-gallery', { lang }), {
        before: async (opening) => {
          await opening.evaluateOnNewDocument(hurry);
          await opening.setRequestInterception(true);
          opening.on('request', (request) => {
            void (request.url().includes('/chunks/') ? request.abort() : request.continue());
          });
        },
      });
      const found = await until(
        () =>
          page.evaluate(() => {
            const line = document.querySelector<HTMLElement>('main > * > p');
            return line && { text: line.innerText, lang: line.lang };
          }),
        'the words',
      );
      assert.deepEqual(found, { text: notLoaded, lang });
      assert.deepEqual([seen.errors, seen.violations], [[], []]);
      await close(page);
    });

  it('has no such words any more once the widget has come', async () => {
    let release: (() => void) | undefined;
    const isReleased = new Promise<void>((settle) => (release = settle));
    const { page, seen } = await openPage(browser, address('enterprise-gallery'), {
      waitUntil: 'domcontentloaded',
      before: async (opening) => {
        await opening.evaluateOnNewDocument(hurry);
        await opening.setRequestInterception(true);
        opening.on('request', (request) => {
          if (!request.url().includes('/chunks/')) return void request.continue();
          void isReleased.then(() => request.continue());
        });
      },
    });
    const lines = () => page.evaluate(() => document.querySelectorAll('main > * > p').length);
    await until(async () => (await lines()) === 1, 'the words');
    release?.();
    await until(
      async () => (await lines()) === 0 && (await inside(placeOf(page))).isReady,
      'the widget alone',
    );
    assert.deepEqual([seen.console, seen.errors, seen.violations], [[], [], []]);
    await close(page);
  });

  it('works as a page', async () => {
    const { page, seen } = await openPage(browser, address('enterprise-gallery', { lang: 'en' }));
    await until(() => page.evaluate(() => document.title === 'Social enterprises'), 'the title');
    assert.deepEqual([seen.errors, seen.violations, seen.foreign], [[], [], []]);
    await close(page);
  });
});
