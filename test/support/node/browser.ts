/**
 * For the end-to-end tests: a real browser on a real page, and everything that page said or asked for.
 *
 *     const browser = await launch();
 *     const { page, seen } = await openPage(browser, url, { viewport: { width: 320, height: 640 } });
 *     …
 *     assert.deepEqual(seen.console, []);
 *     await browser.close();
 */
import puppeteer, {
  type Browser,
  type LaunchOptions,
  type Page,
  type PuppeteerLifeCycleEvent,
  type Viewport,
} from 'puppeteer-core';
import { BROWSER_ARGS, findBrowser } from '#tools/run/browser.mjs';
import { findFirefox } from '#tools/run/engines.mjs';
import { EMPTY_PATH } from '../../hosts/server.js';
import { ENGINE, lacking } from './engine.js';

/** Longer than a busy machine needs for one step. */
const TIMEOUT_MS = 300_000;

/** A browser of one's own, of the engine under test; more `args` for the few tests that need them. */
export const launch = async ({ args = [], ...options }: LaunchOptions = {}): Promise<Browser> =>
  puppeteer.launch({
    headless: true,
    protocolTimeout: TIMEOUT_MS,
    ...(ENGINE === 'Firefox'
      ? { browser: 'firefox', executablePath: findFirefox(), args }
      : { executablePath: await findBrowser(), args: [...BROWSER_ARGS, ...args] }),
    ...options,
  });

/** Report of a broken content policy. */
export type Violation = Pick<
  SecurityPolicyViolationEvent,
  'violatedDirective' | 'blockedURI' | 'sourceFile' | 'lineNumber' | 'sample'
>;

/** Everything that a page said and asked for, as it happens. */
export interface Seen {
  /** Messages in the console, `level: text`. */
  readonly console: string[];
  /** Errors that nobody caught. */
  readonly errors: string[];
  /** Every address asked for, in order. */
  readonly requests: string[];
  /** Requests that failed or were answered with an error, `status address`; not those that the page called off. */
  readonly failed: string[];
  /** Requests that went to another origin than the page's. */
  readonly foreign: string[];
  readonly violations: Violation[];
}

/** Settings of the visitor's system. */
export interface Emulation {
  readonly scheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  readonly reducedMotion?: boolean;
  readonly media?: 'print' | 'screen';
}

export interface PageOptions extends Emulation {
  readonly viewport?: Viewport;
  /** `false` for a page as it is without script. */
  readonly javaScript?: boolean;
  readonly waitUntil?: PuppeteerLifeCycleEvent;
  /** Runs before the page is opened. */
  readonly before?: (page: Page) => unknown;
}

/** Opens an address in a page of its own context, so that storage is empty. */
export async function openPage(
  browser: Browser,
  url: string,
  options: PageOptions = {},
): Promise<{ page: Page; seen: Seen }> {
  const { viewport = { width: 1280, height: 900 }, waitUntil = 'load', javaScript = true, before } = options;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await page.setViewport(viewport);
  if (!javaScript) await page.setJavaScriptEnabled(false);
  await emulate(page, options);
  const seen = await watch(page, url);
  await before?.(page);
  await page.goto(url, { waitUntil });
  return { page, seen };
}

/**
 * Opens another address of its site in a page, which takes half of what a new page does. Nothing is left of what the page
 * has said, asked for or stored; what a test has set (its size, its media) stays.
 */
export async function reopenPage(
  { page, seen }: { readonly page: Page; readonly seen: Seen },
  url: string,
  { waitUntil = 'load' }: Pick<PageOptions, 'waitUntil'> = {},
): Promise<void> {
  // What leaving breaks off, and what is said of it, belongs to the page that is left. A document of the same site is
  // next to nothing; one of another, such as `about:blank`, takes a process of its own.
  await page.evaluate(() => stop());
  await page.goto(new URL(EMPTY_PATH, url).href);
  for (const list of Object.values(seen) as unknown[][]) list.splice(0);
  const { identifier } = await page.evaluateOnNewDocument(() => {
    if (origin === 'null') return;
    sessionStorage.clear();
    localStorage.clear();
  });
  await page.goto(url, { waitUntil });
  await page.removeScriptToEvaluateOnNewDocument(identifier);
}

/**
 * Takes a step in the history of a page, back by default. Firefox's driver waits for ever for the end of some: there the
 * page takes it itself, and it has been taken when the address is another.
 */
export async function stepInHistory(page: Page, by: -1 | 1 = -1): Promise<void> {
  if (ENGINE !== 'Firefox') return void (await (by < 0 ? page.goBack() : page.goForward()));
  const address = () => page.evaluate(() => location.href).catch(() => undefined);
  const before = await address();
  await page.evaluate((n) => setTimeout(() => history.go(n)), by);
  const end = Date.now() + TIMEOUT_MS;
  while ([before, undefined].includes(await address()))
    if (Date.now() > end) throw new Error(`waited in vain for a step from ${before}`);
}

/** True if a browser keeps a page whole for when the visitor comes back to it. One without windows does not. */
export async function keepsPages(browser: Browser, url: string): Promise<boolean> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset['kept'] = String(persisted);
    }),
  );
  await page.goto(`${url}?elsewhere`);
  await stepInHistory(page);
  const isKept = (await page.evaluate(() => document.documentElement.dataset['kept'])) === 'true';
  await context.close();
  return isKept;
}

/** Sets what the visitor's system asks for. In one message: a second one would undo the first. */
export async function emulate(
  page: Page,
  { scheme, forcedColors, reducedMotion, media }: Emulation,
): Promise<void> {
  const reason = lacking('colour schemes', 'forced colours', 'print media');
  if (reason && (forcedColors || reducedMotion || media || scheme === 'dark')) throw new Error(reason);
  if (reason) return;
  const features = [
    { name: 'prefers-color-scheme', value: scheme ?? 'light' },
    { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
    { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
  ];
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { media: media ?? '', features });
}

/** The error of a request that its page has called off, or that was on its way when the page or its frame went. */
const ABORTED = /^(?:net::ERR_ABORTED|NS_BINDING_ABORTED|Browsing context already closed\.)$/;

async function watch(page: Page, url: string): Promise<Seen> {
  const seen: Seen = { console: [], errors: [], requests: [], failed: [], foreign: [], violations: [] };
  const { origin } = new URL(url);
  page.on('console', (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => seen.errors.push(error instanceof Error ? error.message : String(error)));
  page.on('request', (request) => {
    const address = request.url();
    seen.requests.push(address);
    if (/^https?:/.test(address) && new URL(address).origin !== origin) seen.foreign.push(address);
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!ABORTED.test(reason)) seen.failed.push(`${reason} ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.failed.push(`${response.status()} ${response.url()}`);
  });
  await page.exposeFunction('reportViolation', (violation: Violation) => seen.violations.push(violation));
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      const { reportViolation } = globalThis as unknown as { reportViolation(violation: Violation): void };
      reportViolation({ violatedDirective, blockedURI, sourceFile, lineNumber, sample });
    }),
  );
  return seen;
}
