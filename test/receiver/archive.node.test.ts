/** Sign-ups that move: from one kind of database to the other, and from an earlier version to this one. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { archiveLines, importArchive } from '../../src/receiver/storage/archive.js';
import type { Database } from '../../src/receiver/storage/database.js';
import { countSignups, readSignups } from '../../src/receiver/storage/reading.js';
import { asyncOf } from '../support/node/async-of.js';
import {
  all,
  DATABASES,
  entryOf,
  feedOf,
  openDatabase,
  serviceOn,
  times,
  type TestDatabase,
} from '../support/node/receiver.js';

const linesOf = (...lines: readonly string[]) => asyncOf(lines);

const FEED = feedOf({ editions: { lente: { capacity: 2 } } });

/** Fills a database with sign-ups of every status. */
async function fill(database: Database) {
  const { store, service } = serviceOn(database, { feed: FEED });
  const receipts = [];
  for (const n of times(4, (index) => index))
    receipts.push(
      await store(entryOf({ edition: 'lente', name: `Naam ${n} "é"`, email: `n${n}@example.org` })),
    );
  await service.withdraw({ reference: receipts[0]!.reference, contact: 'n0@example.org' });
  const late = entryOf();
  await store(entryOf({ replaces: [late.submissionId], review: ['honeypot'] }));
  return late;
}

/** What is stored, without its order in the database. */
const stored = async (database: Database) => ({
  signups: await all(readSignups(database)),
  counts: await countSignups(database),
  notices: await database.query('select id, signup, event, due_at from ceal_notices order by id'),
});

const [embedded = 'PGlite', server = embedded] = DATABASES;
for (const [from, to] of [
  [embedded, server],
  [server, embedded],
] as const)
  describe(`an archive from ${from} to ${to}`, () => {
    let source: TestDatabase;
    let target: TestDatabase;
    before(async () => {
      source = await openDatabase(from);
      target = await openDatabase(to);
    });
    after(async () => {
      await source.close();
      await target.close();
    });

    it('R13: keeps everything, in order, and the receiver goes on with it', async () => {
      const late = await fill(source.database);
      const lines = await all(archiveLines(source.database));
      const { signups, feeds } = await importArchive(target.database, linesOf(...lines));
      assert.deepEqual([signups, feeds], [6, ['proef']]);
      assert.deepEqual(await stored(target.database), await stored(source.database));
      // A late copy stays out, and the next one stands behind the others.
      const { signUp, store } = serviceOn(target.database, { feed: FEED });
      assert.deepEqual(await signUp(late), { kind: 'withdrawn' });
      assert.equal((await store(entryOf({ edition: 'lente', name: 'Laatste' }))).status, 'waiting-list');
      assert.equal((await all(readSignups(target.database))).at(-1)?.entry.name, 'Laatste');

      await assert.rejects(
        importArchive(target.database, linesOf(...lines)),
        /has sign-ups of the feed "proef"/,
      );
    });
  });

describe('an archive', () => {
  it('R13: that is none, of a later version, or cut off, stores nothing', async () => {
    const { database, close } = await openDatabase('PGlite');
    try {
      const head = '{"format":"ceal-widgets archive","version":1}';
      const row =
        '{"table":"ceal_signups","row":{"id":"00000000-0000-4000-8000-000000000000","seq":1,"feed":"proef","status":"replaced","received_at":"2027-01-01T00:00:00Z"}}';
      for (const [lines, message] of [
        [[], /no archive/],
        [['[]'], /no archive/],
        [['{"format":"ceal-widgets archive","version":2}'], /newer version/],
        [[head, row, '{"table":"ceal_signups","row":{"id'], /Line 3 is not whole/],
        [[head, row, '{"table":"pg_user","row":{"feed":"x"}}'], /Line 3 is none/],
        [[head, row.replace('"seq"', '"order"')], /Line 2: this version does not know "order"/],
        [[head, row.replace('"replaced"', '"admin"')], /Line 2: "admin" is no status/],
      ] as const)
        await assert.rejects(importArchive(database, linesOf(...lines)), message);
      assert.deepEqual(await countSignups(database), []);
      await importArchive(database, linesOf(`\ufeff${head}`, row));
      assert.equal((await countSignups(database))[0]?.status, 'replaced');
    } finally {
      await close();
    }
  });
});
