/**
 * Pages of the test's own under the strict policy: with a challenge that needs nobody else (ALTCHA), and with a plain form
 * for where no script runs.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { createChallenge, pbkdf2, verifySolution } from 'altcha/lib';
import { STRICT_POLICY } from '../hosts/pages.js';
import { findFile, sendBody, sendFile } from '../hosts/static-files.js';
import { until } from '../support/node/visit.js';
import { launch, openPage } from '../support/node/browser.js';
import { json } from '../support/node/stand-in.js';
import { DONE, visitorOf } from '../support/node/form-visits.js';

const ROOMS = {
  dist: resolve('dist'),
  feeds: resolve('stories/feeds'),
  altcha: resolve('node_modules/altcha/dist'),
};
const SECRET = 'only for this test';
const CLEAN = { console: [], errors: [], failed: [], foreign: [], violations: [] };

const PAGES = {
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
/** What a site writes to have the challenge's workers from its own address. */
const SETTING_UP = `import '/altcha/external/altcha.js';
  $altcha.algorithms.set('PBKDF2/SHA-256', () => new Worker('/altcha/workers/pbkdf2.js'));`;

const signups = [];
const answers = {
  'GET /altcha-challenge': async (request, response) =>
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
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    signups.push(body);
    if (!request.headers['content-type'].includes('json')) return void response.end('Dank je wel');
    const { altcha } = JSON.parse(body).challenge;
    const { challenge, solution } = JSON.parse(atob(altcha));
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

async function answer(request, response) {
  const handler = answers[`${request.method} ${request.url}`];
  if (handler) return handler(request, response);
  const head = '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Proef</title>';
  const script = '<script type="module" src="/dist/ceal-widgets.js"></script>';
  const page = PAGES[request.url];
  if (page)
    return sendBody(request, response, Buffer.from(`${head}${script}${page}`), {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': STRICT_POLICY,
    });
  if (request.url === '/altcha-here.js')
    return sendBody(request, response, Buffer.from(SETTING_UP), { 'content-type': 'text/javascript' });
  if (request.url === '/favicon.ico') return void response.writeHead(204).end();
  const [, room, rest] = /^\/(\w+)\/(.*)$/.exec(request.url) ?? [];
  const file = ROOMS[room] && (await findFile(ROOMS[room], rest));
  return file ? sendFile(request, response, file) : void response.writeHead(404).end();
}

let server;
let url;
let browser;
before(async () => {
  server = createServer((...exchange) => void answer(...exchange));
  [browser] = await Promise.all([launch(), new Promise((settle) => server.listen(0, '127.0.0.1', settle))]);
  url = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  await browser?.close();
  server.closeAllConnections();
  await new Promise((settle) => server.close(settle));
});
afterEach(() => signups.splice(0));

describe('a challenge of the site’s own', () => {
  it('works under the strict policy, and its answer is sent along', async () => {
    const { page, seen } = await openPage(browser, `${url}/challenge`);
    const visitor = visitorOf(page);
    await visitor.ready();
    await visitor.fill();
    await until(() => page.$eval('[name=altcha]', ({ value }) => value).catch(() => ''), 'the solution');
    await visitor.send();
    await visitor.says(DONE);
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
    await until(() => page.$eval('[name=altcha]', ({ value }) => value).catch(() => ''), 'the solution');
    await page.$eval('[name=altcha]', (input) => {
      const { challenge, solution } = JSON.parse(atob(input.value));
      input.value = btoa(JSON.stringify({ challenge: { ...challenge, signature: 'aa' }, solution }));
    });
    await visitor.send();
    await visitor.says('Doe de controle opnieuw.');
    await page.$eval('altcha-widget', (widget) => widget.reset());
    signups.splice(0);
    await visitor.send();
    await visitor.says('Doe eerst de controle boven de knop.');
    assert.deepEqual(signups, []);
    await page.browserContext().close();
  });
});

describe('a plain form inside', () => {
  it('signs up where no script runs', async () => {
    const { page } = await openPage(browser, `${url}/plain`, { javaScript: false });
    await (await page.$('[name=name]')).type('Noor');
    await (await page.$('[name=email]')).type('noor@example.org');
    await Promise.all([page.waitForNavigation(), (await page.$('button')).click()]);
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
