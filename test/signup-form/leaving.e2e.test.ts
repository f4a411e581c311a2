/** A page that is left, loaded anew, crashed or come back to: what was typed is there, and is signed up once. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import type { SignupEntry } from '../../src/signup/contract.js';
import { keepsPages, openPage } from '../support/node/browser.js';
import { signupSite, visitorOf } from '../support/node/form-visits.js';
import { FAULTS } from '../support/node/stand-in.js';
import { until } from '../support/node/visit.js';

const site = signupSite();

describe('a page that goes away', () => {
  it('and is loaded anew: everything is there again, but no consent', async () => {
    const { visit } = site;
    await visit.fill();
    await visit.type('answers.idea', 'Soep');
    await visit.click('[name=consents]');
    await visit.page.reload();
    await visit.ready();
    await visit.says('Dit had je eerder ingevuld.');
    await site.nothingLost();
    assert.equal(await visit.value('answers.idea'), 'Soep');
    assert.equal(
      await (await visit.part('[name=consents]')).evaluate((box) => (box as HTMLInputElement).checked),
      false,
    );
  });

  it('while its answer is on the way: sent again under the same key', async () => {
    const { visit, receiver } = site;
    receiver.faults.push(FAULTS.silent);
    await visit.fill();
    await visit.send();
    await until(() => receiver.requests.length === 1, 'the request');
    await visit.page.reload();
    await visit.ready();
    await visit.says('we weten niet of het is aangekomen');
    await visit.send();
    await site.storedOnce();
    const [first, second] = receiver.requests.map(
      ({ body }) => (JSON.parse(body) as SignupEntry).submissionId,
    );
    assert.equal(first, second);
  });

  it('by a crash of the tab', async () => {
    const { visit, hosts } = site;
    await visit.fill();
    const crashed = new Promise((settle) => visit.page.once('error', settle));
    visit.page.goto('chrome://crash').catch(() => {});
    await crashed;
    await visit.page.goto(`${hosts.url}/gemeente/`);
    await visit.ready();
    await visit.says('Dit had je eerder ingevuld.');
    await site.nothingLost();
  });

  it('and comes back as it was (back/forward cache)', async () => {
    const { visit, hosts, receiver } = site;
    await visit.fill();
    await visit.click('[name=consents]');
    await visit.page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => {
        document.documentElement.dataset['cameBack'] = String(persisted);
      }),
    );
    // Without such a cache the page is loaded anew, and the consent has to be given again.
    const isKept = await keepsPages(visit.page.browser(), hosts.url);
    await visit.page.goto(`${hosts.url}/kaal/`);
    await visit.page.goBack();
    await visit.ready();
    await site.nothingLost();
    assert.equal(
      await visit.page.evaluate(() => document.documentElement.dataset['cameBack'] === 'true'),
      isKept,
    );
    await visit.send();
    await site.storedOnce();
    assert.deepEqual([...receiver.stored.values()][0]?.consents, isKept ? ['nieuws'] : []);
  });

  it('after it was sent keeps nothing of the visitor', async () => {
    const { visit } = site;
    await visit.fill();
    await visit.send();
    await visit.says(nl.done);
    await visit.page.reload();
    await visit.ready();
    assert.equal(await visit.value('name'), '');
    assert.equal(await visit.page.evaluate(() => sessionStorage.length), 0);
  });
});

it('E2: sent without leaving the last field it keeps nothing, also in the tab that is opened after it', async () => {
  const { visit, hosts, receiver } = site;
  await visit.click('[name=roles]');
  await visit.click('[name=oldEnough]');
  await visit.type('name', 'Noor Voorbeeld');
  await visit.type('email', 'noor@example.org');
  await (await visit.part('#send')).evaluate((button) => (button as HTMLElement).click());
  await visit.says(nl.done);
  await visit.says('noor@example.org');
  const kept = () => visit.page.evaluate(() => ({ ...sessionStorage }));
  assert.deepEqual(await kept(), {});
  const opened = new Promise<Page>((settle) => visit.page.once('popup', (page) => settle(page!)));
  await visit.page.evaluate((url) => void open(url), `${hosts.url}/gemeente/`);
  const second = visitorOf(await opened);
  await second.ready();
  assert.equal((await second.value('name')) + (await second.value('email')), '');
  await visit.page.goto(`${hosts.url}/kaal/`);
  assert.deepEqual(await kept(), {});
  await visit.page.goBack();
  assert.deepEqual(await kept(), {});
  await (await opened).close();
  assert.equal(receiver.stored.size, 1);
});

/** The form in a frame that allows nothing but script. */
const framed = (
  url: string,
): string => `<ceal-signup-form lang='nl' src='${url}/feeds/overvecht.json' endpoint='${url}/signups'>
  </ceal-signup-form><script type='module' src='${url}/dist/ceal-widgets.js'></script>`;

it('in a frame that forbids storage and forms it signs up all the same', async () => {
  const { receiver, browser, hosts } = site;
  const { handle } = receiver;
  receiver.handle = (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', 'content-type, idempotency-key');
    if (request.method !== 'OPTIONS') return handle(request, response);
    response.writeHead(204).end();
    return Promise.resolve();
  };
  const { page } = await openPage(browser, `${hosts.url}/kaal/`);
  await page.evaluate((html) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = html;
    document.body.prepend(frame);
  }, framed(hosts.url));
  const frame = await until(
    () => page.frames().find((candidate) => candidate !== page.mainFrame()),
    'the frame',
  );
  const visitor = visitorOf(frame);
  await visitor.ready();
  await visitor.fill();
  await visitor.send();
  await visitor.says(nl.done);
  assert.equal(receiver.stored.size, 1);
  await page.browserContext().close();
});
