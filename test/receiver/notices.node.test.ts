/** Notices of sign-ups: signed, again when they fail, and never in the way of the answer. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { DeliveryError, toEach, type Deliver } from '../../src/receiver/notices/deliver.js';
import { noticeBodyOf, type NoticeBody } from '../../src/receiver/notices/notice-body.js';
import { webhookKeys } from '../../src/receiver/notices/signature.js';
import { toWebhook, type WebhookOptions } from '../../src/receiver/notices/webhook.js';
import {
  emptyDatabase,
  makeDue,
  noticeOf,
  notifyingService,
  startHook,
  withStatus,
  type Hook,
  type Notifying,
} from '../support/node/notices.js';
import { entryOf, feedOf, openDatabase, times, type TestDatabase } from '../support/node/receiver.js';
import { until } from '../support/node/until.js';

const secretOf = (bytes: number) => `whsec_${randomBytes(bytes).toString('base64')}`;
const SECRET = secretOf(32);

let opened: TestDatabase;
let hook: Hook;
before(async () => {
  opened = await openDatabase('PGlite');
  hook = await startHook();
});
after(async () => {
  hook.close();
  await opened.close();
});

let notifying: Notifying | undefined;
afterEach(async () => {
  await notifying?.worker.stop();
  notifying = undefined;
  hook.reset();
  await emptyDatabase(opened.database);
});

interface StartOptions extends WebhookOptions {
  readonly secret?: string;
  readonly deliver?: Deliver;
  readonly withdrawals?: string;
}

/** A service with one place in spring, whose notices go to the hook. */
function start({ secret = SECRET, deliver, withdrawals, ...options }: StartOptions = {}): Notifying {
  notifying = notifyingService(opened.database, {
    feed: feedOf({ editions: { lente: { capacity: 1 } } }),
    deliver: deliver ?? toWebhook(hook.address, secret, options),
    source: { withdrawals },
  });
  return notifying;
}

const notices = () =>
  opened.database.query<{ attempts: number; wait: number }>(
    `select attempts, extract(epoch from due_at - now())::float8 as wait from ceal_notices where due_at < 'infinity'`,
  );
/** True if all notices failed so often, and none is in hand: a worker has two minutes for one that it took. */
const arePostponed = async (count: number) =>
  (await notices()).every(
    ({ attempts, wait }) => attempts >= count && wait > 0 && (wait < 100 || wait > 120),
  );
const lines = (event: string) => notifying!.log.filter((line) => line.event === event);
const address = (name: string) => ({ email: `${name}@example.org` });

describe('a webhook', () => {
  it('is told of a sign-up, with what a participant should read', async () => {
    const { store } = start({ withdrawals: 'https://example.org/withdrawals' });
    const { reference } = await store(entryOf({ language: 'en', consents: ['nieuws'] }));
    const [{ type, data }] = (await hook.messages(1)) as [NoticeBody];
    assert.equal(type, 'signup.received');
    assert.equal(data.feed, 'proef');
    assert.equal(data.reference, reference);
    assert.equal(data.entry?.consentWords?.['nieuws'], 'Yes, send me news');
    const { mail } = data;
    assert.ok(mail);
    assert.deepEqual(mail.to, { name: 'Noor (voorbeeld)', email: 'noor@example.org' });
    assert.equal(mail.subject, 'Your sign-up: Herfst');
    for (const words of [
      'Hello Noor',
      reference,
      'We call you.',
      'https://example.org/withdrawals',
      'aanmelden@example.org',
    ])
      assert.ok(mail.text.includes(words), words);
    await until(async () => (await notices()).length === 0);
  });

  it('is told again when it fails, under the same id, and does not keep the visitor waiting', async () => {
    hook.answer((response, number) => withStatus(number === 1 ? 500 : 200)(response));
    const { signUp, worker } = start();
    assert.equal((await signUp(entryOf())).kind, 'stored');
    await until(() => lines('notice-postponed').length > 0);
    const [left] = await notices();
    assert.equal(left?.attempts, 1);
    assert.ok(left.wait > 0);
    await makeDue(opened.database);
    worker.wake();
    await hook.messages(2);
    assert.equal(hook.requests[0]!.headers['webhook-id'], hook.requests[1]!.headers['webhook-id']);
    await until(async () => (await notices()).length === 0);
  });

  it('is given up after three days, and not forgotten', async () => {
    hook.answer(withStatus(500));
    const { signUp, worker } = start();
    await signUp(entryOf());
    await until(() => lines('notice-postponed').length > 0);
    await opened.database.query(`update ceal_notices set attempts = 9, due_at = now()`);
    worker.wake();
    await until(() => lines('notice-given-up').length > 0);
    assert.equal(lines('notice-given-up')[0]!['reason'], 'status 500');
    const [row] = await opened.database.query<{ never: boolean }>(
      `select due_at = 'infinity' as never from ceal_notices`,
    );
    assert.equal(row?.never, true);
  });

  it('hears of a place that is offered and of who withdraws, without what was erased', async () => {
    const { signUp, store, service } = start();
    const { reference } = await store(entryOf({ edition: 'lente', name: 'Een', ...address('een') }));
    await hook.messages(1);
    await signUp(entryOf({ edition: 'lente', name: 'Twee', ...address('twee') }));
    const [, second] = await hook.messages(2);
    assert.match(second?.data.mail?.text ?? '', /wachtlijst/);
    await service.withdraw({ reference, contact: 'een@example.org' });
    const rest = (await hook.messages(4)).slice(2).sort((a, b) => a.type.localeCompare(b.type));
    assert.deepEqual(
      rest.map(({ type }) => type),
      ['signup.offered', 'signup.withdrawn'],
    );
    assert.match(rest[0]?.data.mail?.text ?? '', /Die plek is nu voor jou/);
    assert.equal(rest[1]?.data.entry, null);
    assert.equal(rest[1]?.data.mail, undefined);
  });
});

describe('receiver.md 8: a webhook as Standard Webhooks say', () => {
  const verified = (secret: string, { body, headers }: Hook['requests'][number]) =>
    new Webhook(secret).verify(body, headers as Record<string, string>);

  it('can tell that a message is ours, by either of two secrets', async () => {
    const other = secretOf(64);
    const { signUp } = start({ secret: `${SECRET}  ${other}` });
    await signUp(entryOf());
    await hook.messages(1);
    const [request] = hook.requests;
    assert.ok(request);
    for (const secret of [SECRET, other]) assert.deepEqual(verified(secret, request), request.message);
    assert.throws(() => verified(secretOf(32), request));
    assert.throws(() => verified(SECRET, { ...request, body: request.body.replace('Noor', 'Roon') }));
  });

  it('R32: refuses a secret that cannot sign, and says how to make one', () => {
    for (const secret of [
      '',
      'whsec_',
      'whsec_!!!!',
      'whsec_YQ==',
      'whsec_…',
      'a plain text of some length',
      secretOf(23),
      secretOf(65),
      secretOf(32).slice(0, -3),
      `${SECRET} x`,
      `${SECRET},${SECRET}`,
      `${SECRET} ${SECRET} ${SECRET}`,
    ])
      assert.throws(() => webhookKeys(secret), /openssl rand -base64 32/, secret);
    for (const bytes of [24, 32, 64]) assert.equal(webhookKeys(secretOf(bytes))[0]?.length, bytes);
  });

  it('sends nothing any more after a 410, says so once, and keeps what is to be told', async () => {
    hook.answer(withStatus(410));
    let gone = 0;
    const { signUp, worker } = start({ onGone: () => (gone += 1) });
    await Promise.all(times(3, (index) => signUp(entryOf(address(`een${index}`)))));
    await until(() => gone > 0);
    await worker.stop();
    const told = hook.requests.length;
    await signUp(entryOf(address('twee')));
    worker.wake();
    await worker.stop();
    assert.equal(hook.requests.length, told);
    assert.equal(gone, 1);
    assert.equal((await notices()).length, 4);
    assert.ok((await notices()).every(({ attempts, wait }) => attempts === 0 && wait <= 0));
  });

  it('waits for as long as 429 and 503 ask, and not for ever', async () => {
    for (const [status, retryAfter, least, most] of [
      [429, '3600', 3_000, 3_600],
      [503, new Date(Date.now() + 7_200_000).toUTCString(), 7_000, 7_200],
      [429, '99999999', 80_000, 86_400],
      [429, 'soon', 0, 10],
      [500, '3600', 0, 10],
    ] as const) {
      hook.answer(withStatus(status, { 'retry-after': retryAfter }));
      const { signUp, worker } = start();
      await signUp(entryOf(address(String(least))));
      await until(() => lines('notice-postponed').length > 0);
      const [{ wait } = { wait: -1 }] = await notices();
      assert.ok(wait > least - 60 && wait <= most, `${status} ${retryAfter}: ${wait}`);
      await worker.stop();
      await opened.database.query('delete from ceal_notices');
    }
  });

  it('sends the same body at each attempt, with the time of what happened', async () => {
    hook.answer((response, number) => withStatus(number < 3 ? 500 : 200)(response));
    const { signUp, worker } = start();
    await signUp(entryOf());
    for (const count of [1, 2]) {
      await until(() => arePostponed(count));
      await makeDue(opened.database);
      worker.wake();
    }
    const [first] = await hook.messages(3);
    assert.equal(new Set(hook.requests.map(({ body }) => body)).size, 1);
    assert.equal(first!.timestamp, first!.data.receivedAt);
  });

  it('is told that somebody waited, and then of the place: each as it was, and one mail for both', async () => {
    hook.answer(withStatus(500));
    const { signUp, store, service, worker } = start();
    const { reference } = await store(entryOf({ edition: 'lente', ...address('een') }));
    await signUp(entryOf({ edition: 'lente', ...address('twee') }));
    await service.withdraw({ reference, contact: 'een@example.org' });
    await until(() => arePostponed(1));
    hook.answer(withStatus(200));
    const failed = hook.requests.length;
    await makeDue(opened.database);
    worker.wake();
    // The first one's sign-up is empty by now, and is not told any more.
    const told = (await hook.messages(failed + 3)).slice(failed).sort((a, b) => a.type.localeCompare(b.type));
    assert.deepEqual(
      told.map(({ type, data }) => [type, data.status, data.mail !== undefined]),
      [
        ['signup.offered', 'accepted', true],
        ['signup.received', 'waiting-list', false],
        ['signup.withdrawn', 'withdrawn', false],
      ],
    );
  });
});

describe('R12: a webhook that fails', () => {
  it('is not followed to another address, which the log says', async () => {
    hook.answer(withStatus(308, { location: '/elders' }));
    const { signUp } = start();
    await signUp(entryOf(address('verhuisd')));
    await until(() => arePostponed(1));
    assert.deepEqual(lines('notice-postponed'), [{ event: 'notice-postponed', reason: 'status 308' }]);
    assert.equal(hook.requests.length, 1);
  });

  it('is written once for each reason, and again only when it changes', async () => {
    hook.answer(withStatus(500));
    const { signUp, worker } = start();
    await Promise.all(times(8, (index) => signUp(entryOf(address(`n${index}`)))));
    await until(() => arePostponed(1));
    assert.deepEqual(lines('notice-postponed'), [{ event: 'notice-postponed', reason: 'status 500' }]);
    hook.answer((response) => response.destroy());
    await makeDue(opened.database);
    worker.wake();
    await until(() => arePostponed(2));
    assert.equal(lines('notice-postponed').length, 2);
    assert.match(String(lines('notice-postponed')[1]!['reason']), /^(ECONNRESET|UND_ERR_SOCKET)$/);
    hook.answer(withStatus(200));
    await makeDue(opened.database);
    worker.wake();
    await until(async () => (await notices()).length === 0);
    hook.answer(withStatus(500));
    await signUp(entryOf(address('later')));
    await until(() => lines('notice-postponed').length === 3);
  });

  it('holds up only its own notice while it hangs', async () => {
    // The first four are never answered; all others are.
    hook.answer((response, number) => number > 4 && response.end());
    const { signUp } = start({ timeoutMs: 1_000_000 });
    await Promise.all(times(4, (index) => signUp(entryOf(address(`hangs${index}`)))));
    await hook.messages(4);
    await Promise.all(times(12, (index) => signUp(entryOf(address(`goes${index}`)))));
    await hook.messages(16);
    await until(async () => (await notices()).length === 4);
  });

  it('has a time limit', async () => {
    hook.answer(() => {});
    const { signUp } = start({ timeoutMs: 50 });
    await signUp(entryOf());
    await until(() => lines('notice-postponed').length > 0);
    assert.equal(lines('notice-postponed')[0]!['reason'], 'TimeoutError');
  });

  it('is let go when the receiver stops, and told the same later', async () => {
    hook.answer(() => {});
    const { signUp, worker } = start({ timeoutMs: 1_000_000 });
    await signUp(entryOf());
    await hook.messages(1);
    await worker.stop();
    const [left] = await notices();
    assert.equal(left?.attempts, 0);
    assert.ok(left.wait <= 0);
  });
});

describe('several recipients', () => {
  const signal = new AbortController().signal;

  it('do not get again what they have, while another fails', async () => {
    const told: string[] = [];
    let fails = true;
    const deliver = toEach([
      ({ id }) => {
        told.push(`mail ${id}`);
        return Promise.resolve();
      },
      ({ id }) => {
        if (fails) return Promise.reject(new DeliveryError('status 500'));
        told.push(`hook ${id}`);
        return Promise.resolve();
      },
    ]);
    const delivery = { id: '1', body: '', signal };
    await assert.rejects(deliver(delivery), /500/);
    await assert.rejects(deliver(delivery), /500/);
    fails = false;
    await deliver(delivery);
    assert.deepEqual(told, ['mail 1', 'hook 1']);
  });

  it('are remembered for a thousand messages that others have not', async () => {
    const told: string[] = [];
    const mail: Deliver = ({ id }) => {
      told.push(id);
      return Promise.resolve();
    };
    const deliver = toEach([mail, () => Promise.reject(new DeliveryError('status 500'))]);
    const send = (id: number) => assert.rejects(deliver({ id: String(id), body: '', signal }), /500/);
    for (let id = 0; id <= 1_000; id++) await send(id);
    await send(1_000);
    assert.equal(told.length, 1_001);
    await send(0);
    assert.equal(told.length, 1_002);
  });

  it('are told all the same where one wants nothing any more', async () => {
    const told: string[] = [];
    const gone: Deliver = () => Promise.reject(new DeliveryError('gone', { isGone: true }));
    const mail: Deliver = ({ id }) => {
      told.push(id);
      return Promise.resolve();
    };
    await toEach([gone, mail])({ id: '1', body: '', signal });
    assert.deepEqual(told, ['1']);
    await assert.rejects(toEach([gone, gone])({ id: '2', body: '', signal }), /gone/);
  });
});

describe('a mail', () => {
  it('can be written when the feed has forgotten what it was for', () => {
    const entry = { name: 'Noor', phone: '06', answers: {}, consents: [], language: 'nl' };
    const notice = noticeOf({ signup: 'weg', edition: 'weg', entry });
    const { data } = noticeBodyOf(notice, { feed: feedOf(), withdrawals: undefined });
    assert.ok(data.mail);
    assert.deepEqual(data.mail.to, { name: 'Noor', phone: '06' });
    assert.match(data.mail.text, /AB-12/);
  });
});
