/**
 * The widgets on pages as sites have them: with old libraries, shortcuts and modals of their own, in frames and shadow
 * roots, behind consent managers, under inherited looks, with names that hide members of `document`.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, ElementHandle, Frame, HTTPRequest, KeyInput, Page } from 'puppeteer-core';
import { nl as words } from '../../src/element/locales/nl.js';
import { nl as noticeWords } from '../../src/element/notices/locales/nl.js';
import { nl as galleryWords } from '../../src/enterprise-gallery/locales/nl.js';
import { nl as detailWords } from '../../src/enterprise-gallery/detail/locales/nl.js';
import { nl as timelineWords } from '../../src/programme-timeline/locales/nl.js';
import { nl as formWords } from '../../src/signup-form/submission/locales/nl.js';
import { launch, openPage, type Seen } from '../support/node/browser.js';
import { visitorOf } from '../support/node/form-visits.js';
import { json } from '../support/node/stand-in.js';
import { galleryOn, guideOn, until, widgetOn } from '../support/node/visit.js';
import { findFile, sendBody, sendFile } from './static-files.js';

const FOLDERS: Readonly<Record<string, string>> = {
  dist: resolve('dist'),
  feeds: resolve('stories/feeds'),
};
const LOADER = '<script type="module" src="/dist/ceal-widgets.js"></script>';
const GALLERY =
  '<ceal-enterprise-gallery src="/feeds/overvecht.json" page-size="3"><p>Zie de lijst.</p></ceal-enterprise-gallery>';
const FORM = '<ceal-signup-form src="/feeds/overvecht.json" endpoint="/signups"></ceal-signup-form>';
const TIMELINE = '<ceal-programme-timeline src="/feeds/overvecht.json"></ceal-programme-timeline>';
const GUIDE = '<ceal-oasis-guide src="/feeds/overvecht.json"></ceal-oasis-guide>';
const RESERVE = '<link rel="stylesheet" href="/dist/ceal-widgets.css">';

/**
 * What old libraries put in the place of built-ins, or what would come of it: Prototype, MooTools, Sugar, Datejs, and
 * functions that sites copied.
 */
function likeOldLibraries(): void {
  const refuse = (name: string) => () => {
    throw new TypeError(`${name} is the page's`);
  };
  const realNow = Date.now;
  const serialise = JSON.stringify;
  Object.assign(Array, { from: (list?: ArrayLike<unknown>) => (list?.length ? [list] : []) });
  for (const name of ['entries', 'find', 'findIndex', 'flatMap', 'reduce', 'reduceRight'])
    Object.assign(Array.prototype, { [name]: refuse(name) });
  // Goes to the bottom, whatever it is asked.
  const { flat } = Array.prototype;
  Object.assign(Array.prototype, {
    flat(this: unknown[]) {
      return flat.call(this, Infinity);
    },
  });
  Object.assign(String.prototype, { replaceAll: refuse('replaceAll') });
  Object.assign(HTMLElement.prototype, { scrollTo: refuse('scrollTo') });
  Object.assign(Date, { parse: () => null, now: () => new Date(realNow()) });
  // MooTools has types of its own by these names.
  class Type {
    constructor() {
      refuse('Event')();
    }
  }
  Object.assign(window, { Event: Type, Document: Type });
  for (const { prototype } of [Array, Date, String, Map, Set])
    Object.assign(prototype, {
      toJSON(this: unknown) {
        return serialise(String(this));
      },
    });
  Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'an object', configurable: true });
}

/** A site's shortcuts, an outer modal that Escape closes, and a slide show that the space bar and arrows turn. */
function listenForKeys(): void {
  const page = window as unknown as { pressed: string[]; escaped: string[] };
  page.pressed = [];
  page.escaped = [];
  for (const type of ['keydown', 'keypress', 'keyup'])
    document.addEventListener(type, (event) => {
      const { key, target } = event as KeyboardEvent;
      if (key === 'Escape') page.escaped.push(type);
      else if (key !== 'Tab' && !(target as Element).matches('input, textarea, select')) {
        page.pressed.push(key);
        event.preventDefault();
      }
    });
}

/** What the translator of Firefox does to each text in a shadow root: its words come back, the comments beside it do not. */
function translateLikeFirefox(root: ParentNode & Node): void {
  const translate = () => {
    for (const element of root.querySelectorAll('*')) {
      const nodes = [...element.childNodes];
      if (!nodes.some((node) => node instanceof Text && /\S/.test(node.data))) continue;
      for (const node of nodes) if (node instanceof Comment) node.remove();
    }
  };
  new MutationObserver(translate).observe(root, { subtree: true, childList: true, characterData: true });
  translate();
}

const HIDING_NAMES = [
  'activeElement',
  'baseURI',
  'body',
  'cookie',
  'currentScript',
  'defaultView',
  'documentElement',
  'head',
  'hidden',
  'location',
  'readyState',
  'title',
  'visibilityState',
];

const PAGES: Readonly<Record<string, string>> = {
  '/old-libraries': `<script>(${String(likeOldLibraries)})()</script>${LOADER}${GALLERY}${FORM}${TIMELINE}${GUIDE}`,
  '/shortcuts': `<script>(${String(listenForKeys)})()</script>${LOADER}${GALLERY}${FORM}`,
  '/framed': `${LOADER}${GALLERY.replace('page-size', 'detail="link" page-size')}${TIMELINE}${FORM.replace(
    ' endpoint',
    ' privacy-href="https://example.org/privacy" endpoint',
  )}`,
  '/frame': '<h1>Site</h1><iframe src="/framed" title="Widgets" width="800" height="800"></iframe>',
  '/shadow': `${LOADER}<site-app></site-app><late-app></late-app><div id="plain"></div><script>
    const inside = '<h1>App</h1>${GALLERY}';
    const attach = (host) => { (host.shadowRoot ?? host.attachShadow({ mode: 'open' })).innerHTML = inside; };
    customElements.define('site-app', class extends HTMLElement {
      connectedCallback() { attach(this); }
    });
    addEventListener('load', () => setTimeout(() => {
      customElements.define('late-app', class extends HTMLElement {
        connectedCallback() { this.attachShadow({ mode: 'open' }).append(document.createElement('site-app')); }
      });
      attach(document.querySelector('#plain'));
    }));
  </script>`,
  '/classic': `<script>let e = 1, t = 2, n = 3, o = 4, r = 5, i = 6, s = 7, c = 8, a = 9;</script>${GALLERY}
    <script src="/dist/ceal-widgets.js"></script><script src="/dist/ceal-widgets.js?again"></script>
    <script src="/dist/ceal-widgets.bundle.js"></script><script src="/dist/ceal-widgets.bundle.js?again"></script>`,
  '/withheld': `${RESERVE}<script type="text/plain" data-category="functionality" src="/dist/ceal-widgets.js"></script>
    <script type="rocketlazyloadscript" data-rocket-src="/dist/ceal-widgets.js"></script>
    <script type="text/javascript" data-src="/dist/ceal-widgets.js"></script>${GALLERY}<p id="below">Onder.</p>`,
  '/on-its-way': `${RESERVE}<script type="module" async src="/never/ceal-widgets.js"></script>${GALLERY}<p id="below">Onder.</p>`,
  '/inherited': `<style>
      body { font: italic small-caps 700 14px/1.1 Georgia, serif; font-feature-settings: 'smcp'; word-break: break-all;
        line-break: anywhere; caret-color: transparent; text-align-last: center; text-emphasis: dot; quotes: '+' '+';
        cursor: wait; }
      div { text-align: center; white-space: nowrap; text-transform: uppercase; letter-spacing: 0.1em; text-indent: 2em;
        background: linear-gradient(90deg, #3a6ea5, #00b894); background-clip: text; hyphens: none;
        -webkit-text-fill-color: transparent; -webkit-text-stroke: 2px red; }
    </style>${LOADER}<div>${GALLERY}${FORM}</div>`,
  '/see-through': `<style>
      div { color: transparent; background: linear-gradient(90deg, #3a6ea5, #00b894); background-clip: text;
        -webkit-user-select: none; user-select: none; }
    </style>${LOADER}<div>${GALLERY}${FORM}</div>`,
  '/large-text': `<meta name="viewport" content="width=device-width"><style>html { font-size: 200%; }</style>${LOADER}${GALLERY.replace('page-size', 'detail="inline" layout="list" page-size')}`,
  '/widgets': `${LOADER}${GALLERY}${TIMELINE}`,
  '/file-address': `${LOADER}<ceal-enterprise-gallery src="file:///C:/feed.json"></ceal-enterprise-gallery>`,
  '/hiding-names': `${HIDING_NAMES.map((name) => `<img name="${name}" alt="">`).join('')}${LOADER}${GALLERY}${FORM}`,
};

let server: Server;
let browser: Browser;
let url: string;
const signups: string[] = [];

before(async () => {
  server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  browser = await launch();
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const [path = ''] = (request.url ?? '').split('?');
  if (request.method === 'POST') {
    signups.push(await text(request));
    return json(response, 201, { reference: 'A-1' });
  }
  // A script that stays on its way.
  if (path.startsWith('/never/')) return undefined;
  const page = PAGES[path];
  if (page !== undefined)
    return sendBody(
      request,
      response,
      Buffer.from(`<!doctype html><html lang="nl"><title>Site</title><link rel="icon" href="data:,">${page}`),
      { 'content-type': 'text/html; charset=utf-8' },
    );
  const [, folder = '', rest = ''] = path.split(/^\/(\w+)\//);
  const file = FOLDERS[folder] && (await findFile(FOLDERS[folder], rest));
  if (file) return sendFile(request, response, file);
  response.writeHead(404).end();
  return undefined;
}

interface Opened {
  readonly page: Page;
  readonly seen: Seen;
}

/** Opens a page for a group of tests, which says nothing in its console and throws nothing. */
function opened(path: string, waitUntil: 'load' | 'domcontentloaded' = 'load'): Opened {
  const visit = {} as { page: Page; seen: Seen };
  before(async () => Object.assign(visit, await openPage(browser, url + path, { waitUntil })));
  after(async () => {
    const { console, errors } = visit.seen;
    await visit.page.browserContext().close();
    assert.deepEqual({ console, errors }, { console: [], errors: [] });
  });
  return visit;
}

/** The first part of this name in a widget. */
async function partOf(place: Page | Frame, tag: string, part: string): Promise<ElementHandle<HTMLElement>> {
  return until(async () => {
    const handle = await place.evaluateHandle(
      (name, wanted) => document.querySelector(name)?.shadowRoot?.querySelector(`[part~="${wanted}"]`),
      tag,
      part,
    );
    return handle.asElement() as ElementHandle<HTMLElement> | null;
  }, `${part} of ${tag}`);
}

describe('E14: old libraries have replaced built-ins', () => {
  const visit = opened('/old-libraries');

  it('searches, filters, opens and walks on in the gallery', async () => {
    const gallery = galleryOn(visit.page);
    await gallery.filled();
    await (await gallery.part('search')).type('soep');
    await until(async () => (await gallery.names())[0] === 'Soep van overschot', 'the soup');
    await gallery.press(galleryWords.clear);
    await gallery.press(galleryWords.status);
    await (await (await gallery.part('facets')).$('input'))!.click();
    await until(async () => (await gallery.texts('chip')).length === 1, 'a chip');
    await gallery.press(galleryWords.clear);
    await gallery.filled();
    const [name = ''] = await gallery.names();
    await (await gallery.named('link', name)).click();
    await until(async () => (await gallery.title()) === name, 'the dialog');
    const onward = await gallery.part('dialog');
    await onward.evaluate((dialog, words) => {
      for (const button of dialog.querySelectorAll('button'))
        if (button.innerText.trim() === words) button.click();
    }, detailWords.next);
    await until(async () => (await gallery.title()) !== name, 'the next one');
    await visit.page.keyboard.press('Escape');
    await until(async () => (await gallery.texts('detail')).length === 0, 'the dialog to close');
  });

  it('shows the programme with its dates, and the guide around its circle, read and led', async () => {
    const timeline = widgetOn(visit.page, 'ceal-programme-timeline');
    await until(async () => (await timeline.texts('session')).length > 5, 'sessions');
    assert.ok((await timeline.texts('date')).some((date) => /\d{1,2} \w+/.test(date)));
    const guide = { ...guideOn(visit.page), press: widgetOn(visit.page, 'ceal-oasis-guide').press };
    await guide.at();
    await guide.press('Volgende: Verbinden');
    await guide.at('Stap 2 van 7: Verbinden');
    await guide.within((element) => {
      element.setAttribute('mode', 'facilitator');
      element.setAttribute('remember', '');
      return element.updateComplete;
    });
    await guide.press('Ligt alles klaar?');
    await (await guide.part('step')).evaluate((step) => step.querySelector('input')!.click());
    const kept = await until(
      () => visit.page.evaluate(() => Object.values({ ...localStorage }).join()),
      'what was ticked',
    );
    assert.match(kept, /"materials":\["/);
  });

  it('E15: sends lists as lists, whatever toJSON says', async () => {
    const visitor = visitorOf(visit.page);
    await visitor.ready();
    await visitor.fill();
    await visitor.send();
    await visitor.says(formWords.done);
    const { roles, consents, name, answers } = JSON.parse(signups.splice(0)[0] ?? '') as Record<
      string,
      unknown
    >;
    assert.ok(Array.isArray(roles) && roles.length === 1 && Array.isArray(consents));
    assert.equal(name, 'Noor Voorbeeld');
    assert.equal(typeof answers, 'object');
  });
});

describe('E7: a site with keyboard shortcuts', () => {
  const visit = opened('/shortcuts');
  const heard = () =>
    visit.page.evaluate(() =>
      (window as unknown as { pressed: string[]; escaped: string[] }).pressed.splice(0),
    );
  const escaped = () =>
    visit.page.evaluate(() =>
      (window as unknown as { pressed: string[]; escaped: string[] }).escaped.splice(0),
    );

  it('has what is typed in a field stay in it', async () => {
    const gallery = galleryOn(visit.page);
    await gallery.filled();
    const search = await gallery.part('search');
    await search.type('soep van ons?');
    await visit.page.keyboard.press('ArrowLeft');
    await visit.page.keyboard.press('Backspace');
    const value = () => search.evaluate((field) => (field as HTMLInputElement).value);
    assert.equal(await value(), 'soep van on?');
    // By the word.
    await visit.page.keyboard.down('Control');
    await visit.page.keyboard.press('ArrowLeft');
    await visit.page.keyboard.press('Backspace');
    await visit.page.keyboard.up('Control');
    assert.equal(await value(), 'soep on?');
    const form = visitorOf(visit.page);
    await form.ready();
    await form.type('name', 'Noor van s');
    assert.equal(await form.value('name'), 'Noor van s');
    assert.deepEqual(await heard(), []);
  });

  it('ticks a box and presses a button with the space bar', async () => {
    const roles = await visitorOf(visit.page).part('[name=roles]');
    await roles.focus();
    await visit.page.keyboard.press('Space');
    assert.equal(await roles.evaluate((box) => (box as HTMLInputElement).checked), true);
    const gallery = galleryOn(visit.page);
    await (await gallery.named('button', galleryWords.clear)).focus();
    await visit.page.keyboard.press('Space');
    await gallery.filled();
    assert.deepEqual(await heard(), []);
  });

  it('hears its shortcuts from our links and buttons, with a modifier from our fields, and Escape', async () => {
    const gallery = galleryOn(visit.page);
    const [name = ''] = await gallery.names();
    await (await gallery.named('link', name)).focus();
    await visit.page.keyboard.press('s');
    assert.ok((await heard()).includes('s'));
    await (await gallery.part('search')).focus();
    await visit.page.keyboard.down('Control');
    await visit.page.keyboard.press('k');
    await visit.page.keyboard.up('Control');
    assert.ok((await heard()).includes('k'));
    await visit.page.keyboard.press('Escape');
    assert.deepEqual(await escaped(), ['keydown', 'keyup']);
  });

  it('E8: does not hear the Escape that closes a dialog or the options of ours', async () => {
    const gallery = galleryOn(visit.page);
    const [name = ''] = await gallery.names();
    await (await gallery.named('link', name)).click();
    await until(async () => (await gallery.title()) === name, 'the dialog');
    await visit.page.keyboard.press('Escape');
    await until(async () => (await gallery.texts('detail')).length === 0, 'the dialog to close');
    await gallery.press(galleryWords.status);
    await visit.page.keyboard.press('Escape');
    assert.deepEqual(await escaped(), []);
    await visit.page.keyboard.press('Escape');
    assert.deepEqual(await escaped(), ['keydown', 'keyup']);
  });
});

it('A4: an enterprise that opens within a list stays in a telephone, with text of twice the size', async () => {
  const { page } = await openPage(browser, `${url}/large-text`, { viewport: { width: 390, height: 800 } });
  const gallery = galleryOn(page);
  await gallery.filled();
  const [name = ''] = await gallery.names();
  await (await gallery.named('link', name)).click();
  await until(async () => (await gallery.title()) === name, 'the detail');
  assert.equal(await page.evaluate(() => document.querySelector('html')!.scrollWidth), 390);
  await page.browserContext().close();
});

describe('E12: links inside a frame', () => {
  const visit = opened('/frame');
  const linkOf = async (place: Page | Frame, tag: string, selector: string) =>
    until(
      () =>
        place.evaluate(
          (name, wanted) => {
            const link = document.querySelector(name)?.shadowRoot?.querySelector<HTMLAnchorElement>(wanted);
            return link && { target: link.target, words: link.textContent };
          },
          tag,
          selector,
        ),
      `${selector} of ${tag}`,
    );
  const LINKS = [
    ['ceal-enterprise-gallery', '[part~=name] a'],
    ['ceal-programme-timeline', 'a[part~=link]'],
    ['ceal-signup-form', '[part~=privacy] a[href^=https]'],
  ] as const;

  it('leave it in a tab of their own, and say so', async () => {
    const frame = await until(
      () => visit.page.frames().find((it) => it.url().endsWith('/framed')),
      'the frame',
    );
    for (const [tag, selector] of LINKS) {
      const { target, words } = await linkOf(frame, tag, selector);
      assert.equal(target, '_blank', tag);
      assert.match(words, /\(opent in een nieuw tabblad\)/, tag);
    }
  });

  it('are as ever on a page', async () => {
    const { page } = await openPage(browser, `${url}/framed`);
    for (const [tag, selector] of LINKS) {
      const { target, words } = await linkOf(page, tag, selector);
      assert.equal(target, '', tag);
      assert.doesNotMatch(words, /tabblad/, tag);
    }
    await page.browserContext().close();
  });
});

it('E21: finds widgets in the shadow roots of a site, also in those that come later', async () => {
  const { page, seen } = await openPage(browser, `${url}/shadow`);
  const counts = () =>
    page.evaluate(() => {
      const within = (root: ParentNode, ...path: string[]): string => {
        const [tag, ...rest] = path;
        const inner = tag && root.querySelector(tag)?.shadowRoot;
        if (inner) return within(inner, ...rest);
        return root.querySelector<HTMLElement>('[part~=count]')?.innerText ?? '';
      };
      const gallery = 'ceal-enterprise-gallery';
      return [
        within(document, 'site-app', gallery),
        within(document, 'late-app', 'site-app', gallery),
        within(document, '#plain', gallery),
      ];
    });
  await until(async () => (await counts()).every((count) => /\d/.test(count)), 'three galleries');
  assert.deepEqual(seen.console, []);
  assert.deepEqual(seen.errors, []);
  await page.browserContext().close();
});

it('E17: keeps the field in which somebody types under a translator that takes comments away', async () => {
  const { page, seen } = await openPage(browser, `${url}/widgets`);
  const gallery = galleryOn(page);
  await gallery.filled();
  const root = await (await gallery.host()).evaluateHandle(({ shadowRoot }) => shadowRoot);
  await root.evaluate(translateLikeFirefox);
  await (await gallery.part('search')).focus();
  for (const key of 'soep') {
    await page.keyboard.press(key as KeyInput);
    await gallery.within((element) => element.updateComplete);
  }
  await until(async () => (await gallery.names())[0] === 'Soep van overschot', 'the soup');
  const search = await gallery.part('search');
  assert.equal(await search.evaluate((field) => (field as HTMLInputElement).value), 'soep');
  assert.equal(await gallery.within((element) => element.shadowRoot.activeElement?.localName), 'input');
  assert.deepEqual(seen.errors, []);
  await page.browserContext().close();
});

describe('E22: scripts that run as classic ones', () => {
  const visit = opened('/classic');

  it('fill the page, beside names of the page like theirs, and twice', async () => {
    await galleryOn(visit.page).filled();
    const names = await visit.page.evaluate(() => Object.keys(globalThis));
    assert.deepEqual(
      names.filter((name) => /ceal|^.{1,2}$/i.test(name)),
      [],
    );
  });
});

describe('E23: room for the widgets', () => {
  const below = async (path: string) => {
    const { page, seen } = await openPage(browser, url + path, { waitUntil: 'domcontentloaded' });
    const hasSheet = () => page.$eval('[rel=stylesheet]', (link) => (link as HTMLLinkElement).sheet !== null);
    await until(hasSheet, 'the style sheet');
    const at = await page.$eval('#below', (element) => element.getBoundingClientRect().top);
    assert.deepEqual(seen.console, []);
    await page.browserContext().close();
    return at;
  };

  it('is not held while their script is withheld', async () => assert.ok((await below('/withheld')) < 200));

  it('is held while their script is on its way', async () => assert.ok((await below('/on-its-way')) > 800));
});

it('E24: inherits no looks that hide or break its text', async () => {
  const { page, seen } = await openPage(browser, `${url}/inherited`);
  const looks = async (tag: string, part: string) =>
    (await partOf(page, tag, part)).evaluate((element) => {
      const style = getComputedStyle(element);
      const { wordBreak, lineBreak, caretColor, textAlignLast, quotes, cursor, textTransform } = style;
      const { letterSpacing, whiteSpace, textIndent, fontVariant, fontStyle, webkitTextStrokeWidth } = style;
      return {
        wordBreak,
        lineBreak,
        textAlignLast,
        quotes,
        textTransform,
        letterSpacing,
        whiteSpace: whiteSpace === 'pre-wrap' ? 'normal' : whiteSpace,
        textIndent,
        fontVariant,
        fontStyle,
        fontFeatureSettings: style.fontFeatureSettings,
        emphasis: style.getPropertyValue('text-emphasis-style'),
        stroke: webkitTextStrokeWidth,
        isVisible: style.webkitTextFillColor === style.color && caretColor === style.color,
        isWaiting: cursor === 'wait',
      };
    });
  const plain = {
    wordBreak: 'normal',
    lineBreak: 'auto',
    textAlignLast: 'auto',
    quotes: 'auto',
    textTransform: 'none',
    letterSpacing: 'normal',
    whiteSpace: 'normal',
    textIndent: '0px',
    fontVariant: 'normal',
    fontStyle: 'normal',
    fontFeatureSettings: 'normal',
    emphasis: 'none',
    stroke: '0px',
    isVisible: true,
    isWaiting: false,
  };
  assert.deepEqual(await looks('ceal-enterprise-gallery', 'tagline'), plain);
  assert.deepEqual(await looks('ceal-signup-form', 'input'), plain);
  assert.deepEqual(seen.console, []);
  await page.browserContext().close();
});

it('E24: is read, and its fields can be typed in, where a page makes its text transparent', async () => {
  const { page, seen } = await openPage(browser, `${url}/see-through`);
  const look = async (tag: string, part: string) =>
    (await partOf(page, tag, part)).evaluate((element) => {
      const { color, userSelect } = getComputedStyle(element);
      const probe = new OffscreenCanvas(1, 1).getContext('2d')!;
      probe.fillStyle = color;
      probe.fillRect(0, 0, 1, 1);
      return { opacity: probe.getImageData(0, 0, 1, 1).data[3], userSelect };
    });
  assert.equal((await look('ceal-enterprise-gallery', 'tagline')).opacity, 255);
  assert.deepEqual(await look('ceal-signup-form', 'input'), { opacity: 255, userSelect: 'text' });
  assert.deepEqual(seen.console, []);
  await page.browserContext().close();
});

describe('E26: a page that was opened from a disk', () => {
  const feed = '{"version":"1.0","id":"f","language":"nl","enterprises":[{"id":"a","name":"Soep"}]}';
  const tag = 'ceal-enterprise-gallery';
  const stateOf = (page: Page) =>
    partOf(page, tag, 'state').then((state) => state.evaluate((it) => it.innerText));
  let folder: string;
  before(async () => (folder = await mkdtemp(join(tmpdir(), 'ceal-'))));
  after(() => rm(folder, { recursive: true }));

  /** Opens a page that is a file, with the one script beside it. */
  async function openFile(body: string): Promise<Opened> {
    const script = pathToFileURL(resolve('dist/ceal-widgets.bundle.js')).href;
    const file = join(folder, 'pagina.html');
    await writeFile(file, `<!doctype html><html lang="nl"><script defer src="${script}"></script>${body}`);
    await writeFile(join(folder, 'feed.json'), feed);
    return openPage(browser, pathToFileURL(file).href);
  }

  it('says so where it names a feed beside it, at once, and not that there is no internet', async () => {
    const { page } = await openFile(`<${tag} src="feed.json"></${tag}>`);
    await until(async () => (await stateOf(page)).includes(noticeWords.failedFromDisk), 'what it is');
    assert.ok((await stateOf(page)).includes('opened-from-disk'));
    assert.ok(!(await stateOf(page)).includes(words.failedOffline));
    await page.browserContext().close();
  });

  it('shows a feed that stands in it', async () => {
    const { page, seen } = await openFile(
      `<${tag} deep-link><script type="application/json">${feed}</script></${tag}>`,
    );
    const gallery = galleryOn(page);
    await gallery.filled(1);
    await (await gallery.named('link', 'Soep')).click();
    await until(async () => (await gallery.title()) === 'Soep', 'the dialog');
    assert.deepEqual({ console: seen.console, errors: seen.errors }, { console: [], errors: [] });
    await page.browserContext().close();
  });

  it('is not what a page on a website is called that names a file', async () => {
    const { page } = await openPage(browser, `${url}/file-address`);
    await until(async () => (await stateOf(page)).includes('bad-address'), 'what it is');
    assert.ok((await stateOf(page)).includes(noticeWords.failedSetup));
    await page.browserContext().close();
  });
});

describe('E27: a later chunk that is blocked or missing', () => {
  const answers: Readonly<Record<string, (request: HTTPRequest) => Promise<void>>> = {
    'that a blocker keeps away': (request) => request.abort('blockedbyclient'),
    'that is not there': (request) =>
      request.respond({ status: 404, contentType: 'text/html', body: '<h1>404' }),
    'for which a page comes': (request) => request.respond({ contentType: 'text/html', body: '<h1>App' }),
  };

  /** Opens the widgets without the chunks of a name. */
  async function openWithout(chunk: string, answer: (request: HTTPRequest) => Promise<void>) {
    const isMissing = (address: string) => address.includes(`/chunks/${chunk}-`);
    const opened = await openPage(browser, `${url}/widgets`, {
      before: async (page) => {
        await page.setRequestInterception(true);
        page.on(
          'request',
          (request) => void (isMissing(request.url()) ? answer(request) : request.continue()),
        );
      },
    });
    const told = () => opened.seen.console.filter((line) => line.includes('[ceal-widgets]'));
    const requests = () => opened.seen.requests.filter(isMissing);
    return { ...opened, told, requests };
  }

  for (const [kind, refuse] of Object.entries(answers))
    it(`of a widget, ${kind}, leaves what stands in the widget, and is told once`, async () => {
      const { page, seen, told, requests } = await openWithout('enterprise-gallery', refuse);
      await until(() => requests().length > 1, 'another attempt');
      // A page that changes does not have it asked for again and again.
      for (let n = 0; n < 3; n++)
        await page.evaluate(() => document.body.append(document.createElement('i')));
      await until(
        async () => (await widgetOn(page, 'ceal-programme-timeline').texts('session')).length > 0,
        'sessions',
      );
      assert.equal(told().length, 1, told().join());
      assert.match(
        told()[0] ?? '',
        /<ceal-enterprise-gallery> could not be loaded:.*\/chunks\/enterprise-gallery-/,
      );
      assert.ok(await page.$eval('ceal-enterprise-gallery > p', (fallback) => fallback.checkVisibility()));
      assert.deepEqual(seen.errors, []);
      await page.browserContext().close();
    });

  it('of details is asked for once where a visitor comes near, and again where one is opened', async () => {
    const { page, told, requests } = await openWithout('detail', (request) => request.abort());
    const gallery = galleryOn(page);
    await gallery.filled();
    for (let times = 0; times < 3; times++) {
      await gallery.within((element) => {
        const list = element.shadowRoot.querySelector('[part~=list]')!;
        list.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      });
      await until(() => told().length === 1, 'what is missing');
    }
    assert.equal(requests().length, 1);
    const [name = ''] = await gallery.names();
    await gallery.within((element) =>
      element.shadowRoot.querySelector<HTMLElement>('[part~=name] a')!.click(),
    );
    await until(async () => (await gallery.texts('state'))[0] === words.failed, `no ${name}`);
    assert.match(told()[0] ?? '', /could not be loaded:.*\/chunks\/detail-/);
    await page.browserContext().close();
  });

  it('of search and filters is told in their place, below which the cards stay, and asked for again at a press', async () => {
    const refused = new Set<string>();
    const refuseOnce = (request: HTTPRequest) =>
      refused.size < refused.add(request.url()).size ? request.abort() : request.continue();
    const { page, seen } = await openWithout('controls', refuseOnce);
    const gallery = galleryOn(page);
    await until(() => gallery.hasNamed('button', words.retry), 'the button');
    assert.ok((await gallery.names()).length > 0);
    await (await gallery.named('button', words.retry)).evaluate((it) => it.click());
    const focused = () => gallery.within(({ shadowRoot }) => shadowRoot.activeElement?.id);
    await until(async () => (await focused()) === 'count', 'the focus on the count');
    assert.equal((await gallery.texts('search')).length, 1);
    assert.deepEqual(seen.errors, []);
    await page.browserContext().close();
  });

  it('of calendars is told beside the button', async () => {
    const { page, told } = await openWithout('download', (request) => request.abort());
    const timeline = widgetOn(page, 'ceal-programme-timeline');
    await until(() => timeline.hasNamed('button', timelineWords.addEdition), 'the button');
    const button = await timeline.named('button', timelineWords.addEdition);
    await button.evaluate((it) => it.click());
    const beside = () => button.evaluate((it) => getComputedStyle(it, '::after').content);
    await until(async () => (await beside()).includes(words.failed), 'what it is');
    assert.match(told()[0] ?? '', /could not be loaded:.*\/chunks\/download-/);
    await page.browserContext().close();
  });
});

describe('W6: names that hide members of the document', () => {
  const visit = opened('/hiding-names');

  it('leave the gallery and its dialog whole', async () => {
    const gallery = galleryOn(visit.page);
    await gallery.filled();
    const [name = ''] = await gallery.names();
    await (await gallery.named('link', name)).click();
    await until(async () => (await gallery.title()) === name, 'the dialog');
    const dialog = await partOf(visit.page, 'ceal-enterprise-gallery', 'dialog');
    assert.notEqual(await dialog.evaluate((element) => getComputedStyle(element).borderRadius), '0px');
    await visit.page.keyboard.press('Escape');
    assert.equal((await visit.page.$$('ceal-announcer')).length, 1);
  });

  it('leave the form able to send', async () => {
    const visitor = visitorOf(visit.page);
    await visitor.ready();
    await visitor.fill();
    await visitor.send();
    await visitor.says(formWords.done);
    assert.equal(signups.splice(0).length, 1);
  });
});
