/**
 * A desktop for one walk: a display, a session bus, a window manager, a voice without sound, and Orca; all in a folder of
 * their own, so that walks can go on at the same time and nothing of the user's is touched.
 */
import { execFile, execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { browserCommand, type Browser, type Language } from './browsers.js';
import { Programs } from './programs.js';

/** Of `orca-customizations.py`. */
export type SpeechEvent =
  { readonly kind: 'say'; readonly text: string } | { readonly kind: 'key' } | { readonly kind: 'idle' };

export interface Session {
  /** What Orca says, that it has dealt with a key, and that it has nothing more to do. */
  onSpeech(hear: (event: SpeechEvent) => void): void;
  /** Opens an address in the browser, once. */
  open(url: string): void;
  /** True if the browser, Orca or what lies between them is at work. */
  isBusy(): boolean;
  xdotool(...args: readonly string[]): Promise<unknown>;
  end(): Promise<void>;
}

const SOURCES = resolve('test/spoken/reader');
const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl_NL', en: 'en_US' };
const LOCALE_FOLDER = resolve('out/spoken/locales');
const FOLDERS = ['home', 'run', 'config', 'data', 'cache', 'orca', 'voice'];
const POLL_MS = 50;

export async function startSession(browser: Browser, lang: Language): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'ceal-spoken-'));
  for (const name of FOLDERS) mkdirSync(join(folder, name), { mode: 0o700 });
  const programs = new Programs(folder, environment(folder, lang));
  const end = async () => {
    await programs.end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  };
  try {
    return { ...(await fill(programs, folder, browser, lang)), end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function fill(
  programs: Programs,
  folder: string,
  browser: Browser,
  lang: Language,
): Promise<Omit<Session, 'end'>> {
  const { env } = programs;
  const display = await firstLine(
    programs.start(
      'xvfb',
      ['Xvfb', '-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
      'stdout',
    ),
  );
  env['DISPLAY'] = `:${display}`;
  env['DBUS_SESSION_BUS_ADDRESS'] = await firstLine(
    programs.start('dbus', ['dbus-daemon', '--session', '--nofork', '--print-address'], 'stdout'),
  );
  programs.start('openbox', ['openbox']);
  const bus = [
    '/usr/libexec/at-spi-bus-launcher',
    '--launch-immediately',
    '--a11y=1',
    '--screen-reader=1',
  ] as const;
  programs.start('at-spi', bus);
  await startVoice(programs, folder, lang);
  const speech = await startOrca(programs, folder);
  const command = browserCommand(browser, lang, folder);
  return {
    onSpeech: (hear) => speech.on('line', (line) => hear(JSON.parse(line) as SpeechEvent)),
    open: (url) => void programs.start('browser', command(url)),
    isBusy: () => programs.isBusy(),
    xdotool: (...args) => promisify(execFile)('xdotool', args, { env }),
  };
}

/** The address that a program tells when it is ready. */
async function firstLine({ stdout }: ChildProcess): Promise<string> {
  const [line] = (await once(createInterface({ input: stdout! }), 'line')) as [string];
  return line;
}

function environment(folder: string, lang: Language): Record<string, string> {
  const locale = makeLocale(lang);
  return {
    PATH: process.env['PATH'] ?? '',
    LOCPATH: LOCALE_FOLDER,
    LANG: locale,
    LC_ALL: locale,
    LANGUAGE: lang,
    TZ: 'Europe/Amsterdam',
    HOME: join(folder, 'home'),
    XDG_RUNTIME_DIR: join(folder, 'run'),
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_SESSION_TYPE: 'x11',
    GSETTINGS_BACKEND: 'memory',
    GTK_MODULES: 'gail:atk-bridge',
    GNOME_ACCESSIBILITY: '1',
    MOZ_ENABLE_ACCESSIBILITY: '1',
    SPEECHD_ADDRESS: `unix_socket:${join(folder, 'run', 'speechd.sock')}`,
    PYTHONWARNINGS: 'ignore',
    PYTHONDONTWRITEBYTECODE: '1',
  };
}

/** Makes a locale of the system in a folder of ours. @returns its name */
function makeLocale(lang: Language): string {
  const name = `${LOCALES[lang]}.UTF-8`;
  mkdirSync(LOCALE_FOLDER, { recursive: true });
  const path = join(LOCALE_FOLDER, name);
  if (!existsSync(path)) {
    // Under another name until it is whole, for who else needs it; whoever comes second has it already.
    const made = `${path}.${process.pid}`;
    execFileSync('localedef', ['-i', LOCALES[lang], '-f', 'UTF-8', made]);
    try {
      renameSync(made, path);
    } catch {
      rmSync(made, { recursive: true });
    }
  }
  return name;
}

async function startVoice(programs: Programs, folder: string, lang: Language): Promise<void> {
  const settings = join(folder, 'voice');
  const socket = join(folder, 'run', 'speechd.sock');
  mkdirSync(join(settings, 'modules'));
  writeFileSync(
    join(settings, 'speechd.conf'),
    `LogLevel 3
LogDir "${settings}"
DefaultModule silent
DefaultLanguage "${lang}"
Timeout 0
AddModule "silent" "${join(SOURCES, 'silent_voice.py')}"
`,
  );
  const options = ['-c', 'unix_socket', '-S', socket, '-C', settings, '-L', settings, '-P', `${socket}.pid`];
  programs.start('voice', ['speech-dispatcher', '--run-single', ...options]);
  const failed = programs.failed('voice');
  const ready = async () => {
    while (!existsSync(socket)) await wait(POLL_MS);
  };
  await Promise.race([ready(), failed]);
  failed.catch(() => {});
}

/** @returns what Orca says, a line each, once it has begun to listen */
async function startOrca(programs: Programs, folder: string): Promise<ReturnType<typeof createInterface>> {
  const settings = join(folder, 'orca');
  copyFileSync(join(SOURCES, 'orca-customizations.py'), join(settings, 'orca-customizations.py'));
  programs.env['SPOKEN_FD'] = '3';
  const child = programs.start('orca', ['/usr/bin/python3', join(SOURCES, 'start_orca.py'), settings], 3);
  const failed = programs.failed('orca');
  const speech = createInterface({ input: child.stdio[3] as Readable });
  await Promise.race([once(speech, 'line'), failed]);
  failed.catch(() => {});
  return speech;
}
