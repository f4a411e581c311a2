/** Backups put back: what was answered before they were made is there, is known again, and goes on. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { findPostgres, startPostgres } from '#tools/run/postgres.mjs';
import type { ReceiverOptions } from '../../src/receiver/options.js';
import { startReceiver, type Receiver } from '../../src/receiver/receiver.js';
import { openPglite } from '../../src/receiver/storage/pglite.js';
import { openPostgres } from '../../src/receiver/storage/postgres.js';
import { readSignups } from '../../src/receiver/storage/reading.js';
import type { Database } from '../../src/receiver/storage/database.js';
import { fillFolder } from '../support/node/pglite.js';
import { FEED } from '../support/node/program.js';
import { all, entryOf, times, type TestEntry } from '../support/node/receiver.js';

const CLIENTS = 10;
/** Sign-ups before the backup begins. */
const SIGNUPS = 300;

const bin = findPostgres();
const skip = bin ? false : 'a program is missing: pg_dump';

async function withFolder(work: (folder: string, feed: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ceal-backup-'));
  const feed = join(folder, 'feed.json');
  writeFileSync(feed, JSON.stringify(FEED));
  await work(folder, feed).finally(() => rmSync(folder, { recursive: true, force: true }));
}

async function withReceiver(
  options: ReceiverOptions,
  work: (receiver: Receiver) => Promise<void>,
): Promise<void> {
  const receiver = await startReceiver({ ...options, port: 0, perMinute: 1_000_000, log: () => {} });
  try {
    await work(receiver);
  } finally {
    await receiver.stop();
  }
}

async function post({ url }: Receiver, entry: TestEntry): Promise<number> {
  const { status, body } = await fetch(`${url}/signups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(entry),
  });
  await body?.cancel();
  return status;
}

const person = (name: string) => entryOf({ name: `${name} (voorbeeld)` });

/** Fails unless a restored receiver has all of `before` once, knows them again, and stores a new one after them. */
async function assertGoesOn(options: ReceiverOptions, before: readonly TestEntry[]): Promise<TestEntry> {
  const last = person('Laatste');
  await withReceiver(options, async (receiver) => {
    for (const entry of before) assert.equal(await post(receiver, entry), 200, entry.name);
    assert.equal(await post(receiver, last), 201);
  });
  return last;
}

async function assertHolds(database: Database, before: readonly TestEntry[], last: TestEntry): Promise<void> {
  const records = await all(readSignups(database));
  await database.close();
  const names = records.map(({ entry }) => entry.name);
  assert.equal(new Set(names).size, names.length);
  for (const { name } of before) assert.ok(names.includes(name), name);
  assert.equal(names.at(-1), last.name);
}

describe('a backup', () => {
  it(
    'of PostgreSQL, made while people sign up, holds all who had an answer',
    { skip, timeout: 300_000 },
    () =>
      withFolder(async (folder, feed) => {
        const server = await startPostgres();
        try {
          const acknowledged: TestEntry[] = [];
          let before: readonly TestEntry[] = [];
          await withReceiver({ feed, databaseUrl: server.url }, async (receiver) => {
            let isOver = false;
            const backUp = async () => {
              before = [...acknowledged];
              const dump = ['--format=custom', `--file=${join(folder, 'ceal.dump')}`, server.url];
              await run('pg_dump', dump).finally(() => (isOver = true));
            };
            let backup: Promise<void> | undefined;
            const client = async (number: number) => {
              for (let n = 0; !isOver; n++) {
                const entry = person(`Naam ${number}-${n}`);
                assert.equal(await post(receiver, entry), 201);
                acknowledged.push(entry);
                if (acknowledged.length >= SIGNUPS) backup ??= backUp();
              }
            };
            await Promise.all(times(CLIENTS, client));
            await backup;
          });
          assert.ok(acknowledged.length > before.length, 'people signed up meanwhile');

          const restored = await server.urlOf('restored');
          await run('pg_restore', ['--exit-on-error', `--dbname=${restored}`, join(folder, 'ceal.dump')]);
          const last = await assertGoesOn({ feed, databaseUrl: restored }, before);
          await assertHolds(await openPostgres(restored), before, last);
        } finally {
          await server.stop();
        }
      }),
  );

  it('of the embedded database, copied after a stop, holds all who had an answer', { timeout: 300_000 }, () =>
    withFolder(async (folder, feed) => {
      const [data, copy] = [await fillFolder(join(folder, 'data')), join(folder, 'copy')];
      const before = times(30, (number) => person(`Naam ${number}`));
      await withReceiver({ feed, folder: data }, async (receiver) => {
        for (const entry of before) assert.equal(await post(receiver, entry), 201);
      });
      cpSync(data, copy, { recursive: true });
      const last = await assertGoesOn({ feed, folder: copy }, before);
      await assertHolds(await openPglite(copy), before, last);
    }),
  );
});

async function run(program: string, args: readonly string[]): Promise<void> {
  await promisify(execFile)(join(bin!, program), args);
}
