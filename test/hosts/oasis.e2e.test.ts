/** The Oasis guide on real pages: to read, to print, without a connection, and under the eye of axe. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page, SerializedAXNode } from 'puppeteer-core';
import { emulate, stepInHistory, type Seen } from '../support/node/browser.js';
import { t } from '../support/guide-words.js';
import { lacking } from '../support/node/engine.js';
import { sheetsOf } from '../support/node/sheets.js';
import {
  FEED,
  focused,
  guideOn,
  inDutch,
  openSite,
  press,
  until,
  type GuideVisit,
  type Site,
  type VisitOptions,
} from '../support/node/visit.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const STEPS = FEED.oasis.steps.map(({ name }) => inDutch(name));
const placeOf = (index: number) => t('stepOf', { at: index + 1, n: STEPS.length });
const headingOf = (index: number) => `${placeOf(index)}: ${STEPS[index]}`;

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

interface Visit {
  readonly page: Page;
  readonly seen: Seen;
  readonly guide: GuideVisit;
  close(): Promise<void>;
}

/** Opens a page and waits for its guide. */
async function visit(path: string, options: VisitOptions = {}): Promise<Visit> {
  const { page, seen, close } = await site.visit(path, { filled: false, ...options });
  const guide = guideOn(page);
  await guide.at();
  return { page, seen, guide, close };
}

const assertQuiet = ({ console: lines, errors, failed, foreign, violations }: Seen) =>
  assert.deepEqual(
    { lines, errors, failed, foreign, violations },
    { lines: [], errors: [], failed: [], foreign: [], violations: [] },
  );

/** Makes the guide of a page one to lead with. */
const lead = (guide: GuideVisit) =>
  guide.within(async (element) => {
    element.mode = 'facilitator';
    await element.updateComplete;
  });

/** The names in an accessibility tree, from top to bottom, as a screen reader comes by them. */
const namesIn = ({ name = '', children = [] }: SerializedAXNode): readonly string[] => [
  name,
  ...children.flatMap(namesIn),
];

describe('reading, by keyboard alone', () => {
  const NARROW = { width: 390, height: 800 };
  const WIDE = { width: 1280, height: 900 };
  let page: Page;
  let seen: Seen;
  let guide: GuideVisit;
  before(async () => {
    ({ page, seen, guide } = await visit('/stichting/', { viewport: NARROW }));
  });
  after(() => page.browserContext().close());

  const treeless = lacking('accessibility tree');
  it('is read out in its order: list of steps, heading, what to do', { skip: treeless }, async () => {
    const root = await page.$('#methode');
    const names = namesIn((await page.accessibility.snapshot({ root: root! }))!);
    const indexes = [
      'Een Oasis is een spel',
      `${placeOf(0)}: ${STEPS[0]}`,
      t('activities'),
      t('materials'),
      t('questions'),
      t('nextStep', { name: STEPS[1]! }),
      t('steps'),
    ].map((words) => names.findIndex((name) => name.includes(words)));
    assert.ok(!indexes.includes(-1), `${indexes.join()}\n${names.join('\n')}`);
    assert.deepEqual(
      indexes,
      indexes.toSorted((a, b) => a - b),
    );
  });

  it('goes through all steps, each with its address, and back by the browser', async () => {
    await page.setViewport(WIDE);
    await (await guide.part('step-link', 1)).focus();
    await press(page, 'Enter');
    await guide.at(headingOf(1));
    assert.equal((await focused(page)).name, `${placeOf(1)}: ${STEPS[1]}`);
    for (let index = 2; index < STEPS.length; index++) {
      const next = t('nextStep', { name: STEPS[index]! });
      do await press(page, 'Tab');
      while ((await focused(page)).name !== next);
      await press(page, 'Enter');
      await guide.at(headingOf(index));
    }
    assert.equal(await page.evaluate(() => location.hash), '#ceal-oasis.step=verder-groeien');
    await stepInHistory(page);
    await guide.at(headingOf(STEPS.length - 2));
    assertQuiet(seen);
  });
});

describe('on paper and without a connection', () => {
  let page: Page;
  let seen: Seen;
  let guide: GuideVisit;
  before(async () => {
    // Until what is loaded ahead is there too.
    ({ page, seen, guide } = await visit('/stichting/begeleiden/', { waitUntil: 'networkidle0' }));
  });
  after(() => page.browserContext().close());

  /** The number of pages on which the browser prints the page. */
  const countPages = async () => sheetsOf(await page.pdf({ format: 'A4' }));

  it('gives every step a page of its own, after one with the introduction and the sources', async () => {
    assert.equal(await countPages(), 1 + STEPS.length);
  });

  it('is black on white, though the page is dark', { skip: lacking('print media') }, async () => {
    await emulate(page, { media: 'print', scheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const colors = await guide.within((element) => {
      const { color, backgroundColor } = getComputedStyle(element.shadowRoot.querySelector('[part~=root]')!);
      return { color, backgroundColor };
    });
    assert.deepEqual(colors, { color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await emulate(page, {});
  });

  it('can be read, led with and printed to the end without a connection, pictures too', async () => {
    await page.setOfflineMode(true);
    const headings = [await guide.heading()];
    const widths: number[] = [];
    while (headings.at(-1) !== `${placeOf(STEPS.length - 1)}, ${STEPS.at(-1)}: ${t('notes')}`) {
      const last = headings.at(-1);
      await guide.press(t('next'));
      headings.push(
        await until(async () => {
          const heading = await guide.heading();
          return heading !== last && heading;
        }, `what follows “${last}”`),
      );
      widths.push(
        ...(await guide.within((element) =>
          Promise.all(
            [...element.shadowRoot.querySelectorAll('img')].map(async (image) => {
              await image.decode();
              return image.naturalWidth;
            }),
          ),
        )),
      );
    }
    assert.equal(widths.filter((width) => width > 0).length, STEPS.length - 1);
    for (const [index] of STEPS.entries()) assert.ok(headings.includes(headingOf(index)), STEPS[index]);
    assert.equal(await countPages(), 1 + STEPS.length);
    // The browser itself asks for the icon of the page at every new address.
    assert.deepEqual(
      seen.failed.filter((line) => !line.endsWith('/icon.svg')),
      [],
    );
  });

  // The last one, as it takes the footer of the page away.
  it('gives an overview of everything on two pages', async () => {
    await guide.within((element) => {
      element.printAs = 'overview';
    });
    await page.$eval('footer', (footer) => footer.remove());
    assert.equal(await countPages(), 1 + 2);
  });
});

describe('under the eye of axe', () => {
  for (const path of ['/stichting/', '/gemeente/', '/vijandig/', '/rtl/'])
    it(
      `has nothing amiss on ${path}, light and dark, narrow and wide, read and led`,
      { skip: lacking('colour schemes') },
      async () => {
        const { page, seen, guide, close } = await visit(path);
        await page.evaluate(AXE);
        const broken = async () => {
          const { violations } = await page.evaluate((runOnly) => {
            const { axe } = globalThis as unknown as {
              axe: { run(context: string, options: RunOptions): Promise<AxeResults> };
            };
            return axe.run('ceal-oasis-guide', { runOnly, resultTypes: ['violations'] });
          }, AXE_TAGS);
          return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
          );
        };
        for (const mode of ['reading', 'leading', 'a timer'])
          for (const viewport of [
            { width: 320, height: 640 },
            { width: 1280, height: 900 },
          ])
            for (const scheme of ['dark', 'light'] as const) {
              if (mode === 'leading') await lead(guide);
              if (mode === 'a timer' && !(await guide.heading())?.endsWith('Alleen op zoek'))
                await guide.press('Alleen op zoek');
              await page.setViewport(viewport);
              await emulate(page, { scheme });
              assert.deepEqual(await broken(), [], `${mode}, ${scheme}, ${viewport.width} px`);
            }
        assertQuiet(seen);
        await close();
      },
    );
});
