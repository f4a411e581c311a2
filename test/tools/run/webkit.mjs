/**
 * Drives WebKitGTK for the tests: speaks WebDriver with its driver, on a display without a screen. A page has the names
 * that puppeteer gives to the same things, as far as WebDriver can do them.
 *
 *     const browser = await launchWebKit();
 *     await browser.page.goto(url);
 *     await browser.page.keyboard.press('Tab');
 *     await browser.close();
 */
import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../process.mjs';
import { findWebKit } from './engines.mjs';

/** Longer than a busy machine needs for one script. */
const SCRIPT_TIMEOUT_MS = 300_000;
/** The pointer of a display begins in its middle. */
const SCREEN = { width: 2000, height: 3000 };
const VIEWPORT = { width: 1280, height: 900 };
/** Width of the narrowest window that its browser can have. */
export const MIN_WIDTH_PX = 447;
/** Between two questions whether the driver listens yet. */
const RETRY_MS = 50;
const MAX_RETRIES = 1200;

/**
 * Runs a program in a group of its own and ends the group when the standard input closes: so does all that it started,
 * however this process ends.
 */
const TETHER = '"$@" <&- & read -r _; kill 0';

/** WebDriver's characters for the keys that write none, by the names of `KeyboardEvent.key`. */
const KEYS = Object.fromEntries(
  Object.entries({
    Backspace: 0xe003,
    Tab: 0xe004,
    Enter: 0xe007,
    Shift: 0xe008,
    Control: 0xe009,
    Alt: 0xe00a,
    Escape: 0xe00c,
    PageUp: 0xe00e,
    PageDown: 0xe00f,
    End: 0xe010,
    Home: 0xe011,
    ArrowLeft: 0xe012,
    ArrowUp: 0xe013,
    ArrowRight: 0xe014,
    ArrowDown: 0xe015,
    Insert: 0xe016,
    Delete: 0xe017,
    Meta: 0xe03d,
  }).map(([name, code]) => [name, String.fromCharCode(code)]),
);
const BUTTONS = ['left', 'middle', 'right'];

const keyDown = (key) => ({ type: 'keyDown', value: keyNamed(key) });
const keyUp = (key) => ({ type: 'keyUp', value: keyNamed(key) });
const pointerDown = (button = 'left') => ({ type: 'pointerDown', button: BUTTONS.indexOf(button) });
const pointerUp = (button = 'left') => ({ type: 'pointerUp', button: BUTTONS.indexOf(button) });

function keyNamed(key) {
  const value = KEYS[key] ?? key;
  if ([...value].length !== 1) throw new Error(`WebKit's driver has no key “${key}”.`);
  return value;
}

/**
 * Starts a WebKit with one window. Without compositing it is faster, but a screenshot then never comes.
 * @param {{ viewport?: { width: number, height: number }, screenshots?: boolean }} [options]
 */
export async function launchWebKit({ viewport = VIEWPORT, screenshots = false } = {}) {
  const paths = findWebKit();
  if (!paths) throw new Error('No WebKit to test with: install webkit2gtk-driver and xvfb.');
  const display = start(
    [
      paths.display,
      '-displayfd',
      '3',
      '-screen',
      '0',
      `${SCREEN.width}x${SCREEN.height}x24`,
      '-nolisten',
      'tcp',
    ],
    {
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    },
  );
  const port = await freePort();
  const driver = start([paths.driver, `--port=${port}`, '--host=127.0.0.1'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {
      ...process.env,
      DISPLAY: `:${await firstLine(display)}`,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1',
      ...(!screenshots && { WEBKIT_DISABLE_COMPOSITING_MODE: '1' }),
    },
  });
  const end = () => [driver, display].forEach(({ stdin }) => stdin.destroy());
  try {
    const session = await openSession(`http://127.0.0.1:${port}`, paths.browser);
    const page = new WebKitPage(session.ask);
    await session.ask('POST', 'timeouts', { script: SCRIPT_TIMEOUT_MS, pageLoad: SCRIPT_TIMEOUT_MS });
    await page.setViewport(viewport);
    return {
      page,
      version: session.version,
      async close() {
        await session.ask('DELETE', '').catch(() => {});
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** The one window of a WebKit. */
export class WebKitPage {
  #ask;

  /** @param {(method: string, path: string, body?: object) => Promise<any>} ask Sends a command of the session. */
  constructor(ask) {
    this.#ask = ask;
  }

  keyboard = {
    down: (key) => this.#keys([keyDown(key)]),
    up: (key) => this.#keys([keyUp(key)]),
    press: (key) => this.#keys([keyDown(key), keyUp(key)]),
    type: (text) => this.#keys([...text].flatMap((character) => [keyDown(character), keyUp(character)])),
  };

  mouse = {
    move: (x, y) => this.#pointer([this.#moveTo(x, y)]),
    down: ({ button } = {}) => this.#pointer([pointerDown(button)]),
    up: ({ button } = {}) => this.#pointer([pointerUp(button)]),
    click: (x, y, { button } = {}) =>
      this.#pointer([this.#moveTo(x, y), pointerDown(button), pointerUp(button)]),
  };

  /** Comes back when the page has loaded. */
  goto = (url) => this.#ask('POST', 'url', { url });
  reload = () => this.#ask('POST', 'refresh');
  goBack = () => this.#ask('POST', 'back');
  goForward = () => this.#ask('POST', 'forward');
  url = () => this.#ask('GET', 'url');
  title = () => this.#ask('GET', 'title');
  cookies = () => this.#ask('GET', 'cookie');
  screenshot = async () => Buffer.from(await this.#ask('GET', 'screenshot'), 'base64');

  /**
   * Sizes the window so that the page has this size. A window is never narrower than `MIN_WIDTH_PX`. Puts its bar under
   * the pointer: without a manager of windows, the one under the pointer has the focus.
   */
  async setViewport({ width, height }) {
    const inside = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const window = await this.#ask('GET', 'window/rect');
    const barHeight = window.height - inside.height;
    await this.#ask('POST', 'window/rect', {
      x: Math.round((SCREEN.width - width) / 2),
      y: Math.round((SCREEN.height - barHeight) / 2),
      width: width + window.width - inside.width,
      height: height + barHeight,
    });
  }

  /**
   * Runs a function in the page and comes back with what it makes, as JSON. It sees nothing of where it is written.
   * @param {string | ((...args: any[]) => unknown)} pageFunction
   * @param {...unknown} args
   * @returns {Promise<any>}
   */
  async evaluate(pageFunction, ...args) {
    const script = `const settle = arguments[arguments.length - 1];
      (async () => (${pageFunction})(...[...arguments].slice(0, -1)))()
        .then((value) => settle({ value }), (error) => settle({ message: String(error) }));`;
    const { value, message } = await this.#ask('POST', 'execute/async', { script, args });
    if (message !== undefined) throw new Error(message);
    return value;
  }

  /**
   * The page in a frame of this one, to run functions in: one at a time, as the driver is in one page only.
   * @param {number} nth
   */
  frame = (nth) => ({
    evaluate: async (...call) => {
      await this.#ask('POST', 'frame', { id: nth });
      try {
        return await this.evaluate(...call);
      } finally {
        await this.#ask('POST', 'frame', { id: null });
      }
    },
  });

  #act = (action) => this.#ask('POST', 'actions', { actions: [action] });
  #keys = (actions) => this.#act({ type: 'key', id: 'keyboard', actions });
  #pointer = (actions) =>
    this.#act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  #moveTo = (x, y) => ({ type: 'pointerMove', duration: 0, origin: 'viewport', x, y });
}

/** Opens the one session of a driver; it may not be listening yet. */
async function openSession(address, binary) {
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  };
  for (let tries = 0; ; tries += 1) {
    try {
      const session = await send('POST', `${address}/session`, { capabilities });
      return {
        version: session.capabilities.browserVersion,
        ask: (method, path, body) =>
          send(method, `${address}/session/${session.sessionId}/${path}`.replace(/\/$/, ''), body),
      };
    } catch (error) {
      if (error.cause?.code !== 'ECONNREFUSED' || tries === MAX_RETRIES) throw error;
      await wait(RETRY_MS);
    }
  }
}

async function send(method, url, body = {}) {
  const response = await fetch(url, { method, ...(method === 'POST' && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebKit's driver: ${value.error}, ${value.message}`);
  return value;
}

/** Starts a program that ends with this process, or when its standard input is closed. */
const start = (command, options) =>
  spawn('/bin/sh', ['-c', TETHER, 'sh', ...command], { ...options, detached: true });

/** The first line on the fourth stream of a program; an error where the program ends without one. */
const firstLine = (child) =>
  new Promise((settle, fail) => {
    child.stdio[3].setEncoding('utf8').once('data', (text) => settle(text.trim()));
    child.stdio[3].once('end', () => fail(new Error(`${child.spawnargs.at(4)} did not start.`)));
  });
