/** Sending over a real connection: what is tried again, what is not, and how each way to fail ends. */
import assert from 'node:assert/strict';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Format } from '../../src/signup/contract.js';
import type { Outcome } from '../../src/signup-form/outcome.js';
import { outcomeFrom, send, type SendTimes } from '../../src/signup-form/send.js';
import { ofKind } from '../support/node/signup.js';

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const ENTRY = { submissionId: KEY, signup: 's', name: 'Noor', answers: {}, consents: [], language: 'nl' };
/** A busy machine must not look like a silent receiver: only who waits in vain waits for a short time. */
const TIMES: SendTimes = { timeoutMs: 20_000, retryDelaysMs: [10, 20], maxRetryAfterMs: 2_000 };
const IMPATIENT: SendTimes = { ...TIMES, timeoutMs: 1_000 };

/** A status, or a function that answers as it likes. */
type Answer = number | ((response: ServerResponse) => void);

/** Answers one after another; the last one stays. */
let answers: readonly Answer[] = [];
let seen: { headers: IncomingHttpHeaders; body: string }[] = [];
let server: Server;
let url: string;

before(async () => {
  server = createServer((request, response) => void answerTo(request, response));
  const answerTo = async (request: IncomingMessage, response: ServerResponse) => {
    seen.push({ headers: request.headers, body: await text(request) });
    const answer = answers[Math.min(seen.length, answers.length) - 1]!;
    if (typeof answer === 'function') answer(response);
    else response.writeHead(answer).end(answer < 300 ? '{"reference":"A-1"}' : '');
  };
  await new Promise<void>((settle) => void server.listen(0, '127.0.0.1', settle));
  url = `http://127.0.0.1:${port()}/signups`;
});
const port = (): number => (server.address() as AddressInfo).port;
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen = [];
});

const sent = (format: Format, ...list: Answer[]): Promise<Outcome> => sentWithin(TIMES, format, ...list);
const failing = async (...args: Parameters<typeof sent>) => ofKind('failed', await sent(...args));

async function sentWithin(times: SendTimes, format: Format, ...list: Answer[]): Promise<Outcome> {
  answers = list;
  let retries = 0;
  const outcome = await send({ endpoint: url, format, entry: ENTRY, onRetry: () => retries++, times });
  assert.equal(retries, seen.length - 1);
  return outcome;
}

const cut = (response: ServerResponse) => void response.destroy();
const half = (response: ServerResponse) => {
  response.writeHead(201, { 'content-length': 100 }).write('{"refer');
  setTimeout(() => response.destroy(), 10);
};
const silence = () => {};
const trickle = (response: ServerResponse) => {
  response.writeHead(201);
  const timer = setInterval(() => response.write(' '), 50);
  response.on('close', () => clearInterval(timer));
};

describe('sending', () => {
  it('succeeds at once when it can', async () => {
    assert.deepEqual(await sent('json', 201), {
      kind: 'accepted',
      reference: 'A-1',
      waitingList: false,
      confirmHours: undefined,
    });
    assert.equal(seen.length, 1);
    assert.equal(seen[0]!.headers['idempotency-key'], `"${KEY}"`);
    assert.deepEqual(JSON.parse(seen[0]!.body), ENTRY);
  });

  it('tries three times under one key', async () => {
    assert.equal((await sent('json', 503, cut, 201)).kind, 'accepted');
    assert.equal(new Set(seen.map(({ headers }) => headers['idempotency-key'])).size, 1);
    assert.equal(seen.length, 3);
  });

  it('gives up after three, without knowing', async () => {
    const { reason, certain } = await failing('json', 502);
    assert.deepEqual([reason, certain, seen.length], ['uncertain', false, 3]);
  });

  for (const [name, answer] of Object.entries({ cut, half }))
    it(`does not know when the connection breaks (${name})`, async () => {
      const { reason, certain } = await failing('json', answer);
      assert.deepEqual([reason, certain, seen.length], ['uncertain', false, 3]);
    });

  for (const [name, answer] of Object.entries({ silence, trickle }))
    it(`stops waiting, and leaves the next try to the visitor (${name})`, async () => {
      const { reason, certain } = ofKind('failed', await sentWithin(IMPATIENT, 'json', answer));
      assert.deepEqual([reason, certain, seen.length], ['uncertain', false, 1]);
    });

  it('does not repeat what was refused, or what a server could not do', async () => {
    for (const status of [400, 403, 404, 413, 422, 500]) {
      seen = [];
      assert.equal((await sent('json', status)).kind, 'failed');
      assert.equal(seen.length, 1, String(status));
    }
  });

  it('waits as long as it is asked to', async () => {
    const busy = (response: ServerResponse) => void response.writeHead(429, { 'retry-after': '1' }).end();
    const start = performance.now();
    assert.equal((await sent('json', busy, 201)).kind, 'accepted');
    assert.ok(performance.now() - start >= 950);
  });

  it('says so when that would be too long', async () => {
    const busy = (response: ServerResponse) => void response.writeHead(503, { 'retry-after': '600' }).end();
    const { retryAfterMs } = await failing('json', busy);
    assert.deepEqual([retryAfterMs, seen.length], [600_000, 1]);
  });

  it('sends nothing twice unasked to a service that knows no keys', async () => {
    for (const answer of [cut, 503]) {
      seen = [];
      assert.equal((await failing('form', answer)).certain, false);
      assert.equal(seen.length, 1);
    }
    seen = [];
    assert.equal((await sent('form', 429, 201)).kind, 'accepted');
  });

  it('does not take a login page elsewhere for an answer', async () => {
    const login = (response: ServerResponse) => {
      response.writeHead(303, { location: `http://localhost:${port()}/login` }).end();
    };
    answers = [login, (response) => void response.writeHead(200).end('<!doctype html>')];
    const outcome = await send({
      endpoint: url,
      format: 'form',
      entry: ENTRY,
      onRetry: () => {},
      times: TIMES,
    });
    assert.equal(ofKind('failed', outcome).reason, 'uncertain');
  });
});

describe('a page that sends itself', () => {
  const from = (result: Promise<unknown>) => outcomeFrom(result, 'json');

  it('gives a receipt, a response or nothing', async () => {
    const receipt = { reference: 'P-1', status: 'waiting-list' };
    assert.deepEqual(await from(Promise.resolve(receipt)), {
      kind: 'accepted',
      reference: 'P-1',
      waitingList: true,
      confirmHours: undefined,
    });
    assert.equal((await from(Promise.resolve())).kind, 'accepted');
    const given = await from(Promise.resolve(Response.json({ reference: 'R' })));
    assert.equal(ofKind('accepted', given).reference, 'R');
    const gone = await from(Promise.resolve(new Response('', { status: 410 })));
    assert.equal(ofKind('failed', gone).reason, 'gone');
  });

  it('leaves it open when its promise breaks', async () => {
    assert.equal(ofKind('failed', await from(Promise.reject(new Error('no')))).certain, false);
  });
});
