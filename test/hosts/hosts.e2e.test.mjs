/**
 * Every partner page as its visitors get it: a sound page of its own before any widget comes into it. What the widgets
 * do on these pages is tested beside them; here a page is held to what a good site owes its readers.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { launch, openPage } from '../support/browser.mjs';
import { PAGES } from './pages.mjs';
import { startHosts } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NARROW = { width: 320, height: 640 };
/** The front page is held to the same. */
const ALL = [{ path: '/', title: 'Front page', lang: 'en' }, ...PAGES];

let hosts;
let browser;
before(async () => {
  [hosts, browser] = await Promise.all([startHosts({ port: 0 }), launch()]);
});
after(() => Promise.all([browser?.close(), hosts?.close()]));

/** Opens a page, hands it over, and closes it whatever happens. */
async function onPage(path, options, use) {
  const { page, seen } = await openPage(browser, hosts.url + path, { waitUntil: 'networkidle0', ...options });
  try {
    return await use(page, seen);
  } finally {
    await page.browserContext().close();
  }
}

/** Rules broken by the page itself: what is inside our elements is theirs to test. */
async function brokenRules(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (tags) =>
      globalThis.axe.run(
        { exclude: ['ceal-enterprise-gallery'] },
        { runOnly: tags, resultTypes: ['violations'] },
      ),
    AXE_TAGS,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

for (const { path, title, lang, policy } of ALL)
  describe(`${title} (${path})`, () => {
    it('answers, under its policy', async () => {
      const response = await fetch(hosts.url + path);
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type'), /^text\/html/);
      assert.equal(
        response.headers.get('content-security-policy'),
        policy ? `${policy}; report-uri /csp-report` : null,
      );
    });

    it('loads in silence, from its own origin alone', async () => {
      await onPage(path, {}, async (page, seen) => {
        const { requests, ...trouble } = seen;
        assert.ok(requests.length > 1);
        assert.deepEqual(trouble, { console: [], errors: [], failed: [], foreign: [], violations: [] });
      });
    });

    it('has its language, landmarks, headings in order, and a way past the navigation', async () => {
      await onPage(path, {}, async (page) => {
        const found = await page.evaluate(() => {
          const skip = document.querySelector('a.skip');
          return {
            lang: document.documentElement.lang,
            direction: getComputedStyle(document.body).direction,
            mains: document.querySelectorAll('main').length,
            banner: document.querySelector('body > header') !== null,
            levels: [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => +heading.localName[1]),
            skipsTo: skip && document.querySelector(skip.getAttribute('href'))?.localName,
            navigates: document.querySelector('nav') !== null,
          };
        });
        assert.equal(found.lang, lang);
        assert.equal(found.direction, lang === 'ar' ? 'rtl' : 'ltr');
        assert.equal(found.mains, 1);
        assert.ok(found.banner);
        assert.equal(found.levels.filter((level) => level === 1).length, 1);
        found.levels.reduce((last, level) => {
          assert.ok(level <= last + 1, `heading levels ${found.levels}`);
          return level;
        }, 0);
        assert.equal(found.skipsTo, found.navigates ? 'main' : null);
      });
    });

    it('moves the focus past the navigation on request', async () => {
      await onPage(path, {}, async (page) => {
        if (path === '/') return assert.equal(await page.$('nav'), null);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        assert.equal(await page.evaluate(() => document.activeElement.localName), 'main');
      });
    });

    for (const scheme of ['light', 'dark'])
      it(`breaks no rule of accessibility, ${scheme}, wide and narrow`, async () => {
        await onPage(path, { scheme }, async (page) => {
          assert.deepEqual(await brokenRules(page), []);
          await page.setViewport(NARROW);
          assert.deepEqual(await brokenRules(page), []);
        });
      });

    it('needs no sideways scrolling at 320 px, with script or without', async () => {
      for (const javaScript of [true, false])
        await onPage(path, { viewport: NARROW, javaScript }, async (page) => {
          const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
          assert.ok(scrollWidth <= clientWidth, `${scrollWidth} px wide, script ${javaScript}`);
        });
    });

    it('carries no script and no style of its own in the markup', async () => {
      const markup = await (await fetch(hosts.url + path)).text();
      assert.doesNotMatch(markup, /<style|\sstyle\s*=|\son\w+\s*=|javascript:/i);
      for (const [tag] of markup.matchAll(/<script[^>]*>/g)) assert.match(tag, /src=|application\/json/);
    });

    it('says where else to look when no script runs', async () => {
      await onPage(path, { javaScript: false }, async (page) => {
        const missing = await page.$$eval(
          'ceal-enterprise-gallery',
          (galleries) =>
            galleries.filter((gallery) => !gallery.querySelector('a[href]')?.checkVisibility()).length,
        );
        assert.equal(missing, 0);
      });
    });
  });

it('reports nothing from the pages with a policy, and reports what breaks it', async () => {
  const guarded = PAGES.filter((page) => page.policy);
  const read = async () => (await fetch(`${hosts.url}/csp-reports.json`)).json();
  assert.deepEqual(await read(), []);
  await onPage(guarded[0].path, {}, async (page) => {
    const told = page.waitForResponse((response) => response.url().endsWith('/csp-report'));
    await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await told;
  });
  const [report] = await read();
  assert.equal(report['csp-report']['effective-directive'], 'style-src-attr');
});
