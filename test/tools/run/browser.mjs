/**
 * Finds a Chromium for the tests: the one named in CHROME_PATH, else an installed one, else Debian's, when we may install
 * it. The last resort, where only npm can be reached, is the one in the npm packages (Linux on x64). It is made for cloud
 * functions: it has no windows, no back/forward cache, and does not ask again for a script that once failed to load.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chromium-headless-shell',
  'microsoft-edge',
];
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[name] ?? 'C:\\', path),
    ),
  ),
};
const ADVICE =
  'No browser to test with: install Chrome or Chromium, or name one in the environment variable CHROME_PATH.';

/** Arguments with which it starts everywhere: as root, in a container, without a graphics card. */
export const BROWSER_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/**
 * The path of a browser that runs. Puts it, and what else it needs, in the environment, so that programs started from
 * here find the same one at once.
 * @throws {Error} Where there is none and none can be installed, or CHROME_PATH names a file that is not there.
 * @returns {Promise<string>}
 */
export async function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  const path = named || installed() || fromDebian() || (await fromNpm());
  if (!path) throw new Error(ADVICE);
  process.env.CHROME_PATH = path;
  return path;
}

function installed() {
  const folders = process.platform === 'win32' ? [] : (process.env.PATH ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find((path) => existsSync(path) && runs(path));
}

/** True if a browser starts at all: a snap's stub, or one without its libraries, does not. */
function runs(path) {
  if (process.platform === 'win32') return true;
  try {
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 15_000 });
    return true;
  } catch {
    return false;
  }
}

/** Unpacks the Chromium made for cloud functions. It brings the libraries that a minimal system lacks. */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = new URL('../../../node_modules/@sparticuz/chromium/', import.meta.url);
  const { version } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8'));
  const folder = fileURLToPath(new URL(`../../../node_modules/.cache/chromium/${version}`, import.meta.url));
  mkdirSync(folder, { recursive: true });
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  // Read when the package is imported: where to unpack, and (posing as a cloud function) that it brings libraries too.
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    useFonts(join(folder, 'fonts'));
    if (!runs(path)) return undefined;
    console.log(
      'No browser is installed: testing with the Chromium of @sparticuz/chromium, the last resort.',
    );
    return path;
  } finally {
    restore({ TMPDIR, AWS_EXECUTION_ENV });
  }
}

/**
 * The fonts of the system, and the ones that the package brings. Its own list names only folders that exist elsewhere,
 * and a browser without any font dies of the first text.
 */
function useFonts(folder) {
  const places = ['/usr/share/fonts', '/usr/local/share/fonts', folder].map((place) => `<dir>${place}</dir>`);
  const cache = `<cachedir>${join(folder, 'cache')}</cachedir>`;
  writeFileSync(join(folder, 'fonts.conf'), `<fontconfig>${places.join('')}${cache}</fontconfig>\n`);
  process.env.FONTCONFIG_PATH = folder;
}

function restore(variables) {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing a browser for the tests (chromium).');
  try {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return undefined;
  }
  return installed();
}
