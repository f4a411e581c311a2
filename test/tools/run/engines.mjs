/**
 * Firefox and WebKit for the tests, beside the Chromium of `browser.mjs`: finds the ones that are installed, and installs
 * Debian's where we may. Firefox is driven over WebDriver BiDi and needs nothing beside itself; WebKitGTK needs its driver
 * and, as it has no headless mode, a display without a screen.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isMain } from '../process.mjs';

const FIREFOX_NAMES = ['firefox-esr', 'firefox'];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  join(process.env.PROGRAMFILES ?? 'C:\\', 'Mozilla Firefox\\firefox.exe'),
];
const MINI_BROWSERS = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/libexec'].flatMap(
  (folder) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(folder, name, 'MiniBrowser')),
);
const PACKAGES = { firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] };

const exists = (path) => existsSync(path);
const onPath = (names) =>
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

/** Installs Debian's packages of the engines that are not there, where we may: as root, where there is `apt-get`. */
export function installEngines() {
  const missing = Object.keys(PACKAGES).filter((engine) => !hasEngine(engine));
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const packages = missing.flatMap((engine) => PACKAGES[engine]);
  console.log(`Installing browsers for the tests (${packages.join(', ')}).`);
  const aptGet = (...args) =>
    execFileSync('apt-get', args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...packages);
  } catch {
    console.log('They could not be installed: the tests run without them.');
  }
}

if (isMain(import.meta.url)) installEngines();
