/** Two organisations on one database: nothing of one is reached from the other, by any address, key, header or command. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { node } from '#tools/process.mjs';
import { findPostgres, startPostgres } from '#tools/run/postgres.mjs';
import { startReceiver, type Receiver } from '../../src/receiver/receiver.js';
import type { Database } from '../../src/receiver/storage/database.js';
import { openPostgres } from '../../src/receiver/storage/postgres.js';
import type { SignupRecord } from '../../src/receiver/storage/reading.js';
import { openFeedOf, PROGRAM } from '../support/node/program.js';
import { entryOf, times } from '../support/node/receiver.js';
import { receiptOf } from '../support/node/served.js';
import { until } from '../support/node/until.js';

type Fields = Readonly<Record<string, unknown>>;

const skip = findPostgres() === undefined;

let folder: string;
let postgres: Awaited<ReturnType<typeof startPostgres>>;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ceal-feeds-'));
  if (!skip) postgres = await startPostgres();
});
after(async () => {
  if (!skip) await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes a feed with one sign-up. @returns its file */
function writeFeed(id: string, lente: Fields = {}): string {
  const file = join(folder, `${id}.json`);
  const feed = openFeedOf(lente);
  const [signup] = feed.signups;
  const controller = { name: `Organisatie ${id} (voorbeeld)`, contact: `${id}@example.org` };
  writeFileSync(file, JSON.stringify({ ...feed, id, signups: [{ ...signup, controller }] }));
  return file;
}

/** An organisation: its feed, its receiver, and the webhook that it is told at. */
interface Organisation {
  readonly id: string;
  readonly feed: string;
  readonly receiver: Receiver;
  /** The bodies that its webhook got. */
  readonly told: string[];
  /** The status that its webhook answers with. */
  status: number;
  post(changes?: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
}

async function startOrganisation(id: string, databaseUrl: string, lente: Fields = {}): Promise<Organisation> {
  const told: string[] = [];
  const feed = writeFeed(id, lente);
  const organisation = { id, feed, told, status: 200 };
  const hook: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      told.push(body);
      response.writeHead(organisation.status).end();
    });
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  const secret = `whsec_${Buffer.from(id.repeat(8).slice(0, 32).padEnd(32)).toString('base64')}`;
  const address = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  const receiver = await startReceiver({
    feed,
    databaseUrl,
    port: 0,
    perMinute: 100_000,
    webhook: { address, secret },
    log: () => {},
  });
  return Object.assign(organisation, {
    receiver,
    post: (changes: Fields = {}, headers: Readonly<Record<string, string>> = {}) =>
      fetch(`${receiver.url}/signups`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(entryOf({ feed: id, ...changes })),
      }),
    stop: async () => {
      await receiver.stop();
      hook.close();
    },
  });
}

/** Runs a command on a database. */
const on =
  (url: string) =>
  (...args: readonly string[]) =>
    node([PROGRAM, ...args], { env: { ...process.env, NO_COLOR: '1', DATABASE_URL: url } });

describe('two feeds on one database', { skip }, () => {
  let [a, b] = [] as unknown as [Organisation, Organisation];
  let database: Database;
  let ceal: ReturnType<typeof on>;
  before(async () => {
    const url = await postgres.urlOf('shared');
    [a, b] = await Promise.all([startOrganisation('gema', url), startOrganisation('gemb', url)]);
    database = await openPostgres(url);
    ceal = on(url);
  });
  after(async () => {
    await Promise.all([a.stop(), b.stop()]);
    await database.close();
  });
  /** What an organisation may export. */
  const exported = async ({ id }: Organisation) =>
    JSON.parse((await ceal('export', '--format', 'json', '--feed', id)).output) as readonly SignupRecord[];

  it('receiver.md 1: tells nobody else, while a webhook fails', async () => {
    b.status = 500;
    const names = times(40, (index) => `Bewoner ${index} van b (voorbeeld)`);
    await Promise.all(names.map(async (name) => receiptOf(await b.post({ name }))));
    await a.post({ name: 'Van a (voorbeeld)' });
    await until(() => b.told.length >= 40 && a.told.length === 1);
    b.told.length = 0;
    b.status = 200;
    // Due again, for whoever looks first: the receiver of A is made to look as well.
    await database.query(`update ceal_notices set due_at = now()`);
    const end = performance.now() + 100_000;
    for (let index = 0; b.told.length < 40; index++) {
      assert.ok(performance.now() < end);
      await a.post({ name: `Nog een van a ${index} (voorbeeld)` });
      await new Promise((settle) => setTimeout(settle, 20));
    }
    assert.ok(a.told.every((body) => body.includes('van a') || body.includes('Van a')));
    assert.ok(a.told.every((body) => !body.includes('gemb@example.org')));
    assert.ok(b.told.every((body) => body.includes('van b') && !body.includes('gema@example.org')));
  });

  it('receiver.md 4: keeps the same key of both apart, and does not replace what is of the other', async () => {
    const submissionId = randomUUID();
    const header = { 'idempotency-key': `"${submissionId}"` };
    const ofB = await receiptOf(await b.post({ submissionId, name: 'Sleutel b (voorbeeld)' }, header));
    const ofA = await receiptOf(await a.post({ submissionId, name: 'Sleutel a (voorbeeld)' }, header));
    assert.notEqual(ofA.reference, ofB.reference);
    await receiptOf(await a.post({ replaces: [submissionId, randomUUID()], name: 'Vervangt (voorbeeld)' }));
    const rows = await exported(b);
    assert.ok(
      rows.some(({ reference, entry }) => reference === ofB.reference && entry.name.includes('Sleutel b')),
    );
    assert.ok(rows.every(({ feed }) => feed === 'gemb'));
    assert.ok(!(await exported(a)).some(({ reference }) => reference === ofA.reference));
    // The same answer again, from each its own.
    assert.equal(
      (await receiptOf(await b.post({ submissionId, name: 'Sleutel b (voorbeeld)' }))).reference,
      ofB.reference,
    );
  });

  it('receiver.md 4: does not withdraw what is of the other, nor take an entry that names it', async () => {
    const { reference } = await receiptOf(await b.post({ email: 'b@example.org' }));
    const withdraw = ({ receiver }: Organisation) =>
      fetch(`${receiver.url}/withdrawals`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reference, contact: 'b@example.org' }),
      });
    assert.equal((await withdraw(a)).status, 404);
    assert.equal((await a.post({ feed: 'gemb' })).status, 422);
    assert.equal((await withdraw(b)).status, 200);
  });

  it('receiver.md 4: counts the places of each by itself, under the same names', async () => {
    for (const name of ['Een (voorbeeld)', 'Twee (voorbeeld)', 'Drie (voorbeeld)'])
      await receiptOf(await b.post({ edition: 'lente', name }));
    const free = async ({ receiver }: Organisation) =>
      (
        (await (await fetch(`${receiver.url}/availability`)).json()) as {
          editions: readonly { free: number }[];
        }
      ).editions[0]?.free;
    assert.deepEqual([await free(a), await free(b)], [2, 0]);
    assert.equal((await receiptOf(await a.post({ edition: 'lente' }))).status, 'accepted');
  });

  it('R8: remembers of each what its feed said last', async () => {
    const rows = await database.query<{ feed: string }>(
      `select feed from ceal_settings where name = 'rules' order by feed`,
    );
    assert.deepEqual(
      rows.map(({ feed }) => feed),
      ['gema', 'gemb'],
    );
  });

  it('receiver.md 4: has commands that stay with one feed, by its file or its id', async () => {
    for (const feed of [b.id, b.feed]) {
      const { output } = await ceal('list', '--feed', feed);
      assert.match(output, /^gemb +meedoen/m);
      assert.doesNotMatch(output, /gema/);
    }
    const email = 'samen@example.org';
    for (const each of [a, b]) await receiptOf(await each.post({ email, phone: '06 12345678' }));
    const refused = await ceal('delete', '--email', email);
    assert.equal(refused.code, 2);
    assert.match(refused.output, /Several feeds are stored here: gema, gemb\. Name one with --feed/);
    assert.match((await ceal('delete', '--email', email, '--feed', 'gema')).output, /^1 sign-up erased/);
    const has = async (each: Organisation) =>
      (await exported(each)).some(({ entry }) => entry.email === email);
    assert.deepEqual([await has(a), await has(b)], [false, true]);
    const [row] = (await exported(b)).filter(({ entry }) => entry.email === email);
    assert.ok(row);
    assert.equal((await ceal('delete', '--reference', row.reference, '--feed', 'gema')).code, 1);
    assert.match((await ceal('delete', '--phone', '+31612345678', '--feed', b.feed)).output, /^1 sign-up/);
    const audit = await database.query<{ feed: string | null; what: string }>(
      'select feed, what from ceal_audit',
    );
    assert.ok(audit.some(({ feed, what }) => feed === 'gemb' && what === 'export'));
    assert.ok(audit.some(({ feed, what }) => feed === 'gema' && what === 'delete'));
  });

  it('R11: purges one feed, and says so where the id is of none', async () => {
    const before = (await exported(a)).length;
    const purged = await ceal('purge', '--feed', b.feed);
    assert.deepEqual([purged.code, purged.output.trim()], [0, '0 removed.']);
    const other = await ceal('purge', '--feed', writeFeed('gemc'));
    assert.equal(other.code, 1);
    assert.match(other.output, /Nothing is stored of this feed, and of others: \d+ of "gema", \d+ of "gemb"/);
    await database.query(`update ceal_signups set received_at = now() - interval '2 years'`);
    assert.match((await ceal('purge', '--feed', b.feed)).output, /^\d\d removed/);
    assert.equal((await exported(a)).length, before);
  });
});

describe('delete on a database', { skip }, () => {
  const places = async (ceal: ReturnType<typeof on>) => {
    const counts = JSON.parse((await ceal('list', '--json')).output) as { status: string; n: number }[];
    return counts.filter(({ status }) => status === 'accepted')[0]?.n;
  };

  it('receiver.md 3: offers places by the feed that is named, and leaves them open without', async () => {
    const url = await postgres.urlOf('erasing');
    const organisation = await startOrganisation('gemd', url, { capacity: 5 });
    for (const index of times(9, (n) => n))
      await organisation.post({ edition: 'lente', name: `Nummer ${index}`, email: `n${index}@example.org` });
    await organisation.stop();
    const ceal = on(url);
    const erase = async (index: number, ...more: readonly string[]) => {
      const { code, output } = await ceal('delete', '--email', `n${index}@example.org`, ...more);
      assert.equal(code, 0, output);
      return output;
    };
    assert.equal(await places(ceal), 5);
    await erase(0, '--feed', organisation.feed);
    assert.equal(await places(ceal), 5);
    // Fewer places than are taken, none to give, and no feed to go by.
    await erase(1, '--feed', writeFeed('gemd', { capacity: 1 }));
    assert.equal(await places(ceal), 4);
    await erase(2, '--feed', writeFeed('gemd', { status: 'cancelled' }));
    assert.equal(await places(ceal), 3);
    await erase(3, '--feed', 'gemd');
    await erase(4);
    assert.equal(await places(ceal), 1);
    // A slip: by what the receiver remembers, which is not without a limit.
    const told = await erase(5, '--feed', writeFeed('gemd', { capacity: 'vijf' }));
    assert.match(told, /"capacity": "vijf" cannot be read\. What held before goes on: 5/);
    assert.equal(await places(ceal), 1);
  });
});

describe('a role that may only read', { skip }, () => {
  it('receiver.md 4: lists and exports, leaves a line, and changes nothing', async () => {
    const url = await postgres.urlOf('reading');
    const organisation = await startOrganisation('geme', url);
    await organisation.post();
    await organisation.stop();
    const owner = await openPostgres(url);
    for (const statement of [
      'create role lezer login',
      'grant select on ceal_schema, ceal_signups, ceal_places to lezer',
      'create role kijker login in role lezer',
      'alter role kijker set default_transaction_read_only = on',
    ])
      await owner.query(statement);
    const as = (role: string) => on(url.replace('postgres@', `${role}@`));

    const read = await as('lezer')('export', '--feed', 'geme');
    assert.equal(read.code, 0, read.output);
    assert.match(read.output, /noor@example\.org/);
    assert.match((await as('lezer')('list')).output, /^geme +meedoen +herfst +accepted +1$/m);
    assert.deepEqual(await owner.query('select role, feed, what from ceal_audit'), [
      { role: 'lezer', feed: 'geme', what: 'export' },
    ]);
    const watched = await as('kijker')('export', '--format', 'json');
    assert.equal(watched.code, 0, watched.output);
    assert.match(watched.output, /noor@example\.org/);
    assert.match(watched.output, /may not leave a line/);

    for (const args of [
      ['delete', '--email', 'noor@example.org'],
      ['purge', '--feed', organisation.feed],
    ])
      assert.equal((await as('lezer')(...args)).code, 1, args.join(' '));
    for (const sql of ['select * from ceal_settings', 'delete from ceal_audit', 'delete from ceal_signups']) {
      const lezer = await openPostgres(url.replace('postgres@', 'lezer@'));
      await assert.rejects(lezer.query(sql), /permission denied/);
      await lezer.close();
    }
    assert.match((await as('lezer')('list')).output, /accepted +1$/m);
    await owner.close();
  });

  it('receiver.md 4: is told to start the receiver where there is nothing yet', async () => {
    const { code, output } = await on(await postgres.urlOf('nothing'))('list');
    assert.equal(code, 1);
    assert.match(output, /Start the receiver once/);
  });
});

describe('a schema for each organisation', { skip }, () => {
  it('issue 19, 7: keeps them apart by the address of the database, under the same feed id too', async () => {
    const url = await postgres.urlOf('schemas');
    const owner = await openPostgres(url);
    const urls: string[] = [];
    for (const name of ['utrecht', 'zeist']) {
      await owner.query(`create role ${name} login`);
      await owner.query(`create schema authorization ${name}`);
      urls.push(`${url.replace('postgres@', `${name}@`)}&options=-c%20search_path%3D${name}`);
    }
    const both = await Promise.all(urls.map((each) => startOrganisation('zelfde', each)));
    const submissionId = randomUUID();
    for (const [index, each] of both.entries())
      assert.equal((await each.post({ submissionId, name: `Van ${index} (voorbeeld)` })).status, 201);
    await until(() => both.every(({ told }) => told.length === 1));
    for (const [index, each] of both.entries()) {
      assert.match(each.told[0]!, new RegExp(`Van ${index} `));
      const { output } = await on(urls[index]!)('export', '--format', 'json');
      const names = (JSON.parse(output) as readonly SignupRecord[]).map(({ entry }) => entry.name);
      assert.deepEqual(names, [`Van ${index} (voorbeeld)`]);
      await each.stop();
    }
    // Not even by name.
    const utrecht = await openPostgres(urls[0]!);
    await assert.rejects(utrecht.query('select * from zeist.ceal_signups'), /permission denied/);
    await utrecht.close();
    await owner.close();
  });
});
