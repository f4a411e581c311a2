/** Every way of embedding under every policy, with every widget: what the table in `src/embed/README.md` promises. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { WIDGETS } from '#tools/elements.mjs';
import { STRICT_POLICY, TRUSTED_TYPES_POLICY } from '../hosts/pages.js';
import { launch, openPage } from '../support/node/browser.js';
import { prerender } from '../support/node/prerendered-site.js';
import { PAGE_START, startSmallSite, type SmallFile, type SmallSite } from '../support/node/small-site.js';
import { until } from '../support/node/visit.js';

const NONCE = 'n1';
/** The policies, by the words in the head of the table. */
const POLICIES: Readonly<Record<string, string | undefined>> = {
  'no policy': undefined,
  strict: STRICT_POLICY,
  nonce: STRICT_POLICY.replace("script-src 'self'", `script-src 'nonce-${NONCE}' 'strict-dynamic'`),
  'Trusted Types': TRUSTED_TYPES_POLICY,
  'frames only': "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'",
  'no script': "default-src 'none'; style-src 'self'; img-src 'self' https:",
};
/** Policies that keep out something of what a page asks for: the browser reports that. */
const REPORTING = ['frames only', 'no script'];

const FEED_PATH = '/feeds/overvecht.json';
const FEED = readFileSync('stories/feeds/overvecht.json', 'utf8');
const FILES = '/dist/';

const NAMES = WIDGETS.map(({ tag }) => tag.replace('ceal-', ''));
const script = (name: string) => `<script nonce="${NONCE}" src="${FILES}${name}"`;
const LOADER = `${script('ceal-widgets.js')} type="module"></script>`;
const OWN_TEXT = '<p>Zie de lijst.</p>';

/** The widgets as HTML, by their names. */
const prerendered = new Map<string, string>();

/** The ways of embedding, by the words in the first column: the script of a page, and a widget on it. */
const WAYS: Readonly<Record<string, { readonly script: string; readonly widget: (name: string) => string }>> =
  {
    'the element, with the small script': {
      script: LOADER,
      widget: (name) => `<ceal-${name} src="${FEED_PATH}">${OWN_TEXT}</ceal-${name}>`,
    },
    'the element, with the one file': {
      script: `${script('ceal-widgets.bundle.js')} defer></script>`,
      widget: (name) => `<ceal-${name} src="${FEED_PATH}">${OWN_TEXT}</ceal-${name}>`,
    },
    'a placeholder': {
      script: LOADER,
      widget: (name) => `<div data-ceal-widget="${name}" data-src="${FEED_PATH}">${OWN_TEXT}</div>`,
    },
    'a frame, with its script': {
      script: `${script('ceal-frame.js')} defer></script>`,
      widget: (name) =>
        `<iframe data-ceal-frame src="${FILES}embed/${name}.html?src=${FEED_PATH}" title="${name}" width="800" height="200"></iframe>`,
    },
    'HTML made on your machine': {
      script: LOADER,
      widget: (name) => prerendered.get(name)!,
    },
  };

/** The table: what each way gives under each policy. */
const TABLE = readTable(readFileSync('src/embed/README.md', 'utf8'));

function readTable(text: string): readonly (readonly [way: string, policy: string, outcome: string])[] {
  const [, section = ''] = text.split('\n## Every way under every policy\n');
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const [head = []] = rows;
  return rows
    .slice(2)
    .flatMap(([, way = '', ...cells]) =>
      cells
        .slice(0, -1)
        .map((outcome, index) => [way, head[index + 2] ?? '', outcome] as [string, string, string]),
    );
}

/** What a visitor has of each widget of a page, in the words of the table. */
function outcomes(page: Page): Promise<string[]> {
  return page.evaluate((names) => {
    const CONTENT = '[part~="card"], [part~="session"], [part~="step"], [part~="field"]';
    const outcomeOf = (element: Element | null | undefined): string => {
      const root = element?.shadowRoot;
      if (root?.querySelector(CONTENT)) return 'all';
      if (root?.querySelector('[part~="state"]')) return 'a message';
      return element?.querySelector('p') ? 'own text' : 'nothing';
    };
    return names.map((name) => {
      const frame = document.querySelector<HTMLIFrameElement>(`iframe[src*="/${name}.html"]`);
      const shown = (frame?.contentDocument ?? document).querySelector(`ceal-${name}`);
      if (frame && !shown) return frame.nextElementSibling?.querySelector('a') ? 'a link' : 'nothing';
      const placeholder = document.querySelector(`[data-ceal-widget="${name}"]`);
      return outcomeOf(shown ?? placeholder?.shadowRoot?.firstElementChild ?? placeholder);
    });
  }, NAMES);
}

let site: SmallSite;
let browser: Browser;
/** The page that is served. */
let served: SmallFile;
before(async () => {
  site = await startSmallSite((path) => (path === '/' ? served : undefined));
  for (const widget of NAMES)
    prerendered.set(widget, await prerender(FEED, { widget, files: FILES, attributes: { src: FEED_PATH } }));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

describe('every way of embedding, under every policy', () => {
  it('stands in the table', () => {
    assert.deepEqual([...new Set(TABLE.map(([way]) => way))], Object.keys(WAYS));
    assert.deepEqual([...new Set(TABLE.map(([, policy]) => policy))], Object.keys(POLICIES));
  });

  for (const [way, policy, outcome] of TABLE)
    it(`${way}, ${policy}: ${outcome}`, async () => {
      const { script: tag, widget } = WAYS[way]!;
      served = {
        policy: POLICIES[policy],
        body: `${PAGE_START}<link rel="stylesheet" href="${FILES}ceal-widgets.css">${tag}${NAMES.map(widget).join('\n')}`,
      };
      const { page, seen } = await openPage(browser, `${site.url}/`);
      const expected = NAMES.map(() => outcome);
      await until(async () => String(await outcomes(page)) === String(expected), `${outcome} of each widget`);
      if (outcome === 'all' && !REPORTING.includes(policy))
        assert.deepEqual([seen.violations, seen.errors, seen.foreign], [[], [], []]);
      await page.browserContext().close();
    });
});
