/**
 * Pages of the test's own under the strict policy: with a challenge that needs nobody else (ALTCHA), and with a plain form
 * for where no script runs.
 */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, afterEach, before, describe, it } from 'node:test';
import { createChallenge, pbkdf2, verifySolution, type Challenge, type Solution } from 'altcha/lib';
import type { Browser, Page } from 'puppeteer-core';
import type { SignupEntry } from '../../src/signup/contract.js';
import { nl } from '../../src/signup-form/submission/locales/nl.js';
import { STRICT_POLICY } from '../hosts/pages.js';
import { findFile, sendBody, sendFile } from '../hosts/static-files.js';
import { until } from '../support/node/visit.js';
import { launch, openPage } from '../support/node/browser.js';
import { json } from '../support/node/stand-in.js';
import { visitorOf } from '../support/node/form-visits.js';

const ROOMS: Readonly<Record<string, string>> = {
  dist: resolve('dist'),
  feeds: resolve('stories/feeds'),
  altcha: resolve('node_modules/altcha/dist'),
};
const SECRET = 'only for this test';
const CLEAN = { console: [], errors: [], failed: [], foreign: [], violations: [] };

const PAGES: Readonly<Record<string, string>> = {
  '/challenge': `<link rel="stylesheet" href="/altcha/external/altcha.css">
    <script type="module" src="/altcha-here.js"></script>
    <ceal-signup-form src="/feeds/overvecht.json" endpoint="/signups">
      <altcha-widget slot="challenge" challenge="/altcha-challenge" auto="onload"></altcha-widget>
    </ceal-signup-form>`,
  '/plain': `<ceal-signup-form src="/feeds/overvecht.json" endpoint="/signups">
      <form method="post" action="/signups">
        <label>Hoe heet je? <input name="name"></label>
        <label>E-mail <input name="email"></label>
        <button>Meld je aan</button>
      </form>
    </ceal-signup-form>`,
};
/** The script with which a site has the challenge's workers from its own address. */
const SETTING_UP = `import '/altcha/external/altcha.js';
  $altcha.algorithms.set('PBKDF2/SHA-256', () => new Worker('/altcha/workers/pbkdf2.js'));`;

const signups: string[] = [];
const answers: Readonly<
  Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>
> = {
  'GET /altcha-challenge': async (_request, response) =>
    json(
      response,
      200,
      await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: 1_000,
        counter: 40,
        deriveKey: pbkdf2.deriveKey,
        hmacSignatureSecret: SECRET,
      }),
    ),
  'POST /signups': async (request, response) => {
    const body = await text(request);
    signups.push(body);
    if (!request.headers['content-type']?.includes('json')) return void response.end('Dank je wel');
    const { challenge: controls } = JSON.parse(body) as SignupEntry;
    const { challenge, solution } = readSolution(controls?.['altcha'] ?? '');
    const { verified } = await verifySolution({
      challenge,
      solution,
      deriveKey: pbkdf2.deriveKey,
      hmacSignatureSecret: SECRET,
    });
    if (verified) return json(response, 201, { reference: 'A-1' });
    return json(response, 422, { errors: [{ pointer: '#/challenge', detail: 'Doe de controle opnieuw.' }] });
  },
};

/** The value of the challenge's control. */
const readSolution = (value: string) =>
  JSON.parse(atob(value)) as { challenge: Challenge; solution: Solution };

async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const { method, url = '' } = request;
  const handler = answers[`${method} ${url}`];
  if (handler) return handler(request, response);
  const head = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title>';
  const script = '<script type="module" src="/dist/ceal-widgets.js"></script>';
  const page = PAGES[url];
  if (page)
    return sendBody(request, response, Buffer.from(`${head}${script}${page}`), {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': STRICT_POLICY,
    });
  if (url === '/altcha-here.js')
    return sendBody(request, response, Buffer.from(SETTING_UP), { 'content-type': 'text/javascript' });
  if (url === '/favicon.ico') return void response.writeHead(204).end();
  const [, room = '', rest = ''] = /^\/(\w+)\/(.*)$/.exec(url) ?? [];
  const file = ROOMS[room] && (await findFile(ROOMS[room], rest));
  return file ? sendFile(request, response, file) : void response.writeHead(404).end();
}

let server: Server;
let url: string;
let browser: Browser;
before(async () => {
  server = createServer((...exchange) => void answer(...exchange));
  const listening = new Promise<void>((settle) => void server.listen(0, '127.0.0.1', settle));
  [browser] = await Promise.all([launch(), listening]);
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser?.close();
  server.closeAllConnections();
  await new Promise((settle) => server.close(settle));
});
afterEach(() => void signups.splice(0));

/** The value of the challenge's control; empty until it is there. */
const solutionOn = (page: Page): Promise<string> =>
  page.$eval('[name=altcha]', (input) => (input as HTMLInputElement).value).catch(() => '');

describe('a challenge of the site’s own', () => {
  it('works under the strict policy, and its answer is sent along', async () => {
    const { page, seen } = await openPage(browser, `${url}/challenge`);
    const visitor = visitorOf(page);
    await visitor.ready();
    await visitor.fill();
    await until(() => solutionOn(page), 'the solution');
    await visitor.send();
    await visitor.says(nl.done);
    await visitor.says('A-1');
    const { requests, ...trouble } = seen;
    assert.ok(requests.some((address) => address.endsWith('/pbkdf2.js')));
    assert.deepEqual(trouble, CLEAN);
    await page.browserContext().close();
  });

  it('has to be done before anything is sent, and again when it was false', async () => {
    const { page } = await openPage(browser, `${url}/challenge`);
    const visitor = visitorOf(page);
    await visitor.ready();
    await visitor.fill();
    await until(() => solutionOn(page), 'the solution');
    await page.$eval('[name=altcha]', (control) => {
      const input = control as HTMLInputElement;
      const { challenge, solution } = JSON.parse(atob(input.value)) as Record<string, object>;
      input.value = btoa(JSON.stringify({ challenge: { ...challenge, signature: 'aa' }, solution }));
    });
    await visitor.send();
    await visitor.says('Doe de controle opnieuw.');
    await page.$eval('altcha-widget', (widget) => (widget as HTMLElement & { reset(): void }).reset());
    signups.splice(0);
    await visitor.send();
    await visitor.says(nl.challenge);
    assert.deepEqual(signups, []);
    await page.browserContext().close();
  });
});

describe('a plain form inside', () => {
  it('signs up where no script runs', async () => {
    const { page } = await openPage(browser, `${url}/plain`, { javaScript: false });
    await page.type('[name=name]', 'Noor');
    await page.type('[name=email]', 'noor@example.org');
    await Promise.all([page.waitForNavigation(), page.click('button')]);
    assert.deepEqual(signups, ['name=Noor&email=noor%40example.org']);
    await page.browserContext().close();
  });

  it('makes way for ours where it does', async () => {
    const { page, seen } = await openPage(browser, `${url}/plain`);
    await visitorOf(page).ready();
    assert.equal(await page.$eval('[name=name]', (input) => input.checkVisibility()), false);
    const { requests, ...trouble } = seen;
    assert.ok(requests.length > 0);
    assert.deepEqual(trouble, CLEAN);
    await page.browserContext().close();
  });
});
