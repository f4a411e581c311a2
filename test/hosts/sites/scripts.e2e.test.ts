/** The scripts of the widgets as sites load them: as classic ones, from a disk, with a chunk that does not come. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { nl as words } from '../../../src/element/locales/nl.js';
import { nl as noticeWords } from '../../../src/element/notices/locales/nl.js';
import { nl as timelineWords } from '../../../src/programme-timeline/locales/nl.js';
import { galleryOn, until, widgetOn } from '../../support/node/visit.js';
import { GALLERY, LOADER, partOf, servePages, TIMELINE, type Opened } from './site-pages.js';

const site = servePages({
  '/classic': `<script>let e = 1, t = 2, n = 3, o = 4, r = 5, i = 6, s = 7, c = 8, a = 9;</script>${GALLERY}
    <script src="/dist/ceal-widgets.js"></script><script src="/dist/ceal-widgets.js?again"></script>
    <script src="/dist/ceal-widgets.bundle.js"></script><script src="/dist/ceal-widgets.bundle.js?again"></script>`,
  '/widgets': `${LOADER}${GALLERY}${TIMELINE}`,
  '/file-address': `${LOADER}<ceal-enterprise-gallery src="file:///C:/feed.json"></ceal-enterprise-gallery>`,
});

describe('E22: scripts that run as classic ones', () => {
  const visit = site.opened('/classic');

  it('fill the page, beside names of the page like theirs, and twice', async () => {
    await galleryOn(visit.page).filled();
    const names = await visit.page.evaluate(() => Object.keys(globalThis));
    assert.deepEqual(
      names.filter((name) => /ceal|^.{1,2}$/i.test(name)),
      [],
    );
  });
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
    return site.openAddress(pathToFileURL(file).href);
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
    const { page } = await site.open('/file-address');
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
    const opened = await site.open('/widgets', {
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
