/** The address keeps what a visitor sees, through reloading, back and forward; the rest of it is left alone. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { nl } from '../../src/enterprise-gallery/locales/nl.js';
import { keepsPages, stepInHistory } from '../support/node/browser.js';
import {
  ENTERPRISES,
  FEED,
  galleryOn,
  inDutch,
  openSite,
  until,
  untilFound,
  type GalleryVisit,
  type Site,
} from '../support/node/visit.js';
import { EMPTY_PATH } from './server.js';

const THEME = FEED.themes[0]!;
const having = ENTERPRISES.filter(({ themes = [] }) => themes.includes(THEME.id));
const [SHARED] = having;
const SHARED_THEME = SHARED!.themes![0]!;
const ENTERPRISE = ENTERPRISES[0]!;
const NAME = inDutch(ENTERPRISE.name);

let site: Site;
let page: Page;
let gallery: GalleryVisit;
before(async () => {
  site = await openSite();
  ({ page, gallery } = await site.visit('/universiteit/'));
});
after(() => site?.close());

const fragment = () => page.evaluate(() => location.hash);
let arrivals = 0;
/** Opens the page at a fragment, as a link from elsewhere would: a new document, as its query is new too. */
async function arriveAt(hash: string, path = '/universiteit/') {
  arrivals += 1;
  await page.goto(`${site.url}${path}?arrival=${arrivals}${hash}`);
  await gallery.filled();
}
/** True if the page is still the one that was opened last: a step back has not left it. */
const isAtArrival = () => new URL(page.url()).searchParams.get('arrival') === String(arrivals);
const opened = () => gallery.title();
const choose = async (facet: string, name: string) => {
  await gallery.press(facet);
  for (const label of await (await gallery.part('facets')).$$('label'))
    if ((await label.evaluate(({ innerText }) => innerText)).startsWith(name)) return label.click();
};
const fragmentIs = (hash: string) => until(async () => (await fragment()) === hash, hash || 'no fragment');

describe('with deep links', () => {
  beforeEach(() => arriveAt(''));

  it('writes a search and brings it back after reloading', async () => {
    await (await gallery.part('search')).type('soep');
    await fragmentIs('#ceal-gallery.q=soep');
    const found = await until(async () => {
      const names = await gallery.names();
      return names[0] === 'Soep van overschot' && names;
    }, 'the soup');
    await page.reload();
    await gallery.filled(found.length);
    assert.equal(
      await (await gallery.part('search')).evaluate((field) => (field as HTMLInputElement).value),
      'soep',
    );
    assert.deepEqual(await gallery.names(), found);
  });

  it('E32: brings a visitor back to where they were in a longer list, also without a copy of the page', async () => {
    const pageSize = 12;
    await gallery.press(nl.showMore.other.replace('{n}', String(pageSize)));
    await fragmentIs(`#ceal-gallery.shown=${2 * pageSize}`);
    const focusMoved = () =>
      page.evaluate(() => document.activeElement?.localName === 'ceal-enterprise-gallery');
    await until(focusMoved, 'the focus on the first new card');
    await page.evaluate(() => scrollTo({ top: 1_500, behavior: 'instant' }));
    const top = await page.evaluate(() => scrollY);
    assert.ok(top > 1_000);
    await page.goto(`${site.url}/kaal/`);
    await stepInHistory(page);
    await gallery.filled(ENTERPRISES.length);
    await until(async () => (await page.evaluate(() => scrollY)) === top, 'the place');
  });

  it('makes no step in the history of every key', async () => {
    const before = await page.evaluate(() => history.length);
    await (await gallery.part('search')).type('soep');
    await fragmentIs('#ceal-gallery.q=soep');
    assert.equal(await page.evaluate(() => history.length), before);
  });

  it('makes a step of each filter, and takes each back', async () => {
    await choose(nl.theme, inDutch(THEME.label));
    await gallery.filled(having.length);
    assert.equal(await fragment(), `#ceal-gallery.theme=${THEME.id}`);
    await stepInHistory(page);
    await gallery.filled(ENTERPRISES.length);
    assert.ok(isAtArrival());
    assert.deepEqual(await gallery.texts('chip'), []);
    await stepInHistory(page, 1);
    await gallery.filled(having.length);
    assert.deepEqual(await gallery.texts('chip'), [inDutch(THEME.label)]);
  });

  it('opens an enterprise from its link, and closes with the back button', async () => {
    await (await gallery.named('link', NAME)).click();
    await until(async () => (await opened()) === NAME, 'the dialog');
    assert.equal(await fragment(), `#ceal-gallery.open=${ENTERPRISE.id}`);
    await stepInHistory(page);
    await until(async () => (await opened()) === undefined, 'the dialog to close');
    assert.ok(isAtArrival());
    assert.equal(await fragment(), '');
    await stepInHistory(page, 1);
    await until(async () => (await opened()) === NAME, 'the dialog again');
  });

  it('leaves no step behind when an enterprise is closed by hand', async () => {
    await page.goto(site.url + EMPTY_PATH);
    await arriveAt('');
    await (await gallery.named('link', NAME)).click();
    await until(async () => (await opened()) === NAME, 'the dialog');
    await page.keyboard.press('Escape');
    await fragmentIs('');
    await until(async () => (await opened()) === undefined, 'the dialog to close');
    await stepInHistory(page);
    assert.equal(await page.evaluate(() => location.pathname), EMPTY_PATH);
  });

  it('opens what a shared link says, with the selection around it', async () => {
    await arriveAt(`#ceal-gallery.theme=${SHARED_THEME}&ceal-gallery.open=${SHARED!.id}`);
    await until(async () => (await opened()) === inDutch(SHARED!.name), 'the dialog');
    await page.keyboard.press('Escape');
    await gallery.filled(ENTERPRISES.filter(({ themes = [] }) => themes.includes(SHARED_THEME)).length);
  });

  it('bears a link to what is not there', async () => {
    await arriveAt('#ceal-gallery.open=nobody&ceal-gallery.theme=nothing&ceal-gallery.sort=%E0%A4%A');
    await gallery.filled(ENTERPRISES.length);
    assert.equal(await opened(), undefined);
  });

  it('goes on where it was when the browser brings the page back from its cache', async () => {
    await page.evaluate(() =>
      addEventListener(
        'pageshow',
        ({ persisted }) => (document.documentElement.dataset['back'] = String(persisted)),
      ),
    );
    await choose(nl.theme, inDutch(THEME.label));
    await gallery.filled(having.length);
    const isKept = await keepsPages(page.browser(), site.url);
    await page.goto(`${site.url}/kaal/`);
    await stepInHistory(page);
    // Nothing of ours stands in the way of a browser that keeps pages whole.
    const back = () => page.evaluate(() => document.documentElement.dataset['back']);
    if (isKept) assert.equal(await until(back, 'pageshow'), 'true');
    await gallery.filled(having.length);
    await gallery.press(nl.clear);
    await gallery.filled(ENTERPRISES.length);
    await fragmentIs('');
  });
});

describe('the rest of the address', () => {
  const search = async () => {
    await (await gallery.part('search')).type('soep');
    await until(async () => (await gallery.names())[0] === 'Soep van overschot', 'the soup');
  };

  it('keeps the values of others to the letter', async () => {
    await arriveAt('#photo=a%20b&ceal-gallery.sort=name&empty&x=%2F+');
    await search();
    assert.equal(await fragment(), '#photo=a%20b&empty&x=%2F+&ceal-gallery.q=soep&ceal-gallery.sort=name');
    await gallery.press(nl.clear);
    await fragmentIs('#photo=a%20b&empty&x=%2F+&ceal-gallery.sort=name');
  });

  it('leaves somebody alone who types before the code for arriving is there', async () => {
    const held: HTTPRequest[] = [];
    let isHeld = true;
    const visit = await site.visit('/universiteit/#ceal-gallery.sort=name', {
      before: async (opened) => {
        await opened.setRequestInterception(true);
        opened.on('request', (request) => {
          if (isHeld && request.url().includes('/arrival-')) held.push(request);
          else void request.continue();
        });
      },
    });
    await until(() => held.length > 0, 'the request for that code');
    const field = await visit.gallery.part('search');
    await field.type('so');
    isHeld = false;
    const arrived = visit.page.waitForResponse((response) => response.url().includes('/arrival-'));
    for (const request of held) void request.continue();
    await (await arrived).buffer();
    await visit.gallery.within(async (element) => {
      await new Promise((settle) => requestAnimationFrame(settle));
      await element.updateComplete;
    });
    await visit.page.keyboard.type('ep');
    assert.equal(await field.evaluate((it) => (it as HTMLInputElement).value), 'soep');
    await until(async () => (await visit.gallery.names())[0] === 'Soep van overschot', 'the soup');
    await visit.close();
  });

  for (const theirs of ['#experiment', '#/route/3?x=1', '#!old=1'])
    it(`overwrites no ${theirs}`, async () => {
      await arriveAt(theirs);
      const before = await fragment();
      await search();
      assert.equal(await fragment(), before);
    });

  it('keeps the state of a router', async () => {
    await arriveAt('');
    await page.evaluate(() => history.replaceState({ route: 7 }, ''));
    await search();
    await fragmentIs('#ceal-gallery.q=soep');
    assert.deepEqual(await page.evaluate(() => history.state as unknown), { route: 7 });
  });

  it('is nothing to a gallery without deep links', async () => {
    await arriveAt('#ceal-gallery.q=soep', '/bundel/');
    await gallery.filled(ENTERPRISES.length);
    await (await gallery.part('search')).type('fiets');
    await untilFound(page, gallery, 'Fietswerkplaats');
    assert.equal(await fragment(), '#ceal-gallery.q=soep');
  });

  it('has a part for each gallery by its id', async () => {
    await arriveAt('', '/kaal/');
    await page.$$eval('ceal-enterprise-gallery', ([first, , third]) => {
      for (const [id, element] of Object.entries({ eten: first!, alles: third! })) {
        element.id = id;
        element.deepLink = true;
      }
    });
    await page.evaluate(() => (location.hash = 'ceal-gallery-alles.q=soep&ceal-gallery-eten.status=idea'));
    await until(async () => (await galleryOn(page, 2).names())[0] === 'Soep van overschot', 'the soup');
    assert.deepEqual(await galleryOn(page, 0).texts('chip'), ['Idee']);
    assert.deepEqual(await galleryOn(page, 1).texts('chip'), ['Idee']);
  });
});
