/**
 * Everything that goes wrong between a visitor and a receiver, on a real page under a strict policy: nobody is signed up
 * twice, nobody is told something that is not so, and no word is lost.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import { signupSite } from '../support/node/form-visits.js';
import { FAULTS, type Fault } from '../support/node/stand-in.js';
import { until } from '../support/node/visit.js';

const site = signupSite();
/** For so long that no try gets through, the browser's own tries included. */
const always = (fault: Fault) => site.receiver.faults.push(...Array<Fault>(20).fill(fault));
const nevermore = () => site.receiver.faults.splice(0);

/** Sends it again until it has arrived. */
async function again() {
  nevermore();
  await site.visit.press(nl.sendAgain);
  await site.storedOnce();
}

describe('an impatient visitor', () => {
  it('presses twice', async () => {
    const { visit, receiver } = site;
    await visit.fill();
    await (await visit.part('[part~=send]')).click({ count: 2 });
    await site.storedOnce();
    assert.equal(receiver.requests.length, 1);
  });

  it('holds Enter down', async () => {
    const { visit, receiver } = site;
    receiver.faults.push(FAULTS.trickle);
    await visit.fill();
    await (await visit.part('[name=name]')).focus();
    for (let n = 0; n < 30; n++) await visit.page.keyboard.down('Enter');
    await visit.page.keyboard.up('Enter');
    await site.storedOnce();
    assert.equal(receiver.requests.length, 1);
  });
});

describe('A3: code for sending that does not come', () => {
  it('is said where the focus goes, with whom to ask, and what was typed stays', async () => {
    const { page, close, ...visit } = await site.open('/gemeente/', {
      before: async (opened) => {
        await opened.setRequestInterception(true);
        opened.on('request', (request) => {
          if (request.url().includes('/chunks/submission-controller')) void request.abort();
          else void request.continue();
        });
      },
    });
    await visit.fill();
    await visit.send();
    await visit.says('Het versturen lukt nu niet.');
    const focused = await page.evaluate(() => {
      const at = document.activeElement?.shadowRoot?.activeElement;
      return [at?.id, at?.textContent?.includes('@'), at && at.getBoundingClientRect().top >= 0];
    });
    assert.deepEqual(focused, ['alert', true, true]);
    assert.equal(await visit.value('name'), 'Noor Voorbeeld');
    assert.doesNotMatch(await visit.words(), /geen internet/);
    await close();
  });
});

describe('an answer that does not come', () => {
  for (const fault of ['lost', 'cut'] as const)
    it(`${fault}: is asked for again, and the sign-up is stored once`, async () => {
      const { visit, receiver } = site;
      receiver.faults.push(FAULTS[fault]);
      await visit.fill();
      await visit.send();
      await site.storedOnce();
      assert.ok(receiver.requests.length > 1);
    });

  it('ever: the visitor presses again, and is signed up once', async () => {
    const { visit } = site;
    always(FAULTS.lost);
    await visit.fill();
    await visit.send();
    await visit.says(nl.uncertain);
    await site.nothingLost();
    await again();
  });

  it('ever, and the visitor changes something: the first entry is replaced', async () => {
    const { visit, receiver } = site;
    always(FAULTS.lost);
    await visit.fill();
    await visit.send();
    await visit.says(nl.uncertain);
    await visit.type('answers.idea', 'Soep voor de straat');
    await again();
    assert.equal([...receiver.stored.values()][0]?.answers['idea'], 'Soep voor de straat');
  });

  it('in time: after fifteen seconds the visitor decides', { timeout: 60_000 }, async () => {
    const { visit, receiver } = site;
    receiver.faults.push(FAULTS.silent);
    await visit.fill();
    await visit.send();
    await visit.says(nl.sending);
    await visit.page.waitForFunction(
      (words) => document.querySelector('ceal-signup-form')?.shadowRoot?.textContent.includes(words),
      { timeout: 30_000 },
      nl.uncertain,
    );
    assert.equal(receiver.requests.length, 1);
    await again();
  });

  it('but a letter at a time', async () => {
    const { visit, receiver } = site;
    receiver.faults.push(FAULTS.trickle);
    await visit.fill();
    await visit.send();
    await visit.says(nl.sending);
    await site.storedOnce();
    assert.equal(receiver.requests.length, 1);
  });
});

describe('an answer that is none', () => {
  const cases: Readonly<Record<string, Fault>> = {
    '500 with a page': FAULTS.status(500, {}, '<h1>Application error</h1>'),
    'a web page with status 200': FAULTS.page,
    'nonsense with status 200': FAULTS.nonsense,
    'a redirect to a page': FAULTS.redirect('/kaal/'),
  };
  for (const [name, fault] of Object.entries(cases))
    it(`${name}: nobody knows, and pressing again does no harm`, async () => {
      const { visit, receiver } = site;
      receiver.faults.push(fault);
      await visit.fill();
      await visit.send();
      await visit.says(nl.uncertain);
      await site.nothingLost();
      assert.doesNotMatch(await visit.words(), /Application error|Inloggen/);
      await again();
    });

  for (const status of [502, 503, 504])
    it(`${status}: is tried again by itself`, async () => {
      const { visit, receiver } = site;
      receiver.faults.push(FAULTS.status(status, { 'retry-after': '0' }));
      await visit.fill();
      await visit.send();
      await site.storedOnce();
      assert.equal(receiver.requests.length, 2);
    });

  it('429: says how long to wait, and keeps still', async () => {
    const { visit, receiver } = site;
    receiver.faults.push(FAULTS.status(429, { 'retry-after': '120' }));
    await visit.fill();
    await visit.send();
    await visit.says('Wacht nog 2 minuten.');
    assert.equal(receiver.requests.length, 1);
    await site.nothingLost();
    await again();
  });
});

describe('a way that is closed', () => {
  it('by another site that does not allow it (CORS): nobody knows, and the owner is told why', async () => {
    const asked: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      asked.push(request.method);
      response.writeHead(request.method === 'OPTIONS' ? 403 : 201).end('{}');
    });
    await new Promise<void>((settle) => void other.listen(0, '127.0.0.1', settle));
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/signups`;
    const visit = await site.open('/gemeente/', {
      // The policy would stop it earlier.
      before: (page: Page) => page.setBypassCSP(true),
    });
    await visit.set('endpoint', address);
    await visit.fill();
    await visit.send();
    await visit.says(nl.uncertain);
    assert.ok(asked.length > 0 && asked.every((method) => method === 'OPTIONS'));
    await until(
      () => visit.seen.console.some((line) => line.includes('[ceal-widgets]') && line.includes('CORS')),
      'the hint',
    );
    await visit.close();
    await new Promise((settle) => {
      other.close(settle);
      other.closeAllConnections();
    });
  });

  it('by the policy of the page: the visitor and the owner are told', async () => {
    const { visit } = site;
    await visit.set('endpoint', 'https://elsewhere.invalid/signups');
    await visit.fill();
    await visit.send();
    await visit.says(nl.whenBlocked);
    await site.nothingLost();
    await until(
      () =>
        visit.seen.console.some((line) => line.includes('[ceal-widgets]') && line.includes('connect-src')),
      'the hint',
    );
  });

  it('by a connection that is gone: nothing is sent until the visitor does', async () => {
    const { visit, receiver } = site;
    await visit.fill();
    await visit.page.setOfflineMode(true);
    await visit.send();
    await visit.says('Je hebt geen internet.');
    await site.nothingLost();
    await visit.page.setOfflineMode(false);
    await visit.says('Je hebt weer internet.');
    assert.equal(receiver.requests.length, 0);
    await again();
  });
});

it('with keys a visitor signs up', async () => {
  const { visit } = site;
  const { keyboard } = visit.page;
  await (await visit.part('[name=name]')).focus();
  await keyboard.type('Noor');
  await keyboard.press('Tab');
  await keyboard.type('noor@example.org');
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Space');
  // The last question, a choice of two, stands before the privacy facts.
  await (await visit.part('[name=oldEnough]')).focus();
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await site.storedOnce();
});

it('under the strict policy nothing is reported, said or asked elsewhere', async () => {
  const { visit } = site;
  await visit.fill();
  await visit.send();
  await site.storedOnce();
  const { requests, ...trouble } = visit.seen;
  assert.ok(requests.length > 0);
  assert.deepEqual(trouble, { console: [], errors: [], failed: [], foreign: [], violations: [] });
});
