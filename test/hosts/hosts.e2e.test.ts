/**
 * Every partner page as its visitors get it: a sound page of its own before any widget comes into it. What the widgets
 * do on these pages is tested beside them; here a page is held to what a good site owes its readers.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { emulate, launch, openPage, reopenPage, type Seen } from '../support/node/browser.js';
import { lacking } from '../support/node/engine.js';
import { PAGES, WIDGETS, type PartnerPage } from './pages.js';
import { startHosts, type Hosts } from './server.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };
/** The front page is held to the same. */
const ALL: readonly Pick<PartnerPage, 'path' | 'title' | 'lang' | 'policy'>[] = [
  { path: '/', title: 'Front page', lang: 'en' },
  ...PAGES,
];

interface Visit {
  readonly page: Page;
  readonly seen: Seen;
}

let hosts: Hosts;
let browser: Browser;
/** One visitor with script and one without. Each opens every page once, and looks at it from all sides. */
let opened: Visit;
let scriptless: Visit;
const alwaysScripted = lacking('page without script');
before(async () => {
  [hosts, browser] = await Promise.all([startHosts({ port: 0 }), launch()]);
  opened = await openPage(browser, hosts.url, { viewport: WIDE });
  if (!alwaysScripted)
    scriptless = await openPage(browser, hosts.url, { javaScript: false, viewport: NARROW });
});
after(() => Promise.all([browser?.close(), hosts?.close()]));

/** Rules broken by a page with axe in it, by the page itself: what is inside our elements is theirs to test. */
async function brokenRules(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (exclude, tags) => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
      };
      return axe.run({ exclude }, { runOnly: tags, resultTypes: ['violations'] });
    },
    WIDGETS,
    AXE_TAGS,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

for (const { path, title, lang, policy } of ALL)
  describe(`${title} (${path})`, () => {
    before(async () => {
      await opened.page.setViewport(WIDE);
      await emulate(opened.page, {});
      await reopenPage(opened, hosts.url + path, { waitUntil: 'networkidle0' });
      if (!alwaysScripted) await reopenPage(scriptless, hosts.url + path);
    });

    it('answers, under its policy', async () => {
      const response = await fetch(hosts.url + path);
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
      assert.equal(
        response.headers.get('content-security-policy'),
        policy ? `${policy}; report-uri /csp-report` : null,
      );
    });

    it('loads in silence, from its own origin alone', () => {
      const { requests, ...trouble } = opened.seen;
      assert.ok(requests.length > 1);
      assert.deepEqual(trouble, { console: [], errors: [], failed: [], foreign: [], violations: [] });
    });

    it('has its language, landmarks and headings in order', async () => {
      const found = await opened.page.evaluate(() => ({
        lang: document.documentElement.lang,
        direction: getComputedStyle(document.body).direction,
        mains: document.querySelectorAll('main').length,
        hasBanner: document.querySelector('body > header') !== null,
        levels: [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) =>
          Number(heading.localName.slice(1)),
        ),
      }));
      const { levels, ...rest } = found;
      const direction = lang === 'ar' ? 'rtl' : 'ltr';
      assert.deepEqual(rest, { lang, direction, mains: 1, hasBanner: true });
      assert.equal(levels.filter((level) => level === 1).length, 1);
      const skips = levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1);
      assert.ok(!skips, `heading levels ${levels.join(', ')}`);
    });

    it(
      'breaks no rule of accessibility, light or dark, wide or narrow',
      { skip: lacking('colour schemes') },
      async () => {
        const { page } = opened;
        await page.evaluate(AXE);
        for (const viewport of [NARROW, WIDE])
          for (const scheme of ['dark', 'light'] as const) {
            await page.setViewport(viewport);
            await emulate(page, { scheme });
            assert.deepEqual(await brokenRules(page), [], `${scheme}, ${viewport.width} px`);
          }
      },
    );

    const widthOf = ({ page }: Visit) => page.evaluate(() => document.documentElement.scrollWidth);

    it('needs no sideways scrolling at 320 px', async () => {
      await opened.page.setViewport(NARROW);
      const width = await widthOf(opened);
      assert.ok(width <= NARROW.width, `${width} px wide`);
    });

    it('needs none without script either', { skip: alwaysScripted }, async () => {
      const width = await widthOf(scriptless);
      assert.ok(width <= NARROW.width, `${width} px wide`);
    });

    it('A4: needs none within its widgets either, with text of twice the size', async () => {
      const { page } = opened;
      await page.setViewport(NARROW);
      const wide = await page.evaluate((tags) => {
        document.documentElement.style.fontSize = '200%';
        const roots = [...document.querySelectorAll(tags)].map(({ shadowRoot }) =>
          shadowRoot?.querySelector('[part~=root]'),
        );
        const found = roots.map((root) => root && root.scrollWidth - root.clientWidth).filter(Boolean);
        document.documentElement.style.fontSize = '';
        return found;
      }, WIDGETS.join());
      assert.deepEqual(wide, [], 'px beyond the edge');
    });

    it('carries no script and no style of its own in the markup', async () => {
      const markup = await (await fetch(hosts.url + path)).text();
      assert.doesNotMatch(markup, /<style|\sstyle\s*=|\son\w+\s*=|javascript:/i);
      for (const [tag] of markup.matchAll(/<script[^>]*>/g)) assert.match(tag, /src=|application\/json/);
    });

    it('says where else to look when no script runs', { skip: alwaysScripted }, async () => {
      const silent = await scriptless.page.$$eval(
        WIDGETS.join(),
        (widgets) => widgets.filter((widget) => !widget.querySelector('a[href]')?.checkVisibility()).length,
      );
      assert.equal(silent, 0);
    });

    it('leads past the navigation with the first key', async () => {
      const { page } = opened;
      if (path === '/') return assert.equal(await page.$('nav'), null);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement?.localName), 'main');
    });
  });

it('reports nothing from the pages with a policy, and reports what breaks it', async () => {
  const read = async () =>
    (await (await fetch(`${hosts.url}/csp-reports.json`)).json()) as {
      readonly 'csp-report': Readonly<Record<string, unknown>>;
    }[];
  assert.deepEqual(await read(), []);
  const withPolicy = PAGES.find(({ policy }) => policy);
  assert.ok(withPolicy);
  const { page } = await openPage(browser, hosts.url + withPolicy.path);
  const reported = page.waitForResponse((response) => response.url().endsWith('/csp-report'));
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await reported;
  await page.browserContext().close();
  const [report] = await read();
  assert.equal(report?.['csp-report']['effective-directive'], 'style-src-attr');
});
