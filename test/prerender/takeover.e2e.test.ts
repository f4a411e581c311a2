/** Prerendered widgets in a browser: read without script, and taken over by it without a visitor noticing. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { launch, openPage, type Seen } from '../support/node/browser.js';
import { ENGINE } from '../support/node/engine.js';
import {
  openPrerenderedSite,
  SAMPLE_FEED,
  widgetOf,
  type PrerenderedSite,
} from '../support/node/prerendered-site.js';
import { until } from '../support/node/visit.js';

const WIDGETS = ['enterprise-gallery', 'programme-timeline', 'oasis-guide', 'signup-form'];

/** A visitor elsewhere is told so by a note that no server knows of. */
const AMSTERDAM = { ...process.env, TZ: 'Europe/Amsterdam' };

let site: PrerenderedSite;
let browser: Browser;
before(async () => {
  [site, browser] = await Promise.all([openPrerenderedSite(), launch({ env: AMSTERDAM })]);
});
after(async () => {
  site?.close();
  await browser?.close();
});
beforeEach(() => site.answer(undefined));

interface Shift {
  readonly value: number;
  readonly nodes: readonly string[];
}

/** Notes what moves; a browser that does not tell notes nothing. */
function noteShifts(): void {
  const shifts: Shift[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources: { node: Node | null }[];
    })[])
      shifts.push({
        value: entry.value,
        nodes: entry.sources.map(
          ({ node }) => (node as Element | null)?.outerHTML?.slice(0, 120) ?? String(node),
        ),
      });
  }).observe({ type: 'layout-shift', buffered: true });
}
const shiftsOn = (page: Page) => page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);

type Prerendered = HTMLElement & {
  readonly isPrerendered?: boolean;
  readonly updateComplete?: Promise<unknown>;
};

/** Opens the page and waits until the widget is defined; its feed is still to come. */
async function visit(
  content: string,
  viewport = { width: 1280, height: 900 },
): Promise<{ page: Page; seen: Seen; close(): Promise<void> }> {
  site.show(content);
  const { page, seen } = await openPage(browser, site.url, {
    viewport,
    before: (opened) => (ENGINE === 'Chromium' ? opened.evaluateOnNewDocument(noteShifts) : undefined),
  });
  await until(() => page.evaluate(isDefined), 'the element');
  return { page, seen, close: () => page.browserContext().close() };
}
const isDefined = () => document.querySelector('[data-ceal-prerendered]')!.matches(':defined');
const isTakenOver = () =>
  (document.querySelector('[data-ceal-prerendered]') as Prerendered).isPrerendered === false;
const untilTakenOver = (page: Page) => until(() => page.evaluate(isTakenOver), 'the takeover');
/** Two frames, in which everything that has moved is told. */
const frames = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
      ),
  );

for (const widget of WIDGETS)
  describe(`a prerendered ${widget}`, () => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ])
      it(`is taken over and nothing moves, ${viewport.width} px wide, under the strict policy`, async () => {
        const { page, seen, close } = await visit(await widgetOf(widget), viewport);
        const read = () =>
          page.evaluate(() => {
            const root = document.querySelector('[data-ceal-prerendered]')!.shadowRoot!;
            const { top } = document.querySelector('#after')!.getBoundingClientRect();
            return {
              top,
              words: root.querySelector<HTMLElement>('.root')!.innerText.split(/\s*\n\s*/),
            };
          });
        await frames(page);
        const before = await read();
        assert.ok(before.words.length > 10);
        site.answer({ text: SAMPLE_FEED });
        await untilTakenOver(page);
        await frames(page);
        assert.deepEqual(await read(), before);
        if (ENGINE === 'Chromium') assert.deepEqual(await shiftsOn(page), []);
        assert.equal(
          await page.evaluate(
            () =>
              document.querySelector('[data-ceal-prerendered]')!.shadowRoot!.querySelectorAll('.root, link')
                .length,
          ),
          1,
        );
        assert.deepEqual(
          [seen.violations, seen.errors, seen.failed, seen.foreign, seen.console],
          [[], [], [], [], []],
        );
        await close();
      });
  });
