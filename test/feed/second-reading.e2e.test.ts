/** The second reading of a feed on a page: its code comes for a feed that needs it, and nobody waits who need not. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { startHosts, type Hosts } from '../hosts/server.js';
import { launch, openPage, type Seen } from '../support/node/browser.js';

const FEED = JSON.parse(readFileSync('stories/feeds/overvecht.json', 'utf8')) as {
  enterprises: Record<string, unknown>[];
  sessions: Record<string, unknown>[];
};
const MENDING = '/chunks/make-mending';

let hosts: Hosts;
let browser: Browser;
before(async () => {
  [hosts, browser] = await Promise.all([startHosts({ port: 0 }), launch()]);
});
after(() => Promise.all([browser?.close(), hosts?.close()]));

interface Visit {
  readonly page: Page;
  readonly seen: Seen;
  /** Lets the code of the second reading come, or not. */
  release(isLost?: boolean): Promise<void>;
  readonly isAskedFor: () => boolean;
}

/** A page with one widget and a feed of one's own; the code of the second reading is held back. */
async function visit(tag: string, feed: unknown): Promise<Visit> {
  const held: HTTPRequest[] = [];
  const { page, seen } = await openPage(browser, `${hosts.url}/leeg/`, {
    before: async (opened) => {
      await opened.setRequestInterception(true);
      opened.on('request', (request) => {
        if (request.url().includes(MENDING)) held.push(request);
        else if (request.url().endsWith('/held.json'))
          void request.respond({ contentType: 'application/json', body: JSON.stringify(feed) });
        else void request.continue();
      });
    },
  });
  await page.evaluate((name) => {
    document.body.innerHTML = `<${name} src="/held.json" lang="nl"></${name}>`;
    const script = document.createElement('script');
    script.type = 'module';
    script.src = '/dist/ceal-widgets.js';
    document.head.append(script);
  }, tag);
  return {
    page,
    seen,
    isAskedFor: () => held.length > 0,
    async release(isLost = false) {
      while (held.length === 0) await page.waitForRequest((request) => request.url().includes(MENDING));
      for (const request of held.splice(0)) await (isLost ? request.abort() : request.continue());
    },
  };
}

/** The names on the cards that are there, with the places where they stand. */
const cards = (page: Page) =>
  page.$eval('ceal-enterprise-gallery', (gallery) =>
    [...gallery.shadowRoot!.querySelectorAll('.card .name')].map((name) => {
      const { x, y } = name.getBoundingClientRect();
      return { name: (name as HTMLElement).innerText, at: [Math.round(x), Math.round(y)] };
    }),
  );

const cardsAre = (page: Page, count: number) =>
  page.waitForFunction(
    (expected) =>
      document.querySelector('ceal-enterprise-gallery')?.shadowRoot?.querySelectorAll('.card .name')
        .length === expected,
    {},
    count,
  );

/** The sample feed with some of its enterprises as a content management system writes them. */
const damagedAt = (...indexes: readonly number[]) => ({
  ...FEED,
  enterprises: FEED.enterprises
    .filter(({ draft }) => !draft)
    .slice(0, 12)
    .map((enterprise, index) =>
      indexes.includes(index)
        ? { ...enterprise, id: String(enterprise['id']).toUpperCase(), status: 'Running ' }
        : enterprise,
    ),
});

/** The sample feed, as it fits and as it does not: each text is another one. */
const fitting = (number: number) => JSON.stringify({ ...FEED, number });
const damaged = (number: number) =>
  fitting(number)
    .replace(/"(status|kind)":"(\w+)"/g, '"$1":"$2 "')
    .replace('"Kijken"', '"<b>Kijken</b>"');

describe('the second reading', () => {
  it('is not asked for by a feed that fits', async () => {
    const { page, isAskedFor } = await visit('ceal-enterprise-gallery', damagedAt());
    await cardsAre(page, 12);
    await page.waitForNetworkIdle({ idleTime: 200 });
    assert.equal(isAskedFor(), false);
    await page.browserContext().close();
  });

  it('keeps no card waiting but those that need it, and moves none when they come', async () => {
    const { page, seen, release } = await visit('ceal-enterprise-gallery', damagedAt(0, 4));
    await cardsAre(page, 10);
    const before = await cards(page);
    await release();
    await cardsAre(page, 12);
    const after = await cards(page);
    assert.deepEqual(
      after.filter(({ name }) => before.some((card) => card.name === name)),
      before,
    );
    assert.deepEqual(seen.errors, []);
    await page.browserContext().close();
  });

  it('that cannot be had leaves what fits, and what does not is left out', async () => {
    const { page, seen, release } = await visit('ceal-enterprise-gallery', damagedAt(0, 4));
    await cardsAre(page, 10);
    await release(true);
    await page.waitForFunction(() =>
      document
        .querySelector('ceal-enterprise-gallery')
        ?.shadowRoot?.textContent?.includes('10 ondernemingen'),
    );
    assert.deepEqual(seen.errors, []);
    await page.browserContext().close();
  });

  for (const tag of ['ceal-programme-timeline', 'ceal-enterprise-gallery', 'ceal-oasis-guide'])
    it(`takes nothing away when the feed is refreshed, whatever comes: ${tag}`, async () => {
      const { page, seen } = await openPage(browser, `${hosts.url}/leeg/`);
      const texts = [damaged(0), fitting(1), damaged(2), '{ "version": "1.0", }', damaged(3), fitting(4)];
      await page.evaluate(
        async (name, bodies, script) => {
          const asked = [...bodies];
          const { fetch } = window;
          window.fetch = (address, init) =>
            (address instanceof Request ? address.url : String(address)).endsWith('/own.json')
              ? Promise.resolve(new Response(asked.shift()))
              : fetch(address, init);
          document.body.innerHTML = `<ceal-feed src="/own.json"><${name} lang="nl"></${name}></ceal-feed>`;
          await import(script);
          await customElements.whenDefined(name);
          const widget = document.querySelector(name) as HTMLElement & { updateComplete: Promise<unknown> };
          const root = widget.shadowRoot!;
          const seen: string[] = [];
          const told = new Promise((resolve) => widget.addEventListener('ceal-feed-issues', resolve));
          await told;
          await widget.updateComplete;
          const [first] = root.querySelectorAll<HTMLElement>('[part="name"], [part="title"], h2, h3');
          const height = widget.offsetHeight;
          new MutationObserver(() => {
            if (!first!.isConnected) seen.push('first is gone');
            if (/Even laden/.test(root.textContent)) seen.push('loading');
            if (widget.offsetHeight < height - 200) seen.push('lower');
          }).observe(root, { childList: true, subtree: true, characterData: true });
          const feed = document.querySelector('ceal-feed')!;
          while (asked.length > 0) {
            await feed.refresh();
            await widget.updateComplete;
            // What a second reading brings comes in an update of its own.
            await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
            await widget.updateComplete;
          }
          document.title = JSON.stringify([...new Set(seen)]);
        },
        tag,
        texts,
        '/dist/ceal-widgets.js',
      );
      assert.equal(await page.title(), '[]');
      assert.deepEqual(seen.errors, []);
      const linesSeen = () => seen.console.filter((line) => line.includes('[ceal-widgets]'));
      while (linesSeen().length < 2) await new Promise((resolve) => page.once('console', resolve));
      const lines = linesSeen();
      assert.equal(lines.length, 2, lines.join('\n'));
      await page.browserContext().close();
    });

  it('of a programme is waited for: a part of it could say something untrue', async () => {
    const sessions = FEED.sessions.map((session, index) =>
      index === 1 ? { ...session, status: 'CANCELLED' } : session,
    );
    const { page, release } = await visit('ceal-programme-timeline', { ...FEED, sessions });
    await page.waitForFunction(() =>
      document.querySelector('ceal-programme-timeline')?.shadowRoot?.textContent?.includes('Even laden'),
    );
    await release();
    await page.waitForFunction(() =>
      document.querySelector('ceal-programme-timeline')?.shadowRoot?.textContent?.includes('Gaat niet door'),
    );
    await page.browserContext().close();
  });
});
