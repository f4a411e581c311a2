/**
 * For `npm run test:spoken`, in which Orca reads the widgets aloud: the Debian packages that it takes, and the page of what
 * was heard.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = {
  Xvfb: 'xvfb',
  'dbus-daemon': 'dbus',
  openbox: 'openbox',
  orca: 'orca',
  'speech-dispatcher': 'speech-dispatcher',
  xdotool: 'xdotool',
  localedef: 'libc-bin',
  setpriv: 'util-linux',
  'firefox-esr': 'firefox-esr',
  chromium: 'chromium',
};
const FILES = {
  '/usr/libexec/at-spi-bus-launcher': 'at-spi2-core',
  '/usr/share/i18n/locales/nl_NL': 'locales',
};
/** Modules of Debian's Python, in which Orca is written. */
const MODULES = {
  pyatspi: 'python3-pyatspi',
  'gi.repository.Atspi': 'gir1.2-atspi-2.0',
  'gi.repository.Gtk': 'gir1.2-gtk-3.0',
  'gi.repository.Wnck': 'gir1.2-wnck-3.0',
};

/** A folder with a file of steps for each file of walks. */
const STEPS = 'out/spoken/heard';
const PAGE = 'test/spoken/heard.md';
const PREFACE = `# Heard

The words of Orca on every walk of \`npm run test:spoken\`, which writes this page: what was pressed, and each phrase that was said to it. Read it as somebody who does not see the widgets; in a comparison of two versions of it, read what has changed for them.
`;

/** Says with which command what is missing can be installed. @returns {string | undefined} */
export function missingPackages() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = [
    ...lacking(PROGRAMS, (name) => folders.some((folder) => existsSync(join(folder, name)))),
    ...lacking(FILES, existsSync),
    ...lacking(MODULES, imports),
  ];
  if (missing.length === 0) return undefined;
  return `Hearing the widgets takes programs that are not here. On Debian:\n\n  apt-get install -y --no-install-recommends ${missing.join(' ')}\n`;
}

const lacking = (packages, isThere) =>
  Object.entries(packages).flatMap(([name, brings]) => (isThere(name) ? [] : [brings]));

function imports(module) {
  try {
    execFileSync('/usr/bin/python3', ['-W', 'ignore', '-c', `import ${module}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Forgets what was heard before, so that the page gets only what this run hears. */
export function forgetHeard() {
  rmSync(STEPS, { recursive: true, force: true });
  mkdirSync(STEPS, { recursive: true });
}

/** Writes what was heard to the page. Areas that were not walked through keep what they had. */
export function writeHeard() {
  const areas = new Map(existsSync(PAGE) ? areasOf(readFileSync(PAGE, 'utf8')) : []);
  for (const file of readdirSync(STEPS)) {
    const walks = JSON.parse(readFileSync(join(STEPS, file), 'utf8'));
    areas.set(file.replace('.json', ''), Object.entries(walks).map(walkInWords).join('\n'));
  }
  const sorted = [...areas].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(PAGE, [PREFACE, ...sorted.map(([area, walks]) => `## ${area}\n\n${walks}`)].join('\n'));
}

const areasOf = (page) =>
  page
    .split(/^## /m)
    .slice(1)
    .map((text) => [text.split('\n', 1)[0], `${text.split('\n').slice(2).join('\n').trimEnd()}\n`]);

const walkInWords = ([name, steps]) => `### ${name}\n\n${steps.map(stepInWords).join('\n')}\n`;

const stepInWords = ({ did, said }) => `- \`${did}\` ${said.length > 0 ? said.join(' | ') : '(silence)'}`;
