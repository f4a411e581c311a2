/** Feeds over a real network that does everything wrong: what comes through, what each failure is called, who is told. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { startFaults, type FaultServer } from '../faults/server.js';
import { startHosts, type Hosts } from '../hosts/server.js';
import { launch, openPage, type Seen } from '../support/node/browser.js';

let faults: FaultServer;
let hosts: Hosts;
let browser: Browser;
before(async () => {
  [faults, hosts, browser] = await Promise.all([startFaults(), startHosts({ port: 0 }), launch()]);
});
after(() => Promise.all([browser?.close(), hosts?.close(), faults?.close()]));

/** Puts a <ceal-feed> for each address on the page; resolves with the id, or else the failure, that each reports. */
const askAll = (page: Page, addresses: readonly string[]) =>
  page.evaluate(
    (sources) =>
      Promise.all(
        sources.map((src) => {
          const feed = document.createElement('ceal-feed');
          feed.setAttribute('src', src);
          const outcome = new Promise<string | undefined>((resolve) => {
            feed.addEventListener('ceal-feed-loaded', ({ feedId }) => resolve(feedId));
            feed.addEventListener('ceal-feed-failed', ({ reason, status }) =>
              resolve(status === undefined ? reason : `${reason} ${status}`),
            );
          });
          document.body.append(feed);
          return outcome;
        }),
      ),
    addresses,
  );

/** The warnings to the site's owner, once there are so many: their words are fetched only when they are needed. */
async function warnings(page: Page, seen: Seen, count: number): Promise<string[]> {
  while (warningsIn(seen).length < count) await new Promise((resolve) => page.once('console', resolve));
  return warningsIn(seen);
}

const warningsIn = (seen: Seen) => seen.console.filter((line) => line.includes('[ceal-widgets]'));

describe('a feed over the network', () => {
  const COMES = [
    '/good',
    '/slow?ms=50',
    '/bom',
    '/utf16',
    '/etag',
    '/empty',
    '/flaky?fail=2',
    '/big?mb=3',
    '/deep?n=1000000',
  ];
  const FAILS = {
    '/html': 'web-page',
    '/html-as-json': 'web-page',
    '/redirect-login': 'web-page',
    '/half': 'not-json',
    '/blank': 'not-json',
    '/newer': 'newer-version',
    '/big?mb=20': 'too-large',
    '/cut': 'unreachable',
    '/reset': 'unreachable',
    '/nocors': 'unreachable',
    '/status/401': 'refused 401',
    '/status/403': 'refused 403',
    '/status/404': 'not-found 404',
    '/status/410': 'not-found 410',
    '/status/500': 'server-error 500',
    '/status/503?retry-after=1': 'server-error 503',
  };
  let page: Page;
  let seen: Seen;
  let outcomes: Record<string, string | undefined>;
  before(async () => {
    ({ page, seen } = await openPage(browser, `${hosts.url}/kaal/`));
    const paths = [...COMES, ...Object.keys(FAILS)];
    const answers = await askAll(
      page,
      paths.map((path) => faults.url + path),
    );
    outcomes = Object.fromEntries(paths.map((path, index) => [path, answers[index]]));
  });
  after(() => page?.browserContext().close());

  for (const path of COMES)
    it(`from ${path} is received`, () =>
      assert.equal(outcomes[path], /^\/(big|deep)/.test(path) ? 'large' : 'faults'));

  for (const [path, reason] of Object.entries(FAILS))
    it(`from ${path} is ${reason}`, () => assert.equal(outcomes[path], reason));

  it('is requested three times where that may help, else once', () => {
    const asked = (path: string) => faults.requests.get(path) ?? 0;
    for (const path of ['/reset', '/cut', '/nocors', '/flaky', '/status/500', '/status/503'])
      assert.ok(asked(path) >= 3, path);
    for (const path of ['/good', '/half', '/html', '/newer', '/status/401', '/status/404'])
      assert.equal(asked(path), 1, path);
  });

  it('warns the owner of each failure once, and of nothing else', async () => {
    const lines = await warnings(page, seen, Object.keys(FAILS).length);
    for (const path of Object.keys(FAILS))
      assert.equal(lines.filter((line) => line.includes(`${faults.url}${path}:`)).length, 1, path);
    assert.equal(lines.length, Object.keys(FAILS).length);
  });

  it('throws nothing', () => assert.deepEqual(seen.errors, []));
});

describe('a feed that cannot be requested', () => {
  it('because of the page’s policy is blocked-by-policy, without another attempt', async () => {
    const { page, seen } = await openPage(browser, `${hosts.url}/gemeente/`);
    assert.deepEqual(await askAll(page, [`${faults.url}/good?id=policy`]), ['blocked-by-policy']);
    assert.equal(faults.requests.get('/good?id=policy'), undefined);
    const lines = await warnings(page, seen, 1);
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /connect-src/);
    await page.browserContext().close();
  });

  it('without a connection is offline', async () => {
    const { page } = await openPage(browser, `${hosts.url}/kaal/`);
    await askAll(page, [`${faults.url}/good`]);
    await page.setOfflineMode(true);
    assert.deepEqual(await askAll(page, [`${faults.url}/good?id=offline`]), ['offline']);
    await page.browserContext().close();
  });

  it('because nothing listens at its port is unreachable', async () => {
    const { page } = await openPage(browser, `${hosts.url}/kaal/`);
    const gone = await startFaults();
    await gone.close();
    assert.deepEqual(await askAll(page, [`${gone.url}/good`]), ['unreachable']);
    await page.browserContext().close();
  });
});
