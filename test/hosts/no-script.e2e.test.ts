/** Pages on which no script runs, or ours does not come: a visitor still gets the page and a way on. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { reopenPage } from '../support/node/browser.js';
import { PAGES, WIDGETS } from './pages.js';
import { openSite, type Site, type Visit, type VisitOptions } from '../support/node/visit.js';

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** The fallback in place of a widget: its words, and its link as it looks. */
interface Fallback {
  readonly words: string;
  readonly href: string;
  readonly legible: boolean;
  /** In pixels. */
  readonly size: number;
  /** The smaller side of the link, in pixels. */
  readonly target: number;
}

const fallbacks = (page: Page): Promise<Fallback[]> =>
  page.$$eval(WIDGETS.join(), (widgets) =>
    (widgets as HTMLElement[]).map((widget) => {
      const link = widget.querySelector<HTMLAnchorElement>('a[href]')!;
      const { width, height } = link.getBoundingClientRect();
      const { fontSize } = getComputedStyle(link);
      return {
        words: widget.innerText.trim(),
        href: link.href,
        legible: link.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        size: parseFloat(fontSize),
        target: Math.min(width, height),
      };
    }),
  );

/** Height of a few lines: a link needs no more, and a taller box would be a hole in the page. */
const MAX_HEIGHT_PX = 150;
const tallest = (page: Page): Promise<number> =>
  page.$$eval('ceal-enterprise-gallery', (galleries) =>
    Math.max(0, ...galleries.map((gallery) => gallery.getBoundingClientRect().height)),
  );

function check(found: readonly Fallback[]): void {
  assert.ok(found.length > 0);
  for (const { words, href, legible, size, target } of found) {
    assert.ok(words.length > 20, words);
    assert.match(href, /^(https:\/\/(www\.juntos\.info|institutoelos\.org)|mailto:)/);
    assert.ok(legible);
    assert.ok(size >= 14, `${size} px`);
    assert.ok(target >= 14, `${target} px`);
  }
}

describe('without script', () => {
  let visit: Visit;
  before(async () => {
    visit = await site.visit('/', { filled: false, javaScript: false });
  });
  after(() => visit?.close());

  for (const { path } of PAGES)
    it(`${path} is whole, with a link where its widgets would be`, async () => {
      const { page, seen } = visit;
      await reopenPage(visit, site.url + path);
      check(await fallbacks(page));
      assert.ok((await tallest(page)) < MAX_HEIGHT_PX, `${await tallest(page)} px`);
      assert.deepEqual([seen.errors, seen.failed, seen.foreign], [[], [], []]);
    });
});

describe('when our script does not come', () => {
  /** Opens a page with another answer to requests for our scripts. */
  const broken = (answer: (request: HTTPRequest) => Promise<void>): VisitOptions => ({
    filled: false,
    before: async (page) => {
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        void (/\/dist\/.*\.js/.test(request.url()) ? answer(request) : request.continue());
      });
    },
  });

  for (const path of ['/universiteit/', '/bundel/', '/gemeente/'])
    it(`${path} shows the link when the script is not there`, async () => {
      const { page, seen, close } = await site.visit(
        path,
        broken((request) => request.respond({ status: 404, body: 'Not found' })),
      );
      check(await fallbacks(page));
      // The widgets give up waiting for the script in the end; a test need not wait with them.
      await page.$$eval('ceal-enterprise-gallery', (galleries) =>
        galleries.forEach((gallery) => gallery.getAnimations().forEach((animation) => animation.finish())),
      );
      assert.ok((await tallest(page)) < MAX_HEIGHT_PX, `${await tallest(page)} px`);
      assert.deepEqual(seen.errors, []);
      assert.equal(await page.$('ceal-announcer'), null);
      await close();
    });

  it('shows the link when only the chunk of the widget is lost, and tells the owner', async () => {
    const { page, seen, close } = await site.visit('/universiteit/', {
      ...broken((request) => (request.url().includes('/chunks/') ? request.abort() : request.continue())),
      waitUntil: 'networkidle0',
    });
    check(await fallbacks(page));
    assert.ok(seen.console.some((line) => /error: \[ceal-widgets\].*could not be loaded/.test(line)));
    assert.deepEqual(seen.errors, []);
    await close();
  });
});

it('a gallery is shown where a script of the host breaks before ours', async () => {
  const { page, close, gallery } = await site.visit('/universiteit/', {
    before: (opened) =>
      opened.evaluateOnNewDocument(() => {
        addEventListener('DOMContentLoaded', () => {
          throw new Error('a script of the host');
        });
      }),
  });
  assert.ok((await gallery.names()).length > 0);
  assert.equal(
    await page.$eval('ceal-enterprise-gallery > p', (fallback) => fallback.checkVisibility()),
    false,
  );
  await close();
});
