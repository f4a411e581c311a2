/** Looking through the gallery on a real page, with a mouse. The keyboard has a file of its own. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { nl as detailWords } from '../../src/enterprise-gallery/detail/locales/nl.js';
import { nl } from '../../src/enterprise-gallery/locales/nl.js';
import { lacking } from '../support/node/engine.js';
import {
  ENTERPRISES,
  FEED,
  focused,
  inDutch,
  openSite,
  sayCount,
  spokenName,
  until,
  untilFound,
  untilSaid,
  type GalleryVisit,
  type SampleEnterprise,
  type Site,
  type Visit,
} from '../support/node/visit.js';

interface Theme {
  readonly id: string;
  readonly label: string;
}
const themes: Theme[] = FEED.themes.map(({ id, label }) => ({ id, label: inDutch(label) }));
const FIRST = themes[0]!;
const SECOND = themes[1]!;
const having =
  (theme: Theme) =>
  (enterprise: SampleEnterprise): boolean =>
    enterprise.themes?.includes(theme.id) ?? false;
const runs = ({ status }: SampleEnterprise) => status === 'running';

let site: Site;
let visit: Visit;
let page: Page;
let gallery: GalleryVisit;
before(async () => {
  site = await openSite();
  visit = await site.visit('/universiteit/');
  ({ page, gallery } = visit);
});
after(() => site?.close());

async function clear() {
  await page.click('#ondernemingen-kop');
  if (await gallery.hasNamed('button', nl.clear)) await gallery.press(nl.clear);
  await gallery.filled(ENTERPRISES.length);
}

/** The options in sight: a handle on each, its name and its count. */
async function options() {
  const labels = await (await gallery.part('facets')).$$('label');
  const inSight = await Promise.all(
    labels.map(async (handle) => {
      // Those of a facet that was closed stay, out of sight.
      const words = await handle.evaluate((it) => it.checkVisibility() && it.innerText.trim());
      const [, name, count] = (words && /^(.*?)\s*(\d+)/s.exec(words)) || [];
      return name === undefined ? [] : [{ handle, name, count: Number(count) }];
    }),
  );
  return inSight.flat();
}

const option = async (name: string) => (await options()).find((found) => found.name === name);

describe('searching', () => {
  afterEach(clear);

  it('finds while typing, and says how many', async () => {
    await (await gallery.part('search')).type('soep');
    const names = await untilFound(page, gallery, 'Soep van overschot');
    assert.equal(await gallery.count(), sayCount(names.length));
  });

  it('marks what was found, whatever the accents', async () => {
    await (await gallery.part('search')).type('cafe');
    await until(async () => (await gallery.names())[0] === 'Mama Café', 'the café');
    const marks = await gallery.within((element) =>
      [...element.shadowRoot.querySelectorAll('[part~=name] mark')].map((mark) => mark.textContent),
    );
    assert.ok(marks.includes('Café'), marks.join());
  });

  it('says so when nothing is found, and how to go on', async () => {
    await (await gallery.part('search')).type('xyzzy');
    await gallery.filled(0);
    assert.deepEqual(await gallery.names(), []);
    assert.match((await gallery.texts('state'))[0]!, /haal een filter weg/);
    await untilSaid(page, `${sayCount(0)}. ${nl.nothingFoundHelp}`);
  });
});

describe('filtering', () => {
  afterEach(clear);

  it('counts what every choice would give', async () => {
    await gallery.press(nl.theme);
    for (const theme of themes) {
      const count = (await option(theme.label))?.count ?? 0;
      assert.equal(count, ENTERPRISES.filter(having(theme)).length, theme.id);
    }
  });

  it('adds within a facet, narrows between facets, and shows what is chosen', async () => {
    const either = ENTERPRISES.filter(
      (enterprise) => having(FIRST)(enterprise) || having(SECOND)(enterprise),
    );
    await gallery.press(nl.theme);
    await (await option(FIRST.label))!.handle.click();
    await gallery.filled(ENTERPRISES.filter(having(FIRST)).length);
    await (await option(SECOND.label))!.handle.click();
    await gallery.filled(either.length);
    await gallery.press(nl.status);
    const running = (await option(nl['status-running']))!;
    assert.equal(running.count, either.filter(runs).length);
    await running.handle.click();
    await gallery.filled(running.count);
    assert.deepEqual(await gallery.texts('chip'), [FIRST.label, SECOND.label, nl['status-running']]);
    await untilSaid(page, sayCount(running.count));
  });

  it('takes one choice away, and keeps the focus in the gallery', async () => {
    await gallery.press(nl.theme);
    await (await option(FIRST.label))!.handle.click();
    await gallery.filled(ENTERPRISES.filter(having(FIRST)).length);
    await gallery.press(nl.removeFilter.replace('{filter}', FIRST.label));
    await gallery.filled(ENTERPRISES.length);
    assert.equal((await focused(page)).name, sayCount(ENTERPRISES.length));
  });

  it('closes the options at a press elsewhere', async () => {
    await gallery.press(nl.theme);
    assert.ok((await options()).length > 0);
    await page.click('#ondernemingen-kop');
    await until(async () => (await options()).length === 0, 'the options to close');
  });
});

describe('the list', () => {
  it('is ordered as asked', async () => {
    const select = await gallery.part('sort');
    await select.select('name');
    await until(async () => (await gallery.names())[0] !== inDutch(ENTERPRISES[0]!.name), 'another order');
    const names = await gallery.names();
    assert.deepEqual(names, names.toSorted(new Intl.Collator('nl').compare));
    await select.select('feed');
    await until(async () => (await gallery.names())[0] === inDutch(ENTERPRISES[0]!.name), 'the first order');
  });

  it('shows more, and goes to the first of them', async () => {
    const before = await gallery.names();
    const left = Math.min(ENTERPRISES.length - before.length, before.length);
    await gallery.press(nl.showMore.other.replace('{n}', String(left)));
    const names = await until(async () => {
      const now = await gallery.names();
      return now.length > before.length && now;
    }, 'more cards');
    assert.equal(names.length, before.length + left);
    assert.equal((await focused(page)).name, names[before.length]);
  });
});

describe('opening an enterprise', () => {
  const title = () => gallery.title();

  it('shows it in a dialog, walks on, and comes back to its card', async () => {
    const [first, second] = await gallery.names();
    const link = await gallery.named('link', first!);
    await link.click();
    await until(async () => (await title()) === first, 'the dialog');
    assert.equal((await focused(page)).name, spokenName(first!));
    await gallery.press(detailWords.next);
    await until(async () => (await title()) === second, 'the next one');
    assert.match((await gallery.texts('detail'))[0]!, new RegExp(`2 van ${ENTERPRISES.length}`));
    await gallery.press(nl.close);
    await until(async () => (await gallery.texts('detail')).length === 0, 'the dialog to close');
    assert.equal((await focused(page)).name, second);
  });

  it('closes at a press on the backdrop', async () => {
    const [first] = await gallery.names();
    await (await gallery.named('link', first!)).click();
    await until(async () => (await title()) === first, 'the dialog');
    await page.mouse.click(8, 8);
    await until(async () => (await gallery.texts('detail')).length === 0, 'the dialog to close');
  });

  it('says that an example is one', async () => {
    const example = inDutch(ENTERPRISES.find((enterprise) => enterprise.example)!.name);
    await (await gallery.named('link', example)).click();
    await until(async () => (await title()) === example, 'the dialog');
    assert.match((await gallery.texts('detail'))[0]!, /Voorbeeld/);
    await page.keyboard.press('Escape');
  });

  it('opens in place where the page asks for that', async () => {
    const buurt = await site.visit('/buurt/');
    const [first] = await buurt.gallery.names();
    const link = await buurt.gallery.named('link', first!);
    await link.click();
    await until(async () => (await buurt.gallery.title()) === first, 'the detail');
    assert.equal((await focused(buurt.page)).name, spokenName(first!));
    assert.equal(await buurt.gallery.hasPart('dialog'), false);
    await link.click();
    await until(async () => (await buurt.gallery.texts('detail')).length === 0, 'the detail to close');
    await buurt.close();
  });
});

it('does all this in silence, on its own origin', () => {
  const { console: lines, errors, failed, foreign } = visit.seen;
  assert.deepEqual({ lines, errors, failed, foreign }, { lines: [], errors: [], failed: [], foreign: [] });
});

const moduleKept = lacking('module asked for again');

/** Visits a page on which some files are missing, for as long as `isGone` says so. */
const visitWithout = (files: RegExp, isGone: () => boolean) =>
  site.visit('/universiteit/', {
    before: async (page: Page) => {
      await page.setRequestInterception(true);
      page.on(
        'request',
        (request: HTTPRequest) =>
          void (isGone() && files.test(request.url())
            ? request.respond({ status: 404 })
            : request.continue()),
      );
    },
  });

it(
  'says so when the code that searches cannot be loaded, and tries again when a visitor comes back to it',
  { skip: moduleKept },
  async () => {
    let isGone = true;
    const { page, gallery, seen, close } = await visitWithout(/\/search-/, () => isGone);
    const names = await gallery.names();
    await (await gallery.part('search')).type('soep');
    await until(async () => (await gallery.texts('count'))[0] === nl.failed, 'the message');
    assert.deepEqual(await gallery.names(), names);
    assert.ok(seen.console.some((line) => line.includes('could not be loaded')));

    isGone = false;
    await page.focus('a[href]');
    await (await gallery.part('search')).focus();
    await until(async () => (await gallery.texts('count'))[0] !== nl.failed, 'what is found');
    assert.notDeepEqual(await gallery.names(), names);
    await close();
  },
);

it(
  'says so when the page of an enterprise cannot be loaded, and tries again at the next press',
  { skip: moduleKept },
  async () => {
    let isGone = true;
    const { gallery, seen, close } = await visitWithout(/\/detail-/, () => isGone);
    const [name] = await gallery.names();
    const told = () => gallery.within(({ dataset }) => Number(dataset['told']));
    await gallery.within((element) => {
      element.dataset['told'] = '0';
      element.addEventListener(
        'ceal-gallery-opened',
        () => (element.dataset['told'] = String(Number(element.dataset['told']) + 1)),
      );
    });
    await (await gallery.named('link', name!)).click();
    await until(async () => (await gallery.texts('state'))[0] === nl.failed, 'the message');
    assert.equal(await told(), 0);
    assert.ok(seen.console.some((line) => line.includes('could not be loaded')));
    await gallery.press(nl.close);
    await until(async () => (await gallery.texts('state')).length === 0, 'the message to go');

    isGone = false;
    await (await gallery.named('link', name!)).click();
    await until(async () => (await gallery.texts('detail'))[0]?.includes(name!), 'the enterprise');
    assert.equal(await told(), 1);
    await close();
  },
);

it('is given its feed where the loader does not look, in a shadow root', async () => {
  const body = `<!doctype html><html lang="nl"><title>Schaduw</title><main></main>
    <ceal-enterprise-gallery hidden></ceal-enterprise-gallery>
    <script type="module" src="/dist/ceal-widgets.js"></script>`;
  const { page, close } = await site.visit('/universiteit/', {
    filled: false,
    before: async (page: Page) => {
      await page.setRequestInterception(true);
      page.on(
        'request',
        (request: HTTPRequest) =>
          void (request.isNavigationRequest()
            ? request.respond({ body, contentType: 'text/html; charset=utf-8' })
            : request.continue()),
      );
    },
  });
  await page.$eval('main', (main) => {
    const feed = document.createElement('ceal-feed');
    feed.setAttribute('src', '/feeds/overvecht.json');
    feed.append(document.createElement('ceal-enterprise-gallery'));
    main.attachShadow({ mode: 'open' }).append(feed);
  });
  const told = () => page.$eval('main >>> [part~=count]', (count) => count.textContent.trim());
  const isThere = () => told().catch(() => undefined);
  await until(async () => (await isThere()) === sayCount(ENTERPRISES.length), 'the enterprises');
  await close();
});
