/**
 * For the end-to-end tests on the partner pages: a site and a browser for a file of tests, pages whose galleries are
 * filled, and what a visitor sees, hears and holds there. Inside a gallery everything is found by the parts that it names
 * in public.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { launch, openPage } from './browser.js';
import { startHosts } from '../../hosts/server.js';

const PATIENCE = 10_000;
const GALLERY = 'ceal-enterprise-gallery';

/** The sample feed, for what the pages should show of it. */
export const FEED = JSON.parse(readFileSync('stories/feeds/overvecht.json', 'utf8'));
/** What visitors get to see of it. */
export const ENTERPRISES = FEED.enterprises.filter(({ draft }) => !draft);

/** The words of a text of the feed. */
export const inDutch = (text) => (typeof text === 'string' ? text : (text.nl ?? text.en));

/** The count as the gallery words it. */
export const sayCount = (n) =>
  n === 0 ? 'Niets gevonden' : `${n} ${n === 1 ? 'onderneming' : 'ondernemingen'}`;

/** The partner pages and a browser; `visit` opens a page and waits until its first gallery is filled. */
export async function openSite() {
  const [hosts, browser] = await Promise.all([startHosts({ port: 0 }), launch()]);
  return {
    url: hosts.url,
    browser,
    async visit(path, { filled = true, ...options } = {}) {
      const { page, seen } = await openPage(browser, hosts.url + path, options);
      const gallery = galleryOn(page);
      if (filled) await gallery.filled();
      return { page, seen, gallery, close: () => page.browserContext().close() };
    },
    close: () => Promise.all([browser.close(), hosts.close()]),
  };
}

/** Asks until the answer is not falsy, and gives that; `what` names it when it never comes. */
export async function until(ask, what) {
  for (const end = Date.now() + PATIENCE; ; await wait(25)) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
  }
}

/** One widget of a page, as a visitor meets it. */
export function widgetOn(page, tag, nth = 0) {
  const host = async () => (await page.$$(tag))[nth];
  /** Runs in the page, with the widget's element and what else is given. */
  const within = async (act, ...rest) => (await host()).evaluate(act, ...rest);
  /** The words of every part of this name that is in sight. */
  const texts = (name) =>
    within(
      (element, part) =>
        [...(element.shadowRoot?.querySelectorAll(`[part~="${part}"]`) ?? [])]
          .filter((it) => it.checkVisibility())
          .map((it) => it.innerText.trim()),
      name,
    );
  return {
    host,
    within,
    texts,
    /** A handle on a part, to press or to type in. */
    part: async (name, at = 0) => (await (await host()).$$(`>>> [part~="${name}"]`))[at],
    /** A handle by role and name, as a screen reader finds it. */
    named: async (role, name) => (await host()).$(`::-p-aria([role="${role}"][name="${name}"])`),
  };
}

/** One gallery of a page. */
export function galleryOn(page, nth = 0) {
  const gallery = widgetOn(page, GALLERY, nth);
  const count = async () => (await gallery.texts('count'))[0];
  return {
    ...gallery,
    count,
    names: () => gallery.texts('name'),
    /** Waits until all enterprises are counted, and there are `n` of them if that is given. */
    filled: (n) =>
      until(
        async () => {
          const told = (await gallery.host()) && (await count());
          return n === undefined ? /\d|Niets/.test(told ?? '') : told === sayCount(n);
        },
        `the count${n === undefined ? '' : ` of ${n}`}`,
      ),
  };
}

const sessions = new WeakMap();

/** The line to the browser itself, for what a page cannot tell about itself. */
export async function sessionOf(page) {
  if (!sessions.has(page)) sessions.set(page, await page.createCDPSession());
  return sessions.get(page);
}

/** What holds the focus, however deep in shadow roots: its role, and its name as a screen reader says it, or its words. */
export async function focused(page) {
  const handle = await page.evaluateHandle(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  });
  const backendNodeId = await handle.asElement().backendNodeId();
  const session = await sessionOf(page);
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    backendNodeId,
    fetchRelatives: false,
  });
  const { role, name } = nodes[0];
  const words = name?.value || (await handle.evaluate((element) => element.innerText));
  return { role: role?.value, name: words.trim().replaceAll(/\s+/g, ' ') };
}

/** What the announcer of the page says now. */
export const said = (page) => page.$eval('ceal-announcer', (region) => region.textContent.trim());

/** Waits until the announcer says this. */
export const untilSaid = (page, words) =>
  until(async () => (await said(page)) === words, `the announcement “${words}”`);

/** Presses a key, so many times. */
export async function press(page, key, times = 1) {
  for (let n = 0; n < times; n++) await page.keyboard.press(key);
}

/** The Oasis guide of a page. */
export function guideOn(page) {
  const guide = widgetOn(page, 'ceal-oasis-guide');
  /** The heading of what is shown, in one line. */
  const heading = async () =>
    (await guide.texts('step-heading'))[0]?.replaceAll(/\s+/g, ' ').replace(' : ', ': ');
  return {
    ...guide,
    heading,
    /** Waits until this is the heading, or any is there. */
    at: (words) =>
      until(async () => {
        const now = await heading();
        return words === undefined ? now : now === words;
      }, words ?? 'the guide'),
    /** Presses a button as a finger or a mouse does. Its name may begin so. */
    press: async (name) => {
      const buttons = await (await guide.host()).$$('>>> button');
      for (const button of buttons)
        if ((await button.evaluate((it) => it.innerText.trim())).startsWith(name)) return button.click();
      throw new Error(`no button “${name}”`);
    },
  };
}
