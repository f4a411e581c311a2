/**
 * For the end-to-end tests: a real browser on a real page, and everything that page said or asked for.
 *
 *     const browser = await launch();
 *     const { page, seen } = await openPage(browser, url, { viewport: { width: 320, height: 640 } });
 *     …
 *     assert.deepEqual(seen.console, []);
 *     await browser.close();
 */
import puppeteer from 'puppeteer-core';
import { BROWSER_ARGS, findBrowser } from '#tools/run/browser.mjs';

/** A browser of one's own; more `args` for the few tests that need them. */
export const launch = async ({ args = [], ...options } = {}) =>
  puppeteer.launch({
    executablePath: await findBrowser(),
    headless: true,
    args: [...BROWSER_ARGS, ...args],
    ...options,
  });

/**
 * @typedef {object} Seen What a page said and asked for, as it happens.
 * @property {string[]} console Messages in the console, `level: text`.
 * @property {string[]} errors Errors that nobody caught.
 * @property {string[]} requests Every address asked for, in order.
 * @property {string[]} failed Requests that failed or were answered with an error, `status address`.
 * @property {string[]} foreign Requests that went to another origin than the page's.
 * @property {object[]} violations Reports of a broken content policy: directive, blocked address, source, sample.
 */

/**
 * Opens an address in a page of its own context, so that storage is empty.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} url
 * @param {object} [options]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {'light' | 'dark'} [options.scheme]
 * @param {boolean} [options.forcedColors]
 * @param {boolean} [options.reducedMotion]
 * @param {'print' | 'screen'} [options.media]
 * @param {boolean} [options.javaScript] false for a page as it is without script
 * @param {string} [options.waitUntil] puppeteer's: `load`, `networkidle0` …
 * @param {(page: import('puppeteer-core').Page) => unknown} [options.before] runs before the page is opened
 * @returns {Promise<{ page: import('puppeteer-core').Page, seen: Seen }>}
 */
export async function openPage(browser, url, options = {}) {
  const { viewport = { width: 1280, height: 900 }, waitUntil = 'load', javaScript = true, before } = options;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(viewport);
  await page.setJavaScriptEnabled(javaScript);
  await emulate(page, options);
  const seen = await watch(page, url);
  await before?.(page);
  await page.goto(url, { waitUntil });
  return { page, seen };
}

/** Whether a browser keeps a page whole for when the visitor comes back to it. One without windows does not. */
export async function keepsPages(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (globalThis.isKept = persisted)));
  await page.goto(`${url}?elsewhere`);
  await page.goBack();
  const isKept = (await page.evaluate(() => globalThis.isKept)) === true;
  await context.close();
  return isKept;
}

/** What the visitor's system asks for. In one message: a second one would undo the first. */
export async function emulate(page, { scheme, forcedColors, reducedMotion, media }) {
  const features = [
    { name: 'prefers-color-scheme', value: scheme ?? 'light' },
    { name: 'forced-colors', value: forcedColors ? 'active' : 'none' },
    { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : 'no-preference' },
  ];
  const client = await page.createCDPSession();
  await client.send('Emulation.setEmulatedMedia', { media: media ?? '', features });
}

async function watch(page, url) {
  const seen = { console: [], errors: [], requests: [], failed: [], foreign: [], violations: [] };
  const { origin } = new URL(url);
  page.on('console', (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => seen.errors.push(String(error?.message ?? error)));
  page.on('request', (request) => {
    const address = request.url();
    seen.requests.push(address);
    if (/^https?:/.test(address) && new URL(address).origin !== origin) seen.foreign.push(address);
  });
  page.on('requestfailed', (request) => seen.failed.push(`${request.failure()?.errorText} ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) seen.failed.push(`${response.status()} ${response.url()}`);
  });
  await page.exposeFunction('reportViolation', (violation) => seen.violations.push(violation));
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('securitypolicyviolation', (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      globalThis.reportViolation({ violatedDirective, blockedURI, sourceFile, lineNumber, sample });
    }),
  );
  return seen;
}
