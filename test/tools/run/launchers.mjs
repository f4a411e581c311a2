/** The browsers of `@web/test-runner`, by engine. */
import { chromeLauncher } from '@web/test-runner-chrome';
import { BROWSER_ARGS, findBrowser } from './browser.mjs';
import { findFirefox } from './engines.mjs';
import { launchWebKit } from './webkit.mjs';

/** What the runner gives a test that sets no size. */
const VIEWPORT = { width: 800, height: 600 };

export const LAUNCHERS = {
  chromium: async () =>
    chromeLauncher({
      // A window each: in a tab in the background nothing is painted and a test that waits for a frame waits for ever.
      createPage: async ({ context }) => (await context.browser().createBrowserContext()).newPage(),
      launchOptions: { executablePath: await findBrowser(), headless: true, args: BROWSER_ARGS },
    }),

  firefox: async () =>
    chromeLauncher({
      // Of two windows only one has the focus.
      concurrency: 1,
      createPage: async ({ context }) => withFocus(await context.newPage()),
      launchOptions: {
        browser: 'firefox',
        executablePath: findFirefox(),
        headless: true,
        // To be told of every request, which nobody here asks for, takes Firefox a third of its time.
        networkEnabled: false,
      },
    }),

  webkit: async () => new WebKitLauncher(),
};

/**
 * Keeps the focus in a page of Firefox: on `about:blank`, where the runner parks it, the address bar would have it, and
 * after a test that goes on past the last stop of the Tab key a button of the browser.
 */
async function withFocus(page) {
  const goto = page.goto.bind(page);
  const park = async () => {
    await goto('data:text/html,');
    await page.mouse.click(1, 1);
  };
  page.goto = (url, options) => (url === 'about:blank' ? park() : goto(url, options));
  await park();
  return page;
}

/** One window of WebKit, for one test file after the other. */
class WebKitLauncher {
  name = 'WebKit';
  /** Which names its pages have: the runner's own commands call them. */
  type = 'puppeteer';
  concurrency = 1;
  #starting;
  #browser;
  #active = new Set();

  async initialize() {}

  async startSession(id, url) {
    this.#browser = await (this.#starting ??= launchWebKit());
    this.#active.add(id);
    await this.#browser.page.setViewport(VIEWPORT);
    await this.#browser.page.goto(url);
  }

  async stopSession(id) {
    this.#active.delete(id);
    await this.#browser.page.goto('about:blank');
    return {};
  }

  isActive = (id) => this.#active.has(id);
  getPage = () => this.#browser.page;
  getBrowserUrl = () => this.#browser.page.url();
  stop = async () => (await this.#starting)?.close();

  startDebugSession() {
    throw new Error('WebKit has no window to look at here.');
  }
}
