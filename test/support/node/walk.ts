/**
 * For walks through the partner pages that are the same in Chromium, Firefox and WebKit: one page of the engine under
 * test, with the few things that a visitor does there. Everything is found by role and name.
 *
 *     const walk = await openWalk();
 *     await walk.open('/universiteit/');
 *     await walk.click('button', nl.theme);
 *     assert.deepEqual(await walk.trouble(), []);
 *     await walk.close();
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyInput } from 'puppeteer-core';
import { launchWebKit } from '#tools/run/webkit.mjs';
import { startHosts, EMPTY_PATH, type HostsOptions } from '../../hosts/server.js';
import { accessible, type Accessible } from './accessible.js';
import { launch, openPage, stepInHistory, type Seen } from './browser.js';
import { ENGINE } from './engine.js';
import { NOTING_SCRIPT, pageTools, type PageTools } from './page-tools.js';
import { sessionOf, until } from './visit.js';

const WIDE = { width: 1280, height: 900 };

/** What a page of puppeteer and one of WebKit's driver have in common. */
interface DrivenPage {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  setViewport(viewport: typeof WIDE): Promise<unknown>;
  readonly keyboard: {
    press(key: KeyInput): Promise<unknown>;
    down(key: KeyInput): Promise<unknown>;
    up(key: KeyInput): Promise<unknown>;
    type(text: string): Promise<unknown>;
  };
  readonly mouse: { click(x: number, y: number): Promise<unknown> };
}

interface Driver {
  readonly page: DrivenPage;
  /** Runs an expression in the page and gives what comes of it, as JSON. */
  run(expression: string): Promise<unknown>;
  /** What the engine itself has said since it was last asked. */
  said(): readonly string[];
  goBack(): Promise<unknown>;
  goForward(): Promise<unknown>;
  close(): Promise<unknown>;
}

export interface Walk {
  readonly url: string;
  /** The folder in which the browser puts what it downloads. */
  readonly downloads: string;
  readonly page: DrivenPage;
  goBack(): Promise<unknown>;
  goForward(): Promise<unknown>;
  /** Opens a page with nothing stored, and waits until its widgets are filled. */
  open(path: string): Promise<void>;
  /** Gives the open page this width. WebKit, whose windows are never so narrow, holds it in a frame. */
  narrowTo(width: number): Promise<void>;
  /** Runs a function in the page, with the tools of a page and what else is given. It sees nothing else. */
  ask<T, Rest extends unknown[]>(
    act: (tools: PageTools, ...rest: Rest) => T,
    ...rest: Rest
  ): Promise<Awaited<T>>;
  /** Asks so until the answer is not falsy, and gives that. */
  wait<T, Rest extends unknown[]>(
    what: string,
    act: (tools: PageTools, ...rest: Rest) => T,
    ...rest: Rest
  ): Promise<Exclude<Awaited<T>, false | '' | 0 | null | undefined>>;
  /** Waits until a part says this; gives the words of every part of the name. */
  says(part: string, words: string): Promise<unknown>;
  /** Waits until what has the focus has this name. */
  atName(name: string): Promise<unknown>;
  focused(): Promise<Accessible>;
  press(key: KeyInput, times?: number): Promise<void>;
  /** Presses Tab, or with Shift, until something of this name has the focus; gives the names on the way. */
  tabTo(name: string, isBack?: boolean): Promise<readonly string[]>;
  /** Presses something by the mouse. */
  click(role: string, name: string, isStart?: boolean): Promise<void>;
  /** What went wrong on the page since it was opened: messages, errors, broken policies, files that are not there. */
  trouble(): Promise<readonly string[]>;
  close(): Promise<unknown>;
}

const MAX_TABS = 80;

/** Opens the partner pages in the engine under test. */
export async function openWalk(options: Pick<HostsOptions, 'feeds' | 'receiver'> = {}): Promise<Walk> {
  const hosts = await startHosts({ port: 0, firstScript: NOTING_SCRIPT, ...options });
  const downloads = await mkdtemp(join(tmpdir(), 'ceal-walk-'));
  const driver =
    ENGINE === 'WebKit' ? await driveWebKit(downloads) : await drivePuppeteer(hosts.url, downloads);
  const { page } = driver;
  let isFramed = false;

  const ask: Walk['ask'] = async (act, ...rest) => {
    const place = isFramed ? 'document.querySelector("iframe").contentDocument' : 'document';
    return (await driver.run(
      `(${String(act)})((${String(pageTools)})(${String(accessible)}, ${place}), ...${JSON.stringify(rest)})`,
    )) as never;
  };
  const wait: Walk['wait'] = (what, act, ...rest) => until(() => ask(act, ...rest), what);
  const filled = async () => {
    await wait('the widgets', ({ unfilled, all }) => all('main').length > 0 && unfilled().length === 0);
    await ask(({ drawn }) => drawn().then(() => true));
  };
  const focused = () => ask((tools) => tools.focused());
  const empty = async () => {
    isFramed = false;
    await page.goto(hosts.url + EMPTY_PATH);
    await driver.run('(localStorage.clear(), sessionStorage.clear())');
  };

  const press: Walk['press'] = async (key, times = 1) => {
    for (let n = 0; n < times; n++) await page.keyboard.press(key);
  };
  let opened = '';

  return {
    url: hosts.url,
    downloads,
    page,
    goBack: driver.goBack,
    goForward: driver.goForward,
    ask,
    wait,
    focused,
    press,
    async open(path) {
      await empty();
      await page.setViewport(WIDE);
      driver.said();
      opened = path;
      await page.goto(hosts.url + path);
      await filled();
    },
    async narrowTo(width) {
      if (ENGINE !== 'WebKit') return void (await page.setViewport({ ...WIDE, width }));
      if (!isFramed) {
        await empty();
        await driver.run(
          `new Promise((settle) => {
            const frame = document.body.appendChild(document.createElement('iframe'));
            frame.height = ${WIDE.height};
            frame.addEventListener('load', () => settle());
            frame.src = ${JSON.stringify(opened)};
          })`,
        );
        isFramed = true;
      }
      await driver.run(`void (document.querySelector('iframe').width = ${width})`);
      await filled();
      // Two frames, for what watches its size.
      await driver.run(
        'new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(() => settle())))',
      );
    },
    says: (part, words) =>
      wait(
        `“${words}”`,
        ({ texts }, name, wanted) => texts(name).some((text) => text.includes(wanted)),
        part,
        words,
      ),
    atName: (name) =>
      wait(`the focus on “${name}”`, (tools, wanted) => tools.focused().name === wanted, name),
    async tabTo(name, isBack = false) {
      const way: string[] = [];
      if (isBack) await page.keyboard.down('Shift');
      try {
        while (way.length < MAX_TABS) {
          await press('Tab');
          const { name: reached } = await focused();
          if (reached === name) return way;
          way.push(reached);
        }
      } finally {
        if (isBack) await page.keyboard.up('Shift');
      }
      throw new Error(`no way to “${name}” along ${way.join(', ')}`);
    },
    async click(role, name, isStart = false) {
      const { x, y } = await wait(
        `the ${role} “${name}”`,
        ({ named, spot }, ...wanted) => {
          const element = named(...wanted);
          return element && spot(element);
        },
        role,
        name,
        isStart,
      );
      await page.mouse.click(x, y);
    },
    async trouble() {
      const noted = await ask((tools) => tools.noted());
      const reports = (await (await fetch(`${hosts.url}/csp-reports.json`)).json()) as unknown[];
      return [
        ...noted.console,
        ...noted.errors,
        ...noted.violations,
        ...driver.said(),
        ...reports.map((report) => JSON.stringify(report)),
      ];
    },
    async close() {
      await Promise.all([driver.close(), hosts.close()]);
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

/** Chromium or Firefox, which also tell what they have to say themselves. */
async function drivePuppeteer(url: string, downloads: string): Promise<Driver> {
  const browser = await launch({
    extraPrefsFirefox: {
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      // Its panel takes keys from the page.
      'browser.download.alwaysOpenPanel': false,
    },
  });
  const { page, seen } = await openPage(browser, url + EMPTY_PATH, { viewport: WIDE });
  if (ENGINE === 'Chromium')
    await (
      await sessionOf(page)
    ).send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: downloads,
      browserContextId: page.browserContext().id!,
    });
  return {
    page,
    run: (expression) => page.evaluate(expression),
    said: () => told(seen),
    goBack: () => stepInHistory(page),
    goForward: () => stepInHistory(page, 1),
    close: () => browser.close(),
  };
}

/** Everything seen so far, in lines; then nothing is. */
function told({ console: lines, errors, failed, foreign, violations, requests }: Seen): readonly string[] {
  requests.splice(0);
  const policies = violations.splice(0).map((violation) => JSON.stringify(violation));
  return [...[lines, errors, failed, foreign].flatMap((list) => list.splice(0)), ...policies];
}

/** WebKit, whose driver hears nothing of the console: there only the page's own notes count. Downloads go home. */
async function driveWebKit(downloads: string): Promise<Driver> {
  const { HOME } = process.env;
  process.env['HOME'] = downloads;
  const { page, close } = await launchWebKit({ viewport: WIDE });
  process.env['HOME'] = HOME;
  return {
    page,
    run: (expression) => page.evaluate(`() => ${expression}`),
    said: () => [],
    goBack: page.goBack,
    goForward: page.goForward,
    close,
  };
}
