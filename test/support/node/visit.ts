/**
 * For the end-to-end tests on the partner pages: a site and a browser for a file of tests, pages whose galleries are
 * filled, and what a visitor sees, hears and holds there. Inside a gallery everything is found by the parts that it names
 * in public.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession, ElementHandle, KeyInput, Page } from 'puppeteer-core';
import { nl as common } from '../../../src/element/locales/nl.js';
import type {} from '../../../src/enterprise-gallery/enterprise-gallery.js';
import { nl } from '../../../src/enterprise-gallery/locales/nl.js';
import type { Text } from '../../../src/i18n/text.js';
import type {} from '../../../src/oasis-guide/oasis-guide.js';
import type {} from '../../../src/programme-timeline/programme-timeline.js';
import { accessible } from './accessible.js';
import { launch, openPage, type PageOptions, type Seen } from './browser.js';
import { lacking } from './engine.js';
import { startHosts } from '../../hosts/server.js';

/** Longer than a busy machine needs: nobody waits for it but a test that fails. */
const TIMEOUT_MS = 120_000;
const POLL_MS = 25;

/** The sample feed as it is written, as far as the tests look at it. */
interface SampleFeed {
  readonly themes: readonly { readonly id: string; readonly label: Text }[];
  readonly enterprises: readonly SampleEnterprise[];
  readonly sessions: readonly SampleSession[];
  readonly history: readonly { readonly id: string }[];
  readonly signups: readonly Readonly<Record<string, unknown>>[];
  readonly oasis: {
    readonly steps: readonly {
      readonly id: string;
      readonly name: Text;
      readonly activities?: readonly { readonly id: string; readonly title: Text }[];
    }[];
  };
}

export interface SampleEnterprise {
  readonly id: string;
  readonly name: Text;
  readonly status?: string;
  readonly themes?: readonly string[];
  readonly draft?: boolean;
  readonly example?: boolean;
}

export interface SampleSession {
  readonly id: string;
  readonly title: Text;
  readonly edition?: string;
  readonly start?: string;
  readonly end?: string;
}

/** The sample feed, for what the pages should show of it. */
export const FEED = JSON.parse(readFileSync('stories/feeds/overvecht.json', 'utf8')) as SampleFeed;
/** The enterprises that visitors get to see. */
export const ENTERPRISES = FEED.enterprises.filter(({ draft }) => !draft);

/** The Dutch words of a text of the feed. */
export const inDutch = (text: Text): string =>
  typeof text === 'string' ? text : (text['nl'] ?? text['en'] ?? '');

/** The count as the gallery words it. */
export const sayCount = (n: number): string => {
  const { zero, one, other } = nl.results;
  return n === 0 ? zero : (n === 1 ? one : other).replace('{n}', String(n));
};

/** A page with its first gallery. */
export interface Visit {
  readonly page: Page;
  readonly seen: Seen;
  readonly gallery: GalleryVisit;
  close(): Promise<void>;
}

export interface VisitOptions extends PageOptions {
  /** `false` where there is no gallery to wait for. */
  readonly filled?: boolean;
}

/** The partner pages and a browser. */
export interface Site {
  readonly url: string;
  readonly browser: Browser;
  /** Opens a page and waits until its first gallery is filled. */
  visit(path: string, options?: VisitOptions): Promise<Visit>;
  close(): Promise<unknown>;
}

export async function openSite(): Promise<Site> {
  const [hosts, browser] = await Promise.all([startHosts({ port: 0 }), launch()]);
  return {
    url: hosts.url,
    browser,
    async visit(path, { filled = true, ...options } = {}) {
      const { page, seen } = await openPage(browser, hosts.url + path, {
        ...options,
        before: async (opened) => {
          await opened.evaluateOnNewDocument(noteAnnouncements);
          await options.before?.(opened);
        },
      });
      const gallery = galleryOn(page);
      if (filled) await gallery.filled();
      return { page, seen, gallery, close: () => page.browserContext().close() };
    },
    close: () => Promise.all([browser.close(), hosts.close()]),
  };
}

/** Asks until the answer is not falsy, and gives that; `what` names it in the error when it never comes. */
export async function until<T>(
  ask: () => T | Promise<T>,
  what: string,
): Promise<Exclude<T, false | '' | 0 | null | undefined>> {
  for (const end = Date.now() + TIMEOUT_MS; ; await wait(POLL_MS)) {
    const answer = await ask();
    if (answer) return answer as Exclude<T, false | '' | 0 | null | undefined>;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
  }
}

type WidgetTag = 'ceal-enterprise-gallery' | 'ceal-programme-timeline' | 'ceal-oasis-guide';
/** The element of a widget that has been defined. */
type Widget<Tag extends WidgetTag> = HTMLElementTagNameMap[Tag] & { readonly shadowRoot: ShadowRoot };

/** A widget of a page, as a visitor meets it. */
export interface WidgetVisit<Tag extends WidgetTag> {
  /** A handle on the element; an error where it is not there. */
  host(): Promise<ElementHandle<Widget<Tag>>>;
  /** Runs in the page, with the widget's element and what else is given. */
  within<T, Rest extends unknown[]>(
    act: (element: Widget<Tag>, ...rest: Rest) => T,
    ...rest: Rest
  ): Promise<Awaited<T>>;
  /** The words of every part of this name that is in sight. */
  texts(part: string): Promise<string[]>;
  /** A handle on a part, to press or to type in; an error where it is not there. */
  part(name: string, index?: number): Promise<ElementHandle<HTMLElement>>;
  /** True if there is such a part. */
  hasPart(name: string): Promise<boolean>;
  /** A handle by role and name, as a screen reader finds it; an error where it is not there. */
  named(role: string, name: string): Promise<ElementHandle<HTMLElement>>;
  /** True if there is something of this role and name. */
  hasNamed(role: string, name: string): Promise<boolean>;
  /** Presses a button by its name; an error where it is not there. */
  press(name: string): Promise<void>;
}

export function widgetOn<Tag extends WidgetTag>(page: Page, tag: Tag, nth = 0): WidgetVisit<Tag> {
  // One message to the page each: a handle found by a selector of Puppeteer takes ten.
  const host = async () => {
    const handle = await page.evaluateHandle((name, n) => document.querySelectorAll(name)[n], tag, nth);
    return found((handle.asElement() as ElementHandle<Widget<Tag>> | null) ?? undefined, tag);
  };
  const within = async <T, Rest extends unknown[]>(
    act: (element: Widget<Tag>, ...rest: Rest) => T,
    ...rest: Rest
  ): Promise<Awaited<T>> => {
    const inPage = act as (element: Widget<Tag>, ...rest: unknown[]) => T;
    return (await host()).evaluate(inPage, ...rest);
  };
  const findPart = async (part: string, index = 0) => {
    const handle = await (
      await host()
    ).evaluateHandle(
      ({ shadowRoot }, name, n) => shadowRoot.querySelectorAll(`[part~="${name}"]`)[n],
      part,
      index,
    );
    return (handle.asElement() as ElementHandle<HTMLElement> | null) ?? undefined;
  };
  const findNamed = async (role: string, name: string) => {
    const handle = await (await rootOf(await host())).$(`::-p-aria([role="${role}"][name="${name}"])`);
    return (handle as ElementHandle<HTMLElement> | null) ?? undefined;
  };
  const named = async (role: string, name: string) => found(await findNamed(role, name), `${role} “${name}”`);
  return {
    host,
    within,
    named,
    press: async (name) => (await named('button', name)).click(),
    texts: (part) =>
      within(
        (element, name) =>
          [...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])]
            .filter((it) => it.checkVisibility())
            .map((it) => it.innerText.trim()),
        part,
      ),
    part: async (name, index) => found(await findPart(name, index), `part “${name}”`),
    hasPart: async (name) => (await findPart(name)) !== undefined,
    hasNamed: async (role, name) => (await findNamed(role, name)) !== undefined,
  };
}

/** Firefox looks for names where it is told to begin, and in no shadow root beneath. */
const rootOf = async (host: ElementHandle<HTMLElement>): Promise<ElementHandle<Node>> =>
  lacking('accessibility tree')
    ? found(
        (await host.evaluateHandle(({ shadowRoot }) => shadowRoot)).asElement() ?? undefined,
        'shadow root',
      )
    : host;

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what} here.`);
  return value;
}

export interface GalleryVisit extends WidgetVisit<'ceal-enterprise-gallery'> {
  count(): Promise<string | undefined>;
  /** The names of the enterprises, each without the mark of an example. */
  names(): Promise<string[]>;
  /** The name of the enterprise that is open, without the mark of an example; `undefined` where none is. */
  title(): Promise<string | undefined>;
  /** Waits until all enterprises are counted, and there are `n` of them if that is given. */
  filled(n?: number): Promise<unknown>;
}

/** Of an example the words for voices and the badge follow the name in the same heading. */
const withoutMark = (name: string): string =>
  name.replace(new RegExp(`\\s*,\\s*${common.example}\\s*${common.example}$`), '');

/** The name of an enterprise as a screen reader has it: of an example it says so. */
export const spokenName = (name: string): string =>
  ENTERPRISES.some((enterprise) => enterprise.example && inDutch(enterprise.name) === name)
    ? `${name}, ${common.example}`
    : name;

/** One gallery of a page. */
export function galleryOn(page: Page, nth = 0): GalleryVisit {
  const tag = 'ceal-enterprise-gallery';
  const gallery = widgetOn(page, tag, nth);
  const isThere = () => page.evaluate((name, n) => document.querySelectorAll(name).length > n, tag, nth);
  const count = async () => (await gallery.texts('count'))[0];
  const isCounted = (words = '') => /\d/.test(words) || words === nl.results.zero;
  return {
    ...gallery,
    count,
    names: async () => (await gallery.texts('name')).map(withoutMark),
    title: async () => (await gallery.texts('detail-name')).map(withoutMark)[0],
    filled: (n) =>
      until(
        async () => {
          const words = (await isThere()) ? await count() : undefined;
          return n === undefined ? isCounted(words) : words === sayCount(n);
        },
        `the count${n === undefined ? '' : ` of ${n}`}`,
      ),
  };
}

const sessions = new WeakMap<Page, CDPSession>();

/** The line to the browser itself, for what a page cannot tell about itself. */
export async function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  return session;
}

/** Words in one line. The tree parts what is in elements of its own by a blank, also before a comma that no voice says. */
const inOneLine = (words: string): string =>
  words
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=[,:])/g, '');

/**
 * The element with the focus, however deep in shadow roots: its role, and its name as a screen reader says it, or its
 * words.
 */
export async function focused(page: Page): Promise<{ role: string | undefined; name: string }> {
  const handle = await page.evaluateHandle(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  });
  const element = found((handle.asElement() as ElementHandle<HTMLElement> | null) ?? undefined, 'focus');
  if (lacking('accessibility tree')) return element.evaluate(accessible);
  const backendNodeId = await element.backendNodeId();
  const session = await sessionOf(page);
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    backendNodeId,
    fetchRelatives: false,
  });
  const { role, name } = found(nodes[0], 'node in the accessibility tree');
  const words = String(name?.value ?? '') || (await element.evaluate(({ innerText }) => innerText));
  return { role: role && String(role.value), name: inOneLine(words) };
}

/** The words that the announcer of the page says now. */
export const said = (page: Page): Promise<string> =>
  page.$eval('ceal-announcer', (region) => region.textContent.trim());

/** Runs in a page before its own scripts. Notes what the announcer says: an announcement stands for seconds only. */
function noteAnnouncements(): void {
  const announced: string[] = [];
  Object.defineProperty(globalThis, 'announced', { value: announced });
  let current = '';
  new MutationObserver(() => {
    const words = document.querySelector('ceal-announcer')?.textContent.trim() ?? '';
    if (words && words !== current) announced.push(words);
    current = words;
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** True if the announcer has said this, since it was last asked. */
const isSaid = (page: Page, words: string): Promise<boolean> =>
  page.evaluate((expected) => {
    const { announced } = globalThis as unknown as { announced: string[] };
    return announced.splice(0, announced.indexOf(expected) + 1).length > 0;
  }, words);

/** Waits until the announcer has said this, since it was last waited for. */
export const untilSaid = (page: Page, words: string): Promise<unknown> =>
  until(() => isSaid(page, words), `the announcement “${words}”`);

/**
 * Waits until a search shows this enterprise first and says how many there are: before, the list may be that of fewer
 * letters. Gives the names found.
 */
export const untilFound = (page: Page, gallery: GalleryVisit, first: string): Promise<string[]> =>
  until(async () => {
    const names = await gallery.names();
    const isFound = names[0] === first && names.length < ENTERPRISES.length;
    return isFound && (await isSaid(page, sayCount(names.length))) && names;
  }, `“${first}”, found and said`);

/** Presses a key, so many times. */
export async function press(page: Page, key: KeyInput, times = 1): Promise<void> {
  for (let n = 0; n < times; n++) await page.keyboard.press(key);
}

export interface GuideVisit extends WidgetVisit<'ceal-oasis-guide'> {
  /** The heading of what is shown, in one line. */
  heading(): Promise<string | undefined>;
  /** Waits until this is the heading, or any is there. */
  at(words?: string): Promise<unknown>;
  /** Presses a button whose text begins so; an error where it is not there. */
  press(name: string): Promise<void>;
}

/** The Oasis guide of a page. */
export function guideOn(page: Page): GuideVisit {
  const guide = widgetOn(page, 'ceal-oasis-guide');
  // Its first line is there to be seen alone; voices have the same words before the name.
  const heading = async () =>
    (await guide.texts('step-heading'))[0]?.replace(/^.*\n/, '').replaceAll(/\s+/g, ' ');
  return {
    ...guide,
    heading,
    at: (words) =>
      until(async () => {
        const now = await heading();
        return words === undefined ? now : now === words;
      }, words ?? 'the guide'),
    press: async (name) => {
      const handle = await (
        await guide.host()
      ).evaluateHandle(
        ({ shadowRoot }, start) =>
          [...shadowRoot.querySelectorAll('button')].find((it) => it.innerText.trim().startsWith(start)),
        name,
      );
      const button = handle.asElement() as ElementHandle<HTMLButtonElement> | null;
      await found(button ?? undefined, `button “${name}”`).click();
    },
  };
}
