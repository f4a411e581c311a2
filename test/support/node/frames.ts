/**
 * Frames on a page of another origin, under a strict policy there, in the engine under test.
 *
 *     const frames = await openFrames();
 *     const visit = await frames.open(frames.gallery());
 *     await fitted(visit);
 *     assert.deepEqual(await visit.trouble(), []);
 *     await visit.close();
 *     await frames.close();
 */
import type { Page } from 'puppeteer-core';
import { launchWebKit } from '#tools/run/webkit.mjs';
import { startHosts } from '../../hosts/server.js';
import { launch, openPage } from './browser.js';
import { startEmbeddingSite, type EmbeddingPage } from './embedding-site.js';
import { ENGINE } from './engine.js';
import { NOTING_SCRIPT, type Noted } from './page-tools.js';
import { until } from './visit.js';

/** The height of a frame as it is written in its page. */
export const START_PX = 300;
export const FEED = '/feeds/overvecht.json';

/** A page, or the page in a frame of it, as far as these tests use it. */
export interface Place {
  /** Runs a function there, which sees nothing of where it is written. */
  evaluate<T, Rest extends unknown[]>(act: (...rest: Rest) => T, ...rest: Rest): Promise<Awaited<T>>;
}

export interface FrameVisit {
  /** The page around. */
  readonly page: Place;
  /** The page in its first frame. */
  readonly inner: Place;
  /** What went wrong. Of the page in the frame WebKit's driver hears nothing. */
  trouble(): Promise<readonly string[]>;
  /** Every address that was asked for. */
  requests(): Promise<readonly string[]>;
  close(): Promise<unknown>;
}

export interface OpenOptions extends Omit<EmbeddingPage, 'firstScript'> {
  /** The fragment of the page’s address, with its `#`. */
  readonly hash?: string;
  /** Runs in the page before all scripts, and sees nothing of where it is written. */
  readonly first?: () => void;
}

type Parameters = Readonly<Record<string, string>>;

export interface Frames {
  /** The origins of the pages in frames, and of the pages around them. */
  readonly origins: readonly [framed: string, around: string];
  /** The address of a widget’s frame page, as it is written in an attribute. */
  address(widget: string, parameters?: Parameters): string;
  /** The markup of a frame with a gallery. */
  gallery(parameters?: Parameters, attributes?: string): string;
  /** Opens a page with this markup and waits for the page in its first frame. */
  open(markup: string, options?: OpenOptions): Promise<FrameVisit>;
  close(): Promise<unknown>;
}

/** The markup of a frame. */
export const frameOf = (address: string, attributes = ''): string =>
  `<iframe data-ceal-frame src="${address}" title="An example" width="100%" height="${START_PX}" ${attributes}></iframe>`;

export async function openFrames(): Promise<Frames> {
  const hosts = await startHosts({ port: 0 });
  const [site, driver] = await Promise.all([startEmbeddingSite(hosts.url), drive(hosts.url)]);
  const address: Frames['address'] = (widget, parameters = { src: FEED }) =>
    `${hosts.url}/dist/embed/${widget}.html?${new URLSearchParams(parameters)}`.replaceAll('&', '&amp;');
  return {
    origins: [hosts.url, site.url],
    address,
    gallery: (parameters, attributes) => frameOf(address('enterprise-gallery', parameters), attributes),
    open(markup, { hash = '', first, ...page } = {}) {
      const firstScript = NOTING_SCRIPT + (first ? `(${String(first)})();` : '');
      return driver.open(site.page(markup, { ...page, firstScript }) + hash);
    },
    close: () => Promise.all([driver.close(), hosts.close(), site.close()]),
  };
}

interface Driver {
  open(address: string): Promise<FrameVisit>;
  close(): Promise<unknown>;
}

/** @param framed The origin of the pages in frames. */
const drive = (framed: string): Promise<Driver> =>
  ENGINE === 'WebKit' ? driveWebKit(framed) : drivePuppeteer(framed);

/** A page of a driver: the types of puppeteer are for handles too. */
export const placeOf = (driven: unknown): Place => driven as Place;

/** Chromium or Firefox. */
async function drivePuppeteer(framed: string): Promise<Driver> {
  const browser = await launch();
  return {
    async open(address) {
      const { page, seen } = await openPage(browser, address);
      return {
        page: placeOf(page),
        inner: placeOf(await until(() => frameIn(page, framed), 'the page in the frame')),
        trouble: () =>
          Promise.resolve(
            [seen.console, seen.errors, seen.failed, seen.violations.map((it) => JSON.stringify(it))].flat(),
          ),
        requests: () => Promise.resolve(seen.requests),
        close: () => page.browserContext().close(),
      };
    },
    close: () => browser.close(),
  };
}

const frameIn = (page: Page, framed: string) =>
  page.frames().find((frame) => frame !== page.mainFrame() && frame.url().startsWith(framed));

/** WebKit, which has one page, and whose driver hears nothing: the page takes notes. */
async function driveWebKit(framed: string): Promise<Driver> {
  const { page: window, close } = await launchWebKit();
  const page = placeOf(window);
  const inner = placeOf(window.frame(0));
  return {
    async open(address) {
      await window.goto(address);
      await until(
        async () => (await inner.evaluate(() => location.href)).startsWith(framed),
        'the page in the frame',
      );
      return {
        page,
        inner,
        trouble: async () => {
          const noted = await page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);
          return Object.values<readonly string[]>({ ...noted }).flat();
        },
        requests: async () => [...(await page.evaluate(requested)), ...(await inner.evaluate(requested))],
        close: () => window.goto('about:blank'),
      };
    },
    close,
  };
}

/** Runs in a page. */
const requested = () => performance.getEntriesByType('resource').map(({ name }) => name);

/**
 * Has a page around hear a message that nobody has sent, in the name of the page in its first frame. Not in Firefox: it
 * lacks the ability 'message in another name'.
 */
export const forge = (page: Place, data: object, origin: string): Promise<unknown> =>
  page.evaluate(
    (message, from) => {
      const { contentWindow: source } = document.querySelector('iframe')!;
      dispatchEvent(new MessageEvent('message', { data: message, origin: from, source }));
    },
    data,
    origin,
  );

/** Runs in a page before its scripts: lets a time of ten seconds pass at once, until a link stands after a frame. */
export function hurry(): void {
  const { setTimeout: wait } = globalThis;
  Object.assign(globalThis, {
    setTimeout: (run: () => void, ms?: number) => wait(run, ms === 10_000 ? 0 : ms),
  });
}

/** The height that a frame has been given. */
export const heightOf = (page: Place, nth = 0): Promise<number> =>
  page.evaluate((n) => Number(document.querySelectorAll('iframe')[n]!.height), nth);

/** Height of what is in a frame, and by how much it is more than the frame shows. */
export const inside = (inner: Place) =>
  inner.evaluate(() => {
    const root = document.querySelector('main > *')?.shadowRoot;
    return {
      content: Math.ceil(document.querySelector('main')!.getBoundingClientRect().height),
      hidden: document.documentElement.scrollHeight - innerHeight,
      // Controls come once the first entries are painted, and what is below a list once all of them are counted.
      isReady:
        root?.querySelector('[aria-busy="false"]') != null &&
        !root.querySelector('.count-line > .bar') &&
        /\d/.test(root.querySelector('#count')?.textContent ?? '0'),
    };
  });

/** Waits until the first frame is as high as what it shows; gives the height. */
export const fitted = ({ page, inner }: FrameVisit): Promise<number> =>
  until(async () => {
    const height = await heightOf(page);
    const { content, hidden, isReady } = await inside(inner);
    return isReady && Math.abs(height - content) <= 2 && hidden <= 0 && height;
  }, 'the height of the frame');

/** Presses something in the widget of a frame by a selector for its shadow root; false where it is not there. */
export const press = (inner: Place, selector: string): Promise<boolean> =>
  inner.evaluate((it) => {
    const element = document.querySelector('main > *')!.shadowRoot!.querySelector<HTMLElement>(it);
    element?.click();
    return Boolean(element);
  }, selector);

/** The words in a frame. */
export const wordsIn = (inner: Place): Promise<string> =>
  inner.evaluate(() => document.querySelector('main')!.innerText);
