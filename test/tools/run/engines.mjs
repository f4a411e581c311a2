/**
 * Firefox and WebKit for the tests, beside the Chromium of `browser.mjs`: finds the ones that are installed.
 * Firefox is driven over WebDriver BiDi and needs nothing beside itself; WebKitGTK needs its driver
 * and, as it has no headless mode, a display without a screen.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  join(process.env.PROGRAMFILES ?? 'C:\\', 'Mozilla Firefox\\firefox.exe'),
];
const MINI_BROWSERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'].flatMap(
  (folder) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser')),
);

const exists = (path) => existsSync(path);
/** The path of the first of these programs that is installed. */
export const onPath = (names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find(exists);

/**
 * The path of a Firefox: the one named in FIREFOX_PATH, else an installed one.
 * @returns {string | undefined}
 */
export const findFirefox = () =>
  process.env.FIREFOX_PATH || onPath(FIREFOX_NAMES) || FIREFOX_PLACES.find(exists);

/**
 * The paths of what it takes to drive WebKitGTK, if all of it is installed.
 * @returns {{ browser: string, driver: string, display: string } | undefined}
 */
export function findWebKit() {
  const browser = process.env.MINIBROWSER_PATH || MINI_BROWSERS.find(exists);
  const driver = onPath(['WebKitWebDriver']);
  const display = onPath(['Xvfb']);
  return browser && driver && display ? { browser, driver, display } : undefined;
}

/**
 * True if an engine beside Chromium is there to be driven.
 * @param {'firefox' | 'webkit'} engine
 */
export const hasEngine = (engine) => Boolean(engine === 'firefox' ? findFirefox() : findWebKit());
