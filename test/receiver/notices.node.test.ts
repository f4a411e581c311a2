/** Notices of sign-ups: signed, again when they fail, and never in the way of the answer. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { toCommand, toWebhook, type Deliver } from '../../src/receiver/notices/deliver.js';
import { messageOf, type NoticeMessage } from '../../src/receiver/notices/message.js';
import type { Notice } from '../../src/receiver/notices/outbox.js';
import { OutboxWorker } from '../../src/receiver/notices/outbox-worker.js';
import {
  entryOf,
  feedOf,
  NOW,
  openDatabase,
  serviceOn,
  type TestDatabase,
} from '../support/node/receiver.js';
import type { LogLine } from '../support/node/served.js';

const SECRET = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;

let opened: TestDatabase;
let hook: Server;
/** The requests that the hook has had, and the statuses with which it answers; the last one stays. */
let requests: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let statuses = [200];
before(async () => {
  opened = await openDatabase('PGlite');
  hook = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      requests.push({ headers: request.headers, body });
      response.writeHead(statuses[Math.min(requests.length, statuses.length) - 1]!).end();
      hook.emit('answered');
    });
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
});
after(async () => {
  hook.close();
  await opened.close();
});

let worker: OutboxWorker | undefined;
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  requests = [];
  statuses = [200];
  await opened.database.query('delete from ceal_notices');
});

const address = () => `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
const log: LogLine[] = [];

interface NotifyingOptions {
  readonly deliver?: Deliver;
  readonly withdrawals?: string;
}

/** A service whose notices go to the hook. */
function notifyingService({ deliver = toWebhook(address(), SECRET), withdrawals }: NotifyingOptions = {}) {
  const feed = feedOf({ editions: { lente: { capacity: 1 } } });
  const started = new OutboxWorker({
    database: opened.database,
    deliver,
    source: () => ({ feed, withdrawals }),
    log: (event, facts) => log.push({ event, ...facts }),
  });
  worker = started;
  return serviceOn(opened.database, { feed, onChange: () => started.wake() });
}

/** The messages, once there are so many. */
const messages = async (count: number) => {
  while (requests.length < count) await once(hook, 'answered');
  return requests.map(({ body }) => JSON.parse(body) as NoticeMessage);
};
const notices = () => opened.database.query('select attempts, due_at > now() as later from ceal_notices');
const until = async (holds: () => boolean | Promise<boolean>) => {
  while (!(await holds())) await new Promise((settle) => setTimeout(settle, 10));
};

describe('a webhook', () => {
  it('is told of a sign-up, with what a participant should read', async () => {
    const { store } = notifyingService({ withdrawals: 'https://example.org/withdrawals' });
    const { reference } = await store(entryOf({ language: 'en', consents: ['nieuws'] }));
    const [{ type, data }] = (await messages(1)) as [NoticeMessage];
    assert.equal(type, 'signup.received');
    assert.equal(data.reference, reference);
    assert.equal(data.entry?.consentWords?.['nieuws'], 'Yes, send me news');
    const { confirmation } = data;
    assert.ok(confirmation);
    assert.deepEqual(confirmation.to, { name: 'Noor (voorbeeld)', email: 'noor@example.org' });
    assert.equal(confirmation.subject, 'Your sign-up: Herfst');
    for (const words of [
      'Hello Noor',
      reference,
      'We call you.',
      'https://example.org/withdrawals',
      'aanmelden@example.org',
    ])
      assert.ok(confirmation.text.includes(words), words);
    await until(async () => (await notices()).length === 0);
  });

  it('can tell that a message is ours', async () => {
    const { signUp } = notifyingService();
    await signUp(entryOf());
    await messages(1);
    const { headers, body } = requests[0]!;
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers;
    const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
    assert.equal(
      signature,
      `v1,${createHmac('sha256', key)
        .update(`${String(id)}.${String(timestamp)}.${body}`)
        .digest('base64')}`,
    );
    assert.ok(Math.abs(Date.now() / 1_000 - Number(timestamp)) < 60);
  });

  it('is told again when it fails, under the same id, and does not keep the visitor waiting', async () => {
    statuses = [500, 200];
    const { signUp } = notifyingService();
    assert.equal((await signUp(entryOf())).kind, 'stored');
    await messages(1);
    await until(() => log.some(({ event }) => event === 'notice-postponed'));
    assert.deepEqual(await notices(), [{ attempts: 1, later: true }]);
    // Ten seconds later.
    await opened.database.query(`update ceal_notices set due_at = now() - interval '1 second'`);
    worker?.wake();
    await messages(2);
    assert.equal(requests[0]!.headers['webhook-id'], requests[1]!.headers['webhook-id']);
    await until(async () => (await notices()).length === 0);
  });

  it('is given up after three days, and not forgotten', async () => {
    statuses = [500];
    const { signUp } = notifyingService();
    log.length = 0;
    await signUp(entryOf());
    await until(() => log.some(({ event }) => event === 'notice-postponed'));
    await opened.database.query(`update ceal_notices set attempts = 9, due_at = now()`);
    worker?.wake();
    await until(() => log.some(({ event }) => event === 'notice-given-up'));
    const [row] = await opened.database.query<{ never: boolean }>(
      `select due_at = 'infinity' as never from ceal_notices`,
    );
    assert.equal(row?.never, true);
  });

  it('hears of a place that is offered and of who withdraws, without what was erased', async () => {
    const { signUp, store, service } = notifyingService();
    const { reference } = await store(entryOf({ edition: 'lente', name: 'Een' }));
    await messages(1);
    await signUp(entryOf({ edition: 'lente', name: 'Twee' }));
    const [, second] = await messages(2);
    assert.match(second?.data.confirmation?.text ?? '', /wachtlijst/);
    await service.withdraw({ reference, contact: 'noor@example.org' });
    const rest = (await messages(4)).slice(2).sort((a, b) => a.type.localeCompare(b.type));
    assert.deepEqual(
      rest.map(({ type }) => type),
      ['signup.offered', 'signup.withdrawn'],
    );
    assert.match(rest[0]?.data.confirmation?.text ?? '', /Die plek is nu voor jou/);
    assert.equal(rest[1]?.data.entry, null);
    assert.equal(rest[1]?.data.confirmation, undefined);
  });
});

describe('a command', () => {
  it('gets the message on its standard input and nothing in its arguments', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ceal-command-'));
    const file = join(folder, 'message.json');
    await toCommand(`cat > ${file}`)('id', '{"name":"$(touch x); `id`"}');
    assert.equal(readFileSync(file, 'utf8'), '{"name":"$(touch x); `id`"}');
    rmSync(folder, { recursive: true });
  });

  it('is tried again when it ends badly', () =>
    assert.rejects(toCommand('exit 3')('id', 'x'.repeat(1_000_000)), /exit 3/));
});

describe('a confirmation', () => {
  const notice: Notice = {
    id: 'x',
    feed: 'proef',
    event: 'signup.received',
    at: '2027-01-01T00:00:00.000Z',
    attempts: 1,
    reference: 'AB-12',
    status: 'accepted',
    signup: 'weg',
    edition: 'weg',
    receivedAt: '2027-01-01T00:00:00Z',
    replaces: [],
    entry: { name: 'Noor', phone: '06', answers: {}, consents: [], language: 'nl' },
  };

  it('can be written when the feed has forgotten what it was for', () => {
    const { data } = messageOf(notice, { feed: feedOf(), withdrawals: undefined }, NOW);
    assert.ok(data.confirmation);
    assert.deepEqual(data.confirmation.to, { name: 'Noor', phone: '06' });
    assert.match(data.confirmation.text, /AB-12/);
  });
});
