/** Sending over a real connection: what is tried again, what is not, and how each way to fail ends. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { outcomeFrom, send } from '../../src/signup-form/send.js';

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const ENTRY = { submissionId: KEY, signup: 's', name: 'Noor', answers: {}, consents: [], language: 'nl' };
/** A busy machine must not look like a silent receiver: only who waits in vain waits for a short time. */
const TIMES = { timeout: 20_000, retries: [10, 20], longestWait: 2_000 };
const IMPATIENT = { ...TIMES, timeout: 1_000 };

/** Answers one after another; the last one stays. Each is a status, or does as it likes. */
let answers = [];
let seen = [];
let server;
let url;

before(async () => {
  server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    const answer = answers[Math.min(seen.length, answers.length) - 1];
    if (typeof answer === 'function') answer(response);
    else response.writeHead(answer).end(answer < 300 ? '{"reference":"A-1"}' : '');
  });
  await new Promise((settle) => server.listen(0, '127.0.0.1', settle));
  url = `http://127.0.0.1:${server.address().port}/signups`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
});

const sent = (format, ...list) => sentWithin(TIMES, format, ...list);

async function sentWithin(times, format, ...list) {
  answers = list;
  let retries = 0;
  const outcome = await send(url, format, ENTRY, () => retries++, times);
  assert.equal(retries, seen.length - 1);
  return outcome;
}

const cut = (response) => response.destroy();
const half = (response) => {
  response.writeHead(201, { 'content-length': 100 }).write('{"refer');
  setTimeout(() => response.destroy(), 10);
};
const silence = () => {};
const trickle = (response) => {
  response.writeHead(201);
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
};

describe('sending', () => {
  it('succeeds at once when it can', async () => {
    assert.deepEqual(await sent('json', 201), { kind: 'accepted', reference: 'A-1', waitingList: false });
    assert.equal(seen.length, 1);
    assert.equal(seen[0].headers['idempotency-key'], `"${KEY}"`);
    assert.deepEqual(JSON.parse(seen[0].body), ENTRY);
  });

  it('tries three times under one key', async () => {
    assert.equal((await sent('json', 503, cut, 201)).kind, 'accepted');
    assert.equal(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size, 1);
    assert.equal(seen.length, 3);
  });

  it('gives up after three, without knowing', async () => {
    const { reason, sure } = await sent('json', 502);
    assert.deepEqual([reason, sure, seen.length], ['unsure', false, 3]);
  });

  for (const [name, answer] of Object.entries({ cut, half }))
    it(`does not know when the connection breaks (${name})`, async () => {
      const { reason, sure } = await sent('json', answer);
      assert.deepEqual([reason, sure, seen.length], ['unsure', false, 3]);
    });

  for (const [name, answer] of Object.entries({ silence, trickle }))
    it(`stops waiting, and leaves the next try to the visitor (${name})`, async () => {
      const { reason, sure } = await sentWithin(IMPATIENT, 'json', answer);
      assert.deepEqual([reason, sure, seen.length], ['unsure', false, 1]);
    });

  it('does not repeat what was refused, or what a server could not do', async () => {
    for (const status of [400, 403, 404, 413, 422, 500]) {
      seen = [];
      assert.equal((await sent('json', status)).kind, 'failed');
      assert.equal(seen.length, 1, String(status));
    }
  });

  it('waits as long as it is asked to', async () => {
    const busy = (response) => response.writeHead(429, { 'retry-after': '1' }).end();
    const start = performance.now();
    assert.equal((await sent('json', busy, 201)).kind, 'accepted');
    assert.ok(performance.now() - start >= 950);
  });

  it('says so when that would be too long', async () => {
    const busy = (response) => response.writeHead(503, { 'retry-after': '600' }).end();
    const { retryAfter } = await sent('json', busy);
    assert.deepEqual([retryAfter, seen.length], [600_000, 1]);
  });

  it('sends nothing twice unasked to a service that knows no keys', async () => {
    for (const answer of [cut, 503]) {
      seen = [];
      assert.equal((await sent('form', answer)).sure, false);
      assert.equal(seen.length, 1);
    }
    seen = [];
    assert.equal((await sent('form', 429, 201)).kind, 'accepted');
  });

  it('does not take a login page elsewhere for an answer', async () => {
    const { port } = server.address();
    const login = (response) => {
      response.writeHead(303, { location: `http://localhost:${port}/login` }).end();
    };
    answers = [login, (response) => response.writeHead(200).end('<!doctype html>')];
    const { reason } = await send(url, 'form', ENTRY, () => {}, TIMES);
    assert.equal(reason, 'unsure');
  });
});

describe('a page that sends itself', () => {
  const from = (result) => outcomeFrom(result, 'json');

  it('gives a receipt, a response or nothing', async () => {
    const receipt = { reference: 'P-1', status: 'waiting-list' };
    assert.deepEqual(await from(Promise.resolve(receipt)), {
      kind: 'accepted',
      reference: 'P-1',
      waitingList: true,
    });
    assert.equal((await from(Promise.resolve())).kind, 'accepted');
    assert.equal((await from(Promise.resolve(Response.json({ reference: 'R' })))).reference, 'R');
    assert.equal((await from(Promise.resolve(new Response('', { status: 410 })))).reason, 'gone');
  });

  it('leaves it open when its promise breaks', async () => {
    assert.equal((await from(Promise.reject(new Error('no')))).sure, false);
  });
});
