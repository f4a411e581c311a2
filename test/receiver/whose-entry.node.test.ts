/** Whose entry it is: no way to hear of, take, block or jump over somebody's place. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { digestOf, keysFor } from '../../src/receiver/submission-key.js';
import { mailboxOf } from '../../src/receiver/mailbox.js';
import { RecentSignups } from '../../src/receiver/recent-signups.js';
import { readSignups } from '../../src/receiver/storage/reading.js';
import { all, entryOf, FORM_SECRET, parsed, times } from '../support/node/receiver.js';
import { receiptOf, serve, type Served } from '../support/node/served.js';

let receiver: Served;
before(async () => (receiver = await serve({ server: { behindProxy: true } })));
after(() => receiver.close());
// Each test has its own people, so that no two are known to each other.
let person = 0;
beforeEach(() => (person += 1));

const from = (network: string) => ({ 'x-forwarded-for': network });
const [VICTIM, ATTACKER] = [from('192.0.2.1'), from('198.51.100.1')];
const victim = () => ({ name: `Noor ${person} (voorbeeld)`, email: `noor${person}@example.org` });
const form = (
  changes: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = VICTIM,
) =>
  receiver.postRaw(
    new URLSearchParams({ signup: 'meedoen', edition: 'herfst', roles: 'bewoner', ...victim(), ...changes }),
    headers,
  );
const json = (body: object, headers: Readonly<Record<string, string>> = ATTACKER) =>
  receiver.postRaw(JSON.stringify(body), { 'content-type': 'application/json', ...headers });
const storedOf = async () =>
  (await all(readSignups(receiver.database))).filter(({ entry }) => entry.email === victim().email);
/** The key under which the form of the victim is stored. */
async function storedKey(): Promise<string> {
  const rows = await receiver.database.query<{ id: string }>(
    `select id from ceal_signups where entry ->> 'email' = $1`,
    [victim().email],
  );
  return rows[0]?.id ?? '';
}

describe('R2: who guesses what somebody filled in', () => {
  it('gets no receipt of theirs, and leaves a trace', async () => {
    const own = await receiptOf(await form());
    const other = await form({}, ATTACKER);
    assert.equal(other.status, 201);
    assert.notEqual((await receiptOf(other)).reference, own.reference);
    assert.equal((await storedOf()).length, 2);
    const again = await form();
    assert.deepEqual([again.status, await receiptOf(again)], [200, own]);
  });

  it('learns nothing by one field that is wrong', async () => {
    const submissionId = randomUUID();
    const entry = { ...entryOf(victim()), submissionId };
    const { reference } = await receiptOf(await json(entry, VICTIM));
    assert.ok(reference);
    const wrong = [
      { onbekend: { a: 1 } },
      { onbekend: 5 },
      { fields: { x: 'x'.repeat(6_000) } },
      { fields: Object.fromEntries(times(51, (index) => [`x${index}`, 'x'])) },
      { replaces: times(21, () => randomUUID()) },
      { replaces: ['geen'] },
      { review: 'x' },
      { challenge: 'x' },
      { name: '' },
      { answers: { taal: 'xx' } },
    ];
    for (const changes of wrong) {
      const known = await json({ ...entry, ...changes });
      const unknown = await json({ ...entry, ...changes, submissionId: randomUUID() });
      const text = await known.text();
      assert.equal(known.status, 422, JSON.stringify(changes));
      assert.equal(text, await unknown.text());
      assert.ok(!text.includes(reference));
    }
    for (const extra of ['edition', 'name', 'email']) {
      const double = new URLSearchParams({
        signup: 'meedoen',
        edition: 'herfst',
        roles: 'bewoner',
        ...victim(),
      });
      double.append(extra, 'x');
      assert.equal((await receiver.postRaw(double, VICTIM)).status, 422);
    }
  });

  it('has no key that takes the place of a form', async () => {
    await form();
    const key = await storedKey();
    assert.match(key, /^.{14}8/);
    const taken = await json({ ...entryOf({ name: 'Ander (voorbeeld)' }), replaces: [key] });
    assert.equal(taken.status, 201);
    assert.equal((await storedOf()).length, 1);
  });

  it('R22: cannot be there first', async () => {
    const { entry } = parsed({
      signup: 'meedoen',
      edition: 'herfst',
      roles: ['bewoner'],
      answers: {},
      language: 'nl',
      ...victim(),
    });
    const parts = { digest: digestOf(entry), network: '192.0.2.1', instant: Date.now() };
    // Every part but the secret is known.
    for (const key of keysFor({ ...parts, secret: Buffer.alloc(32) }))
      assert.equal(
        (await json({ ...entryOf({ name: 'Ander (voorbeeld)' }), submissionId: key })).status,
        201,
      );
    assert.equal((await form()).status, 201);
    assert.ok(keysFor({ ...parts, secret: FORM_SECRET }).includes(await storedKey()));
  });

  it('has no way around the queue by a form', async () => {
    const submissionId = randomUUID();
    const entry = entryOf({ ...victim(), submissionId });
    assert.equal((await json(entry, VICTIM)).status, 201);
    assert.equal((await form({ name: 'Ander (voorbeeld)', replaces: submissionId }, ATTACKER)).status, 201);
    const multipart = new FormData();
    for (const [name, value] of Object.entries({ ...victim(), signup: 'meedoen', edition: 'herfst' }))
      multipart.append(name, value);
    multipart.append('roles', 'bewoner');
    multipart.append('replaces', submissionId);
    assert.equal((await receiver.postRaw(multipart, ATTACKER)).status, 201);
    assert.ok((await storedOf()).some(({ entry: { name } }) => name === victim().name));
    assert.equal((await json(entry, VICTIM)).status, 200);
  });

  it('may replace an entry of their own, by its random key', async () => {
    const before = entryOf(victim());
    await json(before, VICTIM);
    const changed = entryOf({ ...victim(), answers: { taal: 'nl' }, replaces: [before.submissionId] });
    assert.equal((await json(changed, VICTIM)).status, 201);
    assert.equal((await storedOf()).length, 1);
  });
});

describe('R26: an entry is marked', () => {
  it('where its network has stored many within ten minutes', async () => {
    const network = from('203.0.113.7');
    for (let n = 0; n < 7; n++) {
      // What is not stored does not count.
      assert.equal((await json(entryOf({ name: '' }), network)).status, 422);
      assert.equal((await json(entryOf(victim()), network)).status, 201);
    }
    await json(entryOf(victim()), from('203.0.113.8'));
    const reviews = (await storedOf()).map(({ entry }) => entry.review ?? []);
    assert.deepEqual(reviews, [[], [], [], [], [], ['many'], ['many'], []]);
  });

  it('where many come at once', async () => {
    const network = from('203.0.113.9');
    await Promise.all(times(20, () => json(entryOf(victim()), network)));
    const marked = (await storedOf()).filter(({ entry }) => entry.review?.includes('many'));
    assert.equal(marked.length, 15);
  });

  it('no more when ten minutes have passed', () => {
    const recent = new RecentSignups();
    const minutes = (n: number) => n * 60_000;
    for (let n = 0; n < 5; n++) assert.equal(recent.add('192.0.2.1', minutes(n)), false);
    assert.equal(recent.add('192.0.2.1', minutes(5)), true);
    recent.remove('192.0.2.1');
    assert.equal(recent.add('192.0.2.1', minutes(10)), false);
    assert.equal(recent.add('192.0.2.2', minutes(10)), false);
    assert.doesNotMatch(JSON.stringify(recent), /192/);
  });

  it('has a mailbox whatever dots and tags are in its address', () => {
    for (const email of ['no.or@example.org', 'Noor+oasis@Example.org', ' <n.o.o.r+a+b@example.org>, '])
      assert.equal(mailboxOf(email), 'noor@example.org');
    assert.equal(mailboxOf('"a.b+c"@example.org'), '"a.b+c"@example.org');
    assert.equal(mailboxOf('+@example.org'), '@example.org');
    assert.equal(mailboxOf('geen adres'), 'geen adres');
  });
});
