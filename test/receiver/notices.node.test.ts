/** Who hears of a sign-up: signed, again when it fails, and never in the way of the answer. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { OutboxWorker } from '../../src/receiver/notices/outbox-worker.js';
import { toCommand, toWebhook } from '../../src/receiver/notices/deliver.js';
import { messageOf } from '../../src/receiver/notices/message.js';
import { entryOf, feedOf, NOW, openDatabase, serviceOn } from '../support/node/receiver.js';

const SECRET = `whsec_${Buffer.from('a secret of some length').toString('base64')}`;

let held;
let hook;
/** What the hook was told, and the statuses with which it answers; the last one stays. */
let told = [];
let statuses = [200];
before(async () => {
  held = await openDatabase('PGlite');
  hook = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    told.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(statuses[Math.min(told.length, statuses.length) - 1]).end();
    hook.emit('told');
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
});
after(async () => {
  hook.close();
  await held.close();
});

let courier;
afterEach(async () => {
  await courier?.stop();
  courier = undefined;
  told = [];
  statuses = [200];
  await held.database.query('delete from ceal_notices');
});

const address = () => `http://127.0.0.1:${hook.address().port}/`;
const log = [];

/** A service whose sign-ups are told to the hook. */
function telling({ deliver = toWebhook(address(), SECRET), withdrawals } = {}) {
  const feed = feedOf({ editions: { lente: { capacity: 1 } } });
  courier = new OutboxWorker({
    database: held.database,
    deliver,
    source: () => ({ feed, withdrawals }),
    log: (event, facts) => log.push({ event, ...facts }),
  });
  return serviceOn(held.database, { feed, onChange: () => courier.call() });
}

const heard = async (n) => {
  while (told.length < n) await once(hook, 'told');
  return told.map(({ body }) => JSON.parse(body));
};
const notices = () => held.database.query('select attempts, due_at > now() as later from ceal_notices');
const until = async (holds) => {
  while (!(await holds())) await new Promise((settle) => setTimeout(settle, 10));
};

describe('a webhook', () => {
  it('is told of a sign-up, with what a participant should read', async () => {
    const { signUp } = telling({ withdrawals: 'https://example.org/withdrawals' });
    const { reference } = await signUp(entryOf({ language: 'en', consents: ['nieuws'] }));
    const [{ type, data }] = await heard(1);
    assert.equal(type, 'signup.received');
    assert.equal(data.reference, reference);
    assert.equal(data.entry.consentWords.nieuws, 'Yes, send me news');
    const { confirmation } = data;
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
    const { signUp } = telling();
    await signUp(entryOf());
    await heard(1);
    const [{ headers, body }] = told;
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = headers;
    const key = Buffer.from(SECRET.slice('whsec_'.length), 'base64');
    assert.equal(
      signature,
      `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
    );
    assert.ok(Math.abs(Date.now() / 1_000 - Number(timestamp)) < 60);
  });

  it('is told again when it fails, under the same id, and does not keep the visitor waiting', async () => {
    statuses = [500, 200];
    const { signUp } = telling();
    assert.equal((await signUp(entryOf())).kind, 'stored');
    await heard(1);
    await until(() => log.some(({ event }) => event === 'notice-postponed'));
    assert.deepEqual(await notices(), [{ attempts: 1, later: true }]);
    // Ten seconds later.
    await held.database.query(`update ceal_notices set due_at = now() - interval '1 second'`);
    courier.call();
    await heard(2);
    assert.equal(told[0].headers['webhook-id'], told[1].headers['webhook-id']);
    await until(async () => (await notices()).length === 0);
  });

  it('is given up after three days, and not forgotten', async () => {
    statuses = [500];
    const { signUp } = telling();
    log.length = 0;
    await signUp(entryOf());
    await until(() => log.some(({ event }) => event === 'notice-postponed'));
    await held.database.query(`update ceal_notices set attempts = 9, due_at = now()`);
    courier.call();
    await until(() => log.some(({ event }) => event === 'notice-given-up'));
    const [row] = await held.database.query(`select due_at = 'infinity' as never from ceal_notices`);
    assert.equal(row.never, true);
  });

  it('hears of a place that is offered and of who withdraws, without what was erased', async () => {
    const { signUp, service } = telling();
    const one = await signUp(entryOf({ edition: 'lente', name: 'Een' }));
    await heard(1);
    await signUp(entryOf({ edition: 'lente', name: 'Twee' }));
    const [, second] = await heard(2);
    assert.match(second.data.confirmation.text, /wachtlijst/);
    await service.withdraw({ reference: one.reference, contact: 'noor@example.org' });
    const rest = (await heard(4)).slice(2).sort((a, b) => a.type.localeCompare(b.type));
    assert.deepEqual(
      rest.map(({ type }) => type),
      ['signup.offered', 'signup.withdrawn'],
    );
    assert.match(rest[0].data.confirmation.text, /Die plek is nu voor jou/);
    assert.equal(rest[1].data.entry, null);
    assert.equal(rest[1].data.confirmation, undefined);
  });
});

describe('a command', () => {
  it('gets the message on its standard input and nothing in its arguments', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ceal-command-'));
    const file = join(folder, 'told.json');
    await toCommand(`cat > ${file}`)('id', '{"name":"$(touch x); `id`"}');
    assert.equal(readFileSync(file, 'utf8'), '{"name":"$(touch x); `id`"}');
    rmSync(folder, { recursive: true });
  });

  it('is tried again when it ends badly', () =>
    assert.rejects(toCommand('exit 3')('id', 'x'.repeat(1_000_000)), /exit 3/));
});

describe('a confirmation', () => {
  const notice = {
    id: 'x',
    event: 'signup.received',
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
    assert.deepEqual(data.confirmation.to, { name: 'Noor', phone: '06' });
    assert.match(data.confirmation.text, /AB-12/);
  });
});
