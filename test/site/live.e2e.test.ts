/** A site while somebody edits its feed: made anew on each save, served as it will be, and seen at once in open pages. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { framePolicy } from '../../src/embed/frame/files/policy.js';
import { nl } from '../../src/embed/frame/page/locales/nl.js';
import { COMMON_HEADERS, PAGE_POLICY } from '../../src/site/headers/rules.js';
import { launch, openPage, type Seen } from '../support/node/browser.js';
import { startSite, type LiveSiteProcess } from '../support/node/live-site.js';
import { at, feed, FEED, make, MOVING, out, PICTURE, read, writeFeed } from '../support/node/made-site.js';
import { contentsOf } from '../support/node/site.js';
import { until } from '../support/node/visit.js';

/** Longer than the command waits for the next look at a file, and for the end of a save. */
const SAVE_AGAIN_MS = 1_000;
const IN_PLACE = ['--feed', feed, '--out', out];

let browser: Browser;
let site: LiveSiteProcess | undefined;
before(async () => (browser = await launch()));
after(() => browser?.close());
// A test that fails has not stopped it, and its process would keep this one alive.
afterEach(() => site?.stop('SIGKILL'));

/** Starts the command with `--serve`. @returns the address of the site */
async function serve(...args: readonly string[]): Promise<string> {
  site = startSite(...IN_PLACE, '--serve', '--port', '0', ...args);
  return site.says(/See it at (http:\/\/127\.0\.0\.1:\d+\/)\. Stop with Ctrl\+C\./);
}

const headingOf = (page: Page) =>
  page.evaluate(() => document.querySelector('h1')?.textContent).catch(() => undefined);

/** The times that a page was loaded. */
const loadsOf = (seen: Seen, url: string) => seen.requests.filter((address) => address === url).length;

describe('a site that is watched and served', () => {
  it('is made anew on each save, and shown by itself in the pages that are open', async () => {
    writeFeed({ title: 'Eerst' });
    const url = await serve('--watch');
    const { page, seen } = await openPage(browser, url);
    assert.equal(await headingOf(page), 'Eerst');
    writeFeed({ title: 'Daarna' });
    await site!.says(/is made/);
    await until(async () => (await headingOf(page)) === 'Daarna', 'the page, loaded again');
    // An editor that puts another file in the place of the old one.
    writeFileSync(`${feed}.tmp`, JSON.stringify({ ...FEED, title: 'Verwisseld' }));
    renameSync(`${feed}.tmp`, feed);
    await until(
      async () => (await headingOf(page)) === 'Verwisseld',
      'the page of the file that was renamed',
    );
    assert.equal(loadsOf(seen, url), 3);
    assert.deepEqual(seen.violations, []);
    assert.deepEqual([...seen.errors, ...seen.failed, ...seen.foreign], []);
    await page.browserContext().close();
    assert.equal(await site!.stop('SIGINT'), 0);
  });

  it('stays whole while the feed cannot be read, and loads no page again where nothing has changed', async () => {
    writeFeed({ title: 'Goed' });
    const url = await serve('--watch');
    const { page, seen } = await openPage(browser, url);
    const before = contentsOf(out);
    writeFileSync(feed, '{"title": "\u001b[2Jhalf');
    await site!.says(/This is no feed\.[^]*stays as it was/);
    assert.doesNotMatch(site!.said(), /[^\P{Cc}\n]/u);
    assert.deepEqual(contentsOf(out), before);
    assert.equal((await fetch(url)).status, 200);
    writeFeed({ title: 'Goed', enterprises: [...FEED.enterprises, { id: 'soep', name: 'Weer soep' }] });
    await site!.says(/would be lost: 1[^]*stays as it was/);
    writeFeed({ title: 'Goed' });
    await site!.says(/Nothing has changed/);
    assert.equal(loadsOf(seen, url), 1);
    writeFeed({ title: 'Beter' });
    await until(async () => (await headingOf(page)) === 'Beter', 'the page of the mended feed');
    assert.equal(loadsOf(seen, url), 2);
    assert.deepEqual([...seen.violations, ...seen.errors, ...seen.failed], []);
    await page.browserContext().close();
    assert.equal(await site!.stop(), 0);
  });
});

describe('a site that is served', () => {
  it('has the headers of its settings, and the bytes of its folder but for the script in its pages', async () => {
    const url = await serve('--frame-ancestors', 'https://partner.example');
    const get = async (path: string) => {
      const response = await fetch(url + path);
      return { response, body: Buffer.from(await response.arrayBuffer()).toString('latin1') };
    };
    const typeOf = async (path: string) => (await get(path)).response.headers.get('content-type');
    for (const [path, text] of contentsOf(out)) {
      if (path.startsWith('.')) continue;
      const { response, body } = await get(path);
      assert.equal(response.status, 200, path);
      for (const [name, value] of Object.entries(COMMON_HEADERS))
        assert.equal(response.headers.get(name), value, `${path}: ${name}`);
      assert.equal(response.headers.get('cache-control'), 'no-cache', path);
      const script = /\n<script type="module" src="\/\.live\/reload\.js\?[\da-f]{64}"><\/script>/;
      assert.equal(script.test(body), path.endsWith('.html'), path);
      assert.equal(body.replace(script, ''), text, path);
    }
    assert.equal(await typeOf(''), 'text/html; charset=utf-8');
    assert.equal(await typeOf('news.json'), 'application/feed+json; charset=utf-8');
    assert.equal(await typeOf('programme.ics'), 'text/calendar; charset=utf-8');
    assert.equal(await typeOf('foto/soep.svg'), 'image/svg+xml; charset=utf-8');
    assert.equal(await typeOf(`${MOVING}/ceal-widgets.js`), 'text/javascript; charset=utf-8');
    const policyOf = async (path: string) =>
      (await get(path)).response.headers.get('content-security-policy');
    assert.equal(await policyOf(''), PAGE_POLICY);
    assert.equal(
      await policyOf(`${MOVING}/embed/oasis-guide.html`),
      framePolicy({ ancestors: ['https://partner.example'] }),
    );
    for (const hidden of ['nowhere.html', '.htaccess', '%2e%2e/bron/feed.json', '..%2fbron/feed.json', 'e'])
      assert.equal((await get(hidden)).response.status, 404, hidden);
    assert.equal((await fetch(url, { method: 'POST' })).status, 405);
    const head = await fetch(url, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
    const taken = await make('--serve', '--port', new URL(url).port);
    assert.equal(taken.code, 2);
    assert.match(taken.output, /Port \d+ is taken\. Name another one: --port \d+/);
    assert.equal(await site!.stop('SIGINT'), 0);
  });

  it('shows a feed of another site in its frames, once allowed.json names that', async () => {
    const other = createServer((_, response) => {
      response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...FEED, enterprises: [{ id: 'elders', name: 'Van elders' }] }));
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    try {
      const origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
      const address = `${MOVING}/embed/enterprise-gallery.html?src=${origin}/feed.json`;
      const wordsOn = (page: Page) =>
        page.evaluate(() => {
          const main = document.querySelector('main')!;
          return main.innerText + (main.firstElementChild?.shadowRoot?.textContent ?? '');
        });
      const refusing = await openPage(browser, (await serve()) + address);
      await until(async () => (await wordsOn(refusing.page)).includes(nl.refused), 'the words of a refusal');
      await site!.stop();
      writeFileSync(
        at(`${MOVING}/embed/allowed.json`),
        JSON.stringify({ feeds: ['/', origin], forms: ['/'] }),
      );
      const { page, seen } = await openPage(browser, (await serve()) + address);
      await until(async () => (await wordsOn(page)).includes('Van elders'), 'the feed of the other site');
      assert.deepEqual([...seen.violations, ...seen.errors], []);
      for (const opened of [page, refusing.page]) await opened.browserContext().close();
      await site!.stop();
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });

  it('does not follow its feed', async () => {
    await serve();
    assert.doesNotMatch(site!.said(), /Watching/);
    assert.equal(await site!.stop(), 0);
  });
});

describe('a site that is watched', () => {
  it('is made anew when a picture beside its feed is saved, or comes', async () => {
    const pictures = join(dirname(feed), 'foto');
    const enterprises = ['soep', 'brood'].map((id) => ({ id, name: id, image: { src: `foto/${id}.svg` } }));
    writeFeed({ enterprises });
    site = startSite(...IN_PLACE, '--watch');
    await site.says(/Watching/);
    const other = PICTURE.replace('/>', '><path d="M0 0"/></svg>');
    // The second one was missing; what is named later is watched from then on.
    for (const name of ['soep.svg', 'brood.svg', 'thee.svg']) {
      if (name === 'thee.svg') {
        writeFeed({ enterprises: [{ id: 'thee', name: 'Thee', image: { src: `foto/${name}` } }] });
        await site.says(/is made/);
        await until(() => read('feed.json').includes(name), 'the feed that names another picture');
      }
      const save = () => writeFileSync(join(pictures, name), other);
      save();
      // Again, where the first was before the command knew that the feed names it.
      const timer = setInterval(save, SAVE_AGAIN_MS);
      await site.says(/is made/).finally(() => clearInterval(timer));
      assert.equal(read(`foto/${name}`), other);
    }
    assert.equal(await site.stop(), 0);
  });

  it('is made anew without a server, until it is stopped', async () => {
    site = startSite(...IN_PLACE, '--watch');
    await site.says(/Watching .*feed\.json\. Stop with Ctrl\+C\./);
    assert.doesNotMatch(site.said(), /See it at/);
    writeFeed({ title: 'Bewaakt' });
    await site.says(/is made/);
    assert.match(read('feed.json'), /Bewaakt/);
    assert.equal(await site.stop('SIGINT'), 0);
  });

  it('ends where the first one cannot be made', async () => {
    writeFileSync(feed, '[]');
    const { code, output } = await make('--watch', '--serve');
    assert.equal(code, 1);
    assert.match(output, /This is no feed\./);
  });
});
