/** A frame on a page of another origin, under a strict policy there, with our script and without. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { WIDGETS } from '#tools/elements.mjs';
import type {} from '../../../src/enterprise-gallery/enterprise-gallery.js';
import { en } from '../../../src/embed/frame/page/locales/en.js';
import { nl } from '../../../src/embed/frame/page/locales/nl.js';
import { nl as around } from '../../../src/embed/frame/parent/locales/nl.js';
import { EMPTY_PATH, startHosts, type Hosts } from '../../hosts/server.js';
import { launch, openPage, type PageOptions, type Seen } from '../../support/node/browser.js';
import { SCRIPT, startEmbeddingSite, type EmbeddingSite } from '../../support/node/embedding-site.js';
import { ENGINE, lacking } from '../../support/node/engine.js';
import { ENTERPRISES, until } from '../../support/node/visit.js';

const START_PX = 300;
/** The least height that a frame gets. */
const MIN_HEIGHT_PX = 80;
/** Firefox lets the driver make no message in the name of a window. */
const CAN_FORGE = ENGINE !== 'Firefox';
const FEED = '/feeds/overvecht.json';

let hosts: Hosts;
let site: EmbeddingSite;
let browser: Browser;
before(async () => {
  [hosts, browser] = await Promise.all([startHosts({ port: 0 }), launch()]);
  site = await startEmbeddingSite(hosts.url);
});
after(() => Promise.all([hosts?.close(), site?.close(), browser?.close()]));

/** The address of a frame page. */
const framed = (widget: string, parameters: Readonly<Record<string, string>> = { src: FEED }) =>
  `${hosts.url}/dist/embed/${widget}.html?${new URLSearchParams(parameters)}`.replaceAll('&', '&amp;');
const frameOf = (address: string, attributes = '') =>
  `<iframe data-ceal-frame src="${address}" title="An example" width="100%" height="${START_PX}" ${attributes}></iframe>`;
const gallery = (parameters?: Readonly<Record<string, string>>, attributes?: string) =>
  frameOf(framed('enterprise-gallery', parameters), attributes);

interface Opened {
  readonly page: Page;
  readonly seen: Seen;
  /** The page in the first frame. */
  readonly inner: Frame;
}

const opened: Page[] = [];
after(async () => {
  for (const page of opened) if (!page.isClosed()) await page.browserContext().close();
});

async function open(
  markup: string,
  { head, lang, hash = '', ...options }: OpenOptions = {},
): Promise<Opened> {
  const address = site.page(markup, { ...(head !== undefined && { head }), ...(lang && { lang }) }) + hash;
  const { page, seen } = await openPage(browser, address, options);
  opened.push(page);
  const inner = await until(
    () => page.frames().find((frame) => frame !== page.mainFrame() && frame.url().startsWith(hosts.url)),
    'the page in the frame',
  );
  return { page, seen, inner };
}

interface OpenOptions extends PageOptions {
  readonly head?: string;
  readonly lang?: string;
  /** The fragment of the page’s address, with its `#`. */
  readonly hash?: string;
}

const close = ({ page }: Opened) => page.browserContext().close();
const heightOf = (page: Page, nth = 0) =>
  page.evaluate((n) => Number(document.querySelectorAll('iframe')[n]!.height), nth);
/** Notes each height that a frame of the page gets. */
const noteHeights = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const heights: number[] = [];
    Object.assign(globalThis, { heights });
    new MutationObserver((changes) => {
      for (const { target } of changes) heights.push(Number((target as HTMLIFrameElement).height));
    }).observe(document, { subtree: true, attributeFilter: ['height'] });
  });
const notedHeights = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heights: readonly number[] }).heights);
/** Lets a time of ten seconds pass at once: until a link stands after a frame, or words in it. */
const hurry = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const { setTimeout: wait } = globalThis;
    Object.assign(globalThis, {
      setTimeout: (run: () => void, ms?: number) => wait(run, ms === 10_000 ? 0 : ms),
    });
  });
/** Height of what is in a frame, and by how much it is more than the frame shows. */
const inside = (inner: Frame) =>
  inner.evaluate(() => ({
    content: Math.ceil(document.querySelector('main')!.getBoundingClientRect().height),
    hidden: document.documentElement.scrollHeight - innerHeight,
    isReady: document.querySelector('main > *')?.shadowRoot?.querySelector('[aria-busy="false"]') != null,
  }));
/** Waits until a frame is as high as what it shows; gives the height. */
const fitted = ({ page, inner }: Opened, nth = 0) =>
  until(async () => {
    const [height, { content, hidden, isReady }] = await Promise.all([heightOf(page, nth), inside(inner)]);
    return isReady && Math.abs(height - content) <= 2 && hidden <= 0 && height;
  }, 'the height of the frame');
const trouble = ({ seen }: Opened) => ({
  console: seen.console,
  errors: seen.errors,
  failed: seen.failed,
  violations: seen.violations,
});
const SILENCE = { console: [], errors: [], failed: [], violations: [] };
/** Presses something in the widget of a frame by a selector for its shadow root. */
const press = (inner: Frame, selector: string) =>
  inner.evaluate((it) => {
    const element = document.querySelector('main > *')!.shadowRoot!.querySelector<HTMLElement>(it);
    element?.click();
    return Boolean(element);
  }, selector);
const words = (inner: Frame) => inner.evaluate(() => document.querySelector('main')!.innerText);

describe('a frame', () => {
  for (const { tag } of WIDGETS) {
    const name = tag.replace('ceal-', '');
    it(`grows to what ${name} shows, and breaks no policy of either page`, async () => {
      const visit = await open(frameOf(framed(name)) + '<p id="below">Below</p>', { before: noteHeights });
      assert.ok((await fitted(visit)) > START_PX);
      // Not that of nothing in between: what follows on the page would jump up and down.
      const heights = await notedHeights(visit.page);
      assert.ok(heights[0] && Math.min(...heights) > MIN_HEIGHT_PX, heights.join());
      assert.equal(
        await visit.page.evaluate(() => document.querySelector('iframe')!.getAttribute('style')),
        null,
      );
      assert.ok(
        visit.seen.requests.every((address) => address.startsWith(hosts.url) || address.startsWith(site.url)),
      );
      assert.deepEqual(trouble(visit), SILENCE);
      await close(visit);
    });
  }

  it('follows when more is shown, and less', async () => {
    const visit = await open(gallery({ src: FEED, 'page-size': '6' }));
    const few = await fitted(visit);
    await until(() => press(visit.inner, '[part~="show-more"], .more button'), 'the button for more');
    const more = await until(async () => {
      const height = await heightOf(visit.page);
      return height > few + 100 && height;
    }, 'more');
    await visit.inner.evaluate((size) => {
      document.querySelector('main > *')!.setAttribute('page-size', size);
      document.querySelector('main > *')!.setAttribute('filter', 'q=soep');
    }, '6');
    await until(async () => (await heightOf(visit.page)) < more - 100, 'less');
    assert.deepEqual(trouble(visit), SILENCE);
    await close(visit);
  });

  it('keeps its height and scrolls without our script', async () => {
    const visit = await open(gallery(), { head: '' });
    await until(async () => (await inside(visit.inner)).hidden > 1_000, 'the cards');
    assert.equal(await heightOf(visit.page), START_PX);
    await visit.inner.evaluate(() => scrollTo({ top: 500, behavior: 'instant' }));
    await until(() => visit.inner.evaluate(() => scrollY === 500), 'the frame to scroll');
    assert.deepEqual(trouble(visit), SILENCE);
    await close(visit);
  });

  it('is measured when it comes into sight, and when it comes later', async () => {
    const visit = await open(`<div class="hidden" id="tab">${gallery()}</div>`);
    await until(() => visit.inner.evaluate(() => Boolean(document.querySelector('main > *'))), 'the widget');
    assert.equal(await heightOf(visit.page), START_PX);
    await visit.page.evaluate(() => (document.querySelector('#tab')!.className = ''));
    assert.ok((await fitted(visit)) > START_PX);
    await visit.page.evaluate(() => {
      const later = document.querySelector('iframe')!.cloneNode() as HTMLIFrameElement;
      later.height = '301';
      document.body.append(later);
    });
    await until(async () => (await heightOf(visit.page, 1)) > 1_000, 'the height of the second frame');
    await close(visit);
  });

  it('works in a sandbox that gives it no origin', async () => {
    const visit = await open(gallery(undefined, 'sandbox="allow-scripts allow-popups"'));
    assert.ok((await fitted(visit)) > START_PX);
    await close(visit);
  });

  it('stops where it grows because it has grown', async () => {
    const visit = await open(gallery({ src: FEED, 'page-size': '1' }));
    const height = await fitted(visit);
    await visit.inner.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('main { min-block-size: calc(100vb + 10px) }');
      document.adoptedStyleSheets = [sheet];
    });
    let last = 0;
    await until(async () => {
      const before = last;
      last = await heightOf(visit.page);
      await visit.page.evaluate(() => new Promise((settle) => setTimeout(settle, 100)));
      return last > height && last === before;
    }, 'the end of growing');
    assert.ok(last <= height + 41 * 19, `${height} to ${last}`);
    await close(visit);
  });

  it('has its events on the page, under the same names, once where the script stands twice', async () => {
    const visit = await open(`<section>${gallery()}</section>`, {
      head: SCRIPT + SCRIPT.replace('.js', '.js?again'),
      before: (page) =>
        page.evaluateOnNewDocument(() => {
          const told: unknown[] = [];
          Object.assign(globalThis, { told });
          for (const type of ['ceal-feed-loaded', 'ceal-gallery-open', 'ceal-gallery-opened'])
            addEventListener(type, (event) => {
              const { bubbles, composed, cancelable, target } = event;
              const { feedId, receivedAt, enterpriseId } = event as unknown as Record<string, unknown>;
              const isDate = receivedAt instanceof Date;
              const on = (target as Element).localName;
              told.push({ type, bubbles, composed, cancelable, on, feedId, isDate, enterpriseId });
            });
        }),
    });
    await fitted(visit);
    await until(() => press(visit.inner, '[data-id] .name-link'), 'a card');
    const told = () =>
      visit.page.evaluate(() => (globalThis as unknown as { told: Record<string, unknown>[] }).told);
    const all = await until(async () => {
      const list = await told();
      return list.some(({ type }) => type === 'ceal-gallery-opened') && list;
    }, 'the event');
    const common = { bubbles: true, composed: true, cancelable: false, on: 'iframe' };
    assert.deepEqual(
      JSON.parse(
        JSON.stringify(all.map(({ feedId, ...rest }) => ({ hasId: feedId !== undefined, ...rest }))),
      ),
      [
        { type: 'ceal-feed-loaded', ...common, isDate: true, hasId: true },
        {
          type: 'ceal-gallery-opened',
          ...common,
          isDate: false,
          enterpriseId: ENTERPRISES[0]!.id,
          hasId: false,
        },
      ],
    );
    await close(visit);
  });

  it('brings what a visitor opens into sight', async () => {
    const visit = await open(`<div class="tall"></div>${gallery()}<div class="tall"></div>`);
    await fitted(visit);
    await visit.page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      frame.focus();
      scrollTo({ top: frame.offsetTop, behavior: 'instant' });
    });
    // Far below the window, as by a key.
    await visit.inner.evaluate(() => {
      const links = document
        .querySelector('main > *')!
        .shadowRoot!.querySelectorAll<HTMLElement>('.name-link');
      links[links.length - 1]!.click();
    });
    await until(async () => {
      const top = await visit.page.evaluate(
        () => document.querySelector('iframe')!.getBoundingClientRect().top,
      );
      const offset = await visit.inner.evaluate(() => {
        const name = document.querySelector('main > *')!.shadowRoot!.querySelector('[part~="detail-name"]');
        return name?.getBoundingClientRect().top;
      });
      return offset !== undefined && top + offset >= -1 && top + offset < 900;
    }, 'the name in sight');
    await close(visit);
  });
});

describe('the address of the page around', () => {
  const LINKING = 'data-deep-link';
  const [ENTERPRISE] = ENTERPRISES;

  it('leads into the frame, follows it, and keeps what is its own', async () => {
    const visit = await open(`<div class="tall"></div>${gallery(undefined, LINKING)}`, {
      hash: `#theirs=a%20b&ceal-gallery.open=${ENTERPRISE!.id}`,
    });
    const { page, inner } = visit;
    const hash = () => page.evaluate(() => location.hash);
    await until(
      () => inner.evaluate((id) => location.hash === `#ceal-gallery.open=${id}`, ENTERPRISE!.id),
      'the link',
    );
    const detail = () =>
      inner.evaluate(() =>
        Boolean(document.querySelector('main > *')?.shadowRoot?.querySelector('[part~="detail-name"]')),
      );
    await until(detail, 'the enterprise');
    await until(() => page.evaluate(() => scrollY > 2_000), 'the enterprise in sight');
    const steps = await page.evaluate(() => history.length);
    await press(inner, '[data-id] .name-link[aria-expanded="true"]');
    await until(async () => (await hash()) === '#theirs=a%20b', 'the address without it');
    await page.evaluate(() => (location.hash = '#theirs=1&ceal-gallery.q=soep'));
    await until(
      () => inner.evaluate(() => location.hash === '#ceal-gallery.q=soep'),
      'the search in the frame',
    );
    assert.equal(await page.evaluate(() => history.length), steps + 1);
    assert.deepEqual(trouble(visit), SILENCE);
    await close(visit);
  });

  it('is none of the frame’s where the page does not say so', async () => {
    const visit = await open(gallery({ src: FEED, 'deep-link': '' }), { hash: '#ceal-gallery.q=soep' });
    await fitted(visit);
    await press(visit.inner, '[data-id] .name-link');
    await until(
      () => visit.inner.evaluate(() => location.hash.includes('open=')),
      'the address of the frame',
    );
    assert.equal(await visit.page.evaluate(() => location.hash), '#ceal-gallery.q=soep');
    await close(visit);
  });
});

describe('what a frame may show', () => {
  const elsewhere = 'https://elsewhere.invalid';
  const asked = ({ seen }: Opened) => seen.requests.filter((address) => address.startsWith(elsewhere));

  for (const [lang, refused] of [
    ['nl', nl.refused],
    ['en', en.refused],
  ] as const)
    it(`is no feed of another origin, and says so (${lang})`, async () => {
      const visit = await open(gallery({ src: `${elsewhere}/feed.json`, lang }));
      await until(async () => (await words(visit.inner)).includes(refused), 'the words');
      assert.equal(await visit.inner.evaluate(() => document.querySelector('main')!.lang), lang);
      assert.deepEqual(asked(visit), []);
      assert.ok(visit.seen.console.every((line) => line.includes('[ceal-widgets]')));
      assert.deepEqual(visit.seen.violations, []);
      await until(async () => (await heightOf(visit.page)) < START_PX, 'the height of the words');
      await close(visit);
    });

  it('is no form that sends what a visitor writes to another origin', async () => {
    const visit = await open(frameOf(framed('signup-form', { src: FEED, endpoint: `${elsewhere}/take` })));
    await until(async () => (await words(visit.inner)).includes(nl.refused), 'the words');
    assert.equal(await visit.inner.evaluate(() => document.querySelector('ceal-signup-form')), null);
    assert.deepEqual(asked(visit), []);
    await close(visit);
  });

  for (const [what, search] of Object.entries({
    'a script for an address': '?src=javascript:alert(1)',
    'what every object has': '?__proto__=x&constructor=y',
    'a feed in the address': `?data={"version":"1.0"}`,
    'a value without end': `?heading=${'x'.repeat(10_000)}&src=${FEED}`,
    blanks: `?src=%20${FEED}%20&page-size=%20%201`,
  }))
    it(`bears ${what}`, async () => {
      const visit = await open(
        frameOf(`${hosts.url}/dist/embed/enterprise-gallery.html${search.replaceAll('"', '&quot;')}`),
      );
      await until(
        async () => (await words(visit.inner)).length > 0 || (await inside(visit.inner)).isReady,
        'words',
      );
      assert.deepEqual([visit.seen.errors, visit.seen.violations], [[], []]);
      await close(visit);
    });
});

describe('hostile messages', () => {
  it('of a frame are bounded, and those of nobody’s are nothing', async () => {
    const visit = await open(`${gallery({ src: FEED, 'page-size': '1' })}<div class="tall"></div>`);
    const { page, inner } = visit;
    await fitted(visit);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe')!;
      const heights: number[] = [];
      Object.assign(globalThis, { heights });
      new MutationObserver(() => heights.push(Number(frame.height))).observe(frame, { attributes: true });
    });
    /** The heights that the frame has had since then. */
    const heights = () => page.evaluate(() => (globalThis as unknown as { heights: number[] }).heights);
    await inner.evaluate(() => {
      const send = (rest: object) => parent.postMessage({ source: 'ceal-widgets', v: 1, ...rest }, '*');
      for (const value of [NaN, -5, 0, Infinity, '5000', null, {}]) send({ type: 'height', height: value });
      send({ type: 'height', height: 5_000, v: 2 });
      send({ type: 'event', event: 'click', fields: {} });
      send({ type: 'event', event: 'ceal-xed', fields: { preventDefault: 1, target: 2, ['__proto__']: 3 } });
      send({ type: 'fragment', pairs: ['ceal-gallery.q=x'] });
      send({ type: 'navigate', top: -1e9 });
    });
    await page.evaluate(() =>
      postMessage({ source: 'ceal-widgets', v: 1, type: 'height', height: 7_000 }, '*'),
    );
    // From the page itself with the frame's origin, and from the frame with another origin.
    if (CAN_FORGE)
      await page.evaluate(() => {
        const data = { source: 'ceal-widgets', v: 1, type: 'height', height: 7_000 };
        const { src, contentWindow } = document.querySelector('iframe')!;
        const { origin } = new URL(src);
        dispatchEvent(new MessageEvent('message', { data, origin, source: window }));
        const elsewhere = 'https://elsewhere.invalid';
        dispatchEvent(new MessageEvent('message', { data, origin: elsewhere, source: contentWindow }));
      });
    await inner.evaluate(() =>
      parent.postMessage(
        { source: 'ceal-widgets', v: 1, type: 'event', event: 'ceal-ended', fields: {} },
        '*',
      ),
    );
    assert.ok((await heights()).every((height) => height > 300 && height < 5_000));
    assert.equal(await page.evaluate(() => location.hash), '');
    await inner.evaluate(() =>
      parent.postMessage({ source: 'ceal-widgets', v: 1, type: 'height', height: 1e9 }, '*'),
    );
    await until(async () => (await heights()).includes(20_000), 'the greatest height');
    assert.ok((await heights()).every((height) => height <= 20_000));
    assert.deepEqual(trouble(visit), SILENCE);
    await close(visit);
  });

  it('do not hold the scroll of a page whose visitor is not in the frame', async () => {
    const visit = await open(`<div class="tall"></div>${gallery(undefined, 'data-deep-link')}`, {
      hash: `#ceal-gallery.open=${ENTERPRISES[0]!.id}`,
    });
    const { page, inner } = visit;
    await until(() => page.evaluate(() => scrollY > 2_000), 'the enterprise in sight');
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      scrollTo({ top: 0, behavior: 'instant' });
      addEventListener('ceal-ended', () => (document.documentElement.dataset['end'] = String(scrollY)));
    });
    await inner.evaluate(() => {
      const send = (rest: object) => parent.postMessage({ source: 'ceal-widgets', v: 1, ...rest }, '*');
      send({ type: 'ready' });
      for (const top of [0, 1_000]) send({ type: 'navigate', top });
      send({ type: 'event', event: 'ceal-ended', fields: {} });
    });
    const end = () => page.evaluate(() => document.documentElement.dataset['end']);
    assert.equal(await until(end, 'the end of the messages'), '0');
    await close(visit);
  });

  it('of no origin are nothing where the frame has one', { skip: !CAN_FORGE }, async () => {
    for (const [sandbox, isHeard] of [
      ['', false],
      ['sandbox="allow-scripts allow-same-origin"', false],
      ['sandbox="allow-scripts"', true],
    ] as const) {
      const { page, ...rest } = await open(gallery({ src: FEED, 'page-size': '1' }, sandbox));
      const heard = await page.evaluate(() => {
        let count = 0;
        addEventListener('ceal-ended', () => count++);
        const data = { source: 'ceal-widgets', v: 1, type: 'event', event: 'ceal-ended', fields: {} };
        const { contentWindow: source } = document.querySelector('iframe')!;
        dispatchEvent(new MessageEvent('message', { data, origin: 'null', source }));
        return count;
      });
      assert.equal(heard, Number(isHeard), sandbox);
      await close({ page, ...rest });
    }
  });

  it('that ask the page for leave are not passed on to it', async () => {
    const visit = await open(gallery({ src: FEED, 'page-size': '1' }));
    const { page, inner } = visit;
    await fitted(visit);
    await page.evaluate(() => {
      const told: string[] = [];
      for (const type of ['ceal-signup-submit', 'ceal-gallery-open', 'ceal-ended'])
        addEventListener(type, () => {
          told.push(type);
          if (type === 'ceal-ended') document.documentElement.dataset['end'] = told.join();
        });
    });
    await inner.evaluate(() => {
      for (const event of ['ceal-signup-submit', 'ceal-gallery-open', 'ceal-ended'])
        parent.postMessage({ source: 'ceal-widgets', v: 1, type: 'event', event, fields: {} }, '*');
    });
    const end = () => page.evaluate(() => document.documentElement.dataset['end']);
    assert.equal(await until(end, 'the end of the messages'), 'ceal-ended');
    await close(visit);
  });

  it('in a flood are read a hundred a second', async () => {
    const visit = await open(gallery({ src: FEED, 'page-size': '1' }), {
      before: (page) =>
        page.evaluateOnNewDocument(() => {
          Object.assign(globalThis, { heard: 0 });
          const count = globalThis as unknown as { heard: number };
          addEventListener('ceal-flooded', () => count.heard++);
          // The last of a flood; the page around reads in order.
          addEventListener('message', ({ data }) => {
            if (data === 'end') document.documentElement.dataset['end'] = String(count.heard);
          });
        }),
    });
    await fitted(visit);
    await visit.inner.evaluate(() => {
      const message = { source: 'ceal-widgets', v: 1, type: 'event', event: 'ceal-flooded', fields: {} };
      for (let n = 0; n < 20_000; n++) parent.postMessage(message, '*');
      parent.postMessage('end', '*');
    });
    const heard = Number(
      await until(
        () => visit.page.evaluate(() => document.documentElement.dataset['end']),
        'the end of the flood',
      ),
    );
    assert.ok(heard > 0 && heard < 10_000, `${heard} read`);
    await close(visit);
  });

  it('to a frame are heard from the page around only, and only in their shape', async () => {
    const visit = await open(gallery({ src: FEED, 'page-size': '1' }));
    const { page, inner } = visit;
    await fitted(visit);
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe')!;
      const send = (rest: object) =>
        contentWindow!.postMessage({ source: 'ceal-widgets', v: 1, ...rest }, '*');
      send({ type: 'fragment', pairs: ['access_token=x'] });
      send({ type: 'fragment', pairs: 'ceal-gallery.q=x' });
      send({ type: 'fragment', pairs: ['ceal-gallery.q=x'], v: 9 });
      send({ type: 'ping', source: 'elsewhere' });
      contentWindow!.postMessage(null, '*');
      contentWindow!.postMessage('x'.repeat(1_000_000), '*');
    });
    await inner.evaluate((canForge) => {
      const data = { source: 'ceal-widgets', v: 1, type: 'fragment', pairs: ['ceal-gallery.q=x'] };
      postMessage(data, '*');
      const origin = 'https://elsewhere.invalid';
      if (canForge) dispatchEvent(new MessageEvent('message', { data, origin, source: parent }));
    }, CAN_FORGE);
    await inner.evaluate(() => new Promise((settle) => setTimeout(settle)));
    assert.equal(await inner.evaluate(() => location.hash), '');
    assert.deepEqual(trouble(visit), SILENCE);
    await close(visit);
  });
});

describe('a frame that does not answer', () => {
  for (const [lang, start] of [
    ['nl', around.link],
    ['en-GB', 'Open in a new tab:'],
  ] as const)
    it(`gets a link after it (${lang})`, async () => {
      const visit = await open(frameOf(hosts.url + EMPTY_PATH), { lang, before: hurry });
      const link = await until(
        () =>
          visit.page.evaluate(() => {
            const found = document.querySelector<HTMLAnchorElement>('iframe + p > a');
            return found && { text: found.textContent, href: found.href, target: found.target };
          }),
        'the link',
      );
      assert.deepEqual(link, { text: `${start} An example`, href: hosts.url + EMPTY_PATH, target: '_blank' });
      assert.deepEqual(visit.seen.violations, []);
      await close(visit);
    });

  it('loses it when it answers after all', async () => {
    const visit = await open(frameOf(hosts.url + EMPTY_PATH), { before: hurry });
    const links = () => visit.page.evaluate(() => document.querySelectorAll('iframe + p').length);
    await until(async () => (await links()) === 1, 'the link');
    await visit.page.evaluate(
      (address) => {
        document.querySelector('iframe')!.src = address;
      },
      framed('enterprise-gallery').replaceAll('&amp;', '&'),
    );
    await until(
      async () => (await links()) === 0 && (await heightOf(visit.page)) > 1_000,
      'the gallery alone',
    );
    await close(visit);
  });
});

describe('a frame page by itself', () => {
  it('says without script what it needs', { skip: lacking('page without script') }, async () => {
    const { page } = await openPage(browser, framed('oasis-guide'), { javaScript: false });
    opened.push(page);
    assert.match(await page.evaluate(() => document.body.innerText), /JavaScript/);
  });

  for (const [lang, notLoaded] of [
    ['nl', nl.notLoaded],
    ['en', en.notLoaded],
  ] as const)
    it(`says where the widget does not come that it cannot be loaded (${lang})`, async () => {
      const { page, seen } = await openPage(browser, framed('enterprise-gallery', { lang }), {
        before: async (opening) => {
          await hurry(opening);
          await opening.setRequestInterception(true);
          opening.on('request', (request) => {
            void (request.url().includes('/chunks/') ? request.abort() : request.continue());
          });
        },
      });
      opened.push(page);
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
    });

  it('has no such words any more once the widget has come', async () => {
    let release: (() => void) | undefined;
    const isReleased = new Promise<void>((settle) => (release = settle));
    const { page, seen } = await openPage(browser, framed('enterprise-gallery'), {
      waitUntil: 'domcontentloaded',
      before: async (opening) => {
        await hurry(opening);
        await opening.setRequestInterception(true);
        opening.on('request', (request) => {
          if (!request.url().includes('/chunks/')) return void request.continue();
          void isReleased.then(() => request.continue());
        });
      },
    });
    opened.push(page);
    const lines = () => page.evaluate(() => document.querySelectorAll('main > * > p').length);
    await until(async () => (await lines()) === 1, 'the words');
    release?.();
    await until(
      async () => (await lines()) === 0 && (await inside(page.mainFrame())).isReady,
      'the widget alone',
    );
    assert.deepEqual([seen.console, seen.errors, seen.violations], [[], [], []]);
  });

  it('works as a page', async () => {
    const { page, seen } = await openPage(browser, framed('enterprise-gallery', { src: FEED, lang: 'en' }));
    opened.push(page);
    await until(
      () => page.evaluate(() => document.title === 'Social enterprises' || document.title),
      'the title',
    );
    assert.deepEqual([seen.errors, seen.violations, seen.foreign], [[], [], []]);
  });
});
