/** The embedded database on its disk: what is acknowledged outlives a power cut, what is erased is in no file. */
import assert from 'node:assert/strict';
import childProcess, { type ChildProcess } from 'node:child_process';
import fs, { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { openPglite } from '../../src/receiver/storage/pglite.js';
import { readSignups } from '../../src/receiver/storage/reading.js';
import { migrate } from '../../src/receiver/storage/schema.js';
import { readSetting, writeSetting } from '../../src/receiver/storage/settings.js';
import { eraseSignups } from '../../src/receiver/storage/withdrawal.js';
import { filesWith, fillFolder } from '../support/node/pglite.js';
import { all, entryOf, serviceOn, times } from '../support/node/receiver.js';
import { until } from '../support/node/until.js';

let folder: string;
beforeEach(async () => (folder = await fillFolder(mkdtempSync(join(tmpdir(), 'ceal-disk-')))));
afterEach(() => {
  mock.restoreAll();
  syncBuiltinESMExports();
  rmSync(folder, { recursive: true, force: true });
});

/** Mirrors a folder as a disk would have it after a power cut: a file has there what it had when it was last synced. */
class SyncedMirror {
  readonly folder = mkdtempSync(join(tmpdir(), 'ceal-mirror-'));
  readonly #original: string;
  readonly #paths = new Map<number, string>();

  constructor(original: string) {
    this.#original = original;
    cpSync(original, this.folder, { recursive: true });
    const { openSync, fsyncSync, fdatasyncSync, renameSync, unlinkSync } = fs;
    mock.method(fs, 'openSync', (...args: Parameters<typeof openSync>) => {
      const descriptor = openSync(...args);
      this.#paths.set(descriptor, String(args[0]));
      return descriptor;
    });
    mock.method(fs, 'fsyncSync', (descriptor: number) => {
      fsyncSync(descriptor);
      this.#copy(descriptor);
    });
    mock.method(fs, 'fdatasyncSync', (descriptor: number) => {
      fdatasyncSync(descriptor);
      this.#copy(descriptor);
    });
    mock.method(fs, 'renameSync', (from: string, to: string) => {
      renameSync(from, to);
      if (this.#has(from) && this.#has(to)) renameSync(this.#at(from), this.#at(to));
    });
    mock.method(fs, 'unlinkSync', (path: string) => {
      unlinkSync(path);
      if (this.#has(path)) rmSync(this.#at(path), { force: true });
    });
    syncBuiltinESMExports();
  }

  /** Cuts the power: what is synced from now on is not in it. */
  cut(): void {
    mock.restoreAll();
    syncBuiltinESMExports();
  }

  #copy(descriptor: number): void {
    const path = this.#paths.get(descriptor);
    if (path !== undefined && this.#has(path) && statSync(path).isFile()) cpSync(path, this.#at(path));
  }

  #has(path: string): boolean {
    return String(path).startsWith(this.#original);
  }

  #at(path: string): string {
    return join(this.folder, relative(this.#original, String(path)));
  }
}

/** The names that are stored in a data folder. */
async function namesIn(dataFolder: string): Promise<readonly string[]> {
  const database = await openPglite(dataFolder);
  const rows = await all(readSignups(database));
  await database.close();
  return rows.map(({ entry }) => entry.name ?? '').sort();
}

describe('the embedded database', () => {
  for (const moment of ['an answer', 'a checkpoint', 'a stop'])
    it(`receiver.md 9: has what it acknowledged after a power cut right after ${moment}`, async () => {
      const mirror = new SyncedMirror(folder);
      const database = await openPglite(folder);
      await migrate(database);
      const { store } = serviceOn(database);
      const names = times(30, (n) => `Naam ${String(n).padStart(2, '0')} (voorbeeld)`);
      for (const name of names) await store(entryOf({ name }));
      if (moment === 'a checkpoint') await database.query('checkpoint');
      if (moment === 'a stop') await database.close();
      mirror.cut();
      if (moment !== 'a stop') await database.close();
      assert.deepEqual(await namesIn(mirror.folder), names);
      rmSync(mirror.folder, { recursive: true });
    });

  it('receiver.md 9: keeps its log short', async () => {
    const database = await openPglite(folder);
    await migrate(database);
    const segments = () => readdirSync(join(folder, 'pgdata/pg_wal')).filter((name) => name.length === 24);
    const megabytes = () =>
      segments().reduce((sum, name) => sum + statSync(join(folder, 'pgdata/pg_wal', name)).size, 0) /
      1_048_576;
    let highest = 0;
    for (let n = 0; n < 120; n++) {
      await database.transaction((tx) =>
        tx.query(`insert into ceal_signups (id, feed, status, entry)
          select gen_random_uuid(), 'proef', 'accepted', jsonb_build_object('name', repeat(md5(n::text), 30))
            from generate_series(1, 700) n`),
      );
      highest = Math.max(highest, megabytes());
    }
    assert.ok(highest < 64, `${highest} MB`);
    await database.close();
  });

  it('R29: writes nothing in a folder that it has lost, nor with too little room', async () => {
    let isHeld = true;
    const database = await openPglite(folder, {
      check: () => assert.ok(isHeld, 'the folder is lost'),
    });
    await migrate(database);
    const write = () => writeSetting(database, 'proef', 'voorbeeld', true);
    await write();
    mock.method(fs, 'statfsSync', () => ({ bavail: 1, bsize: 1_024 }));
    syncBuiltinESMExports();
    await assert.rejects(write(), { code: '53100' });
    assert.equal(await readSetting(database, 'proef', 'voorbeeld'), true);
    mock.restoreAll();
    syncBuiltinESMExports();
    isHeld = false;
    await assert.rejects(write(), /the folder is lost/);
    await assert.rejects(readSetting(database, 'proef', 'voorbeeld'), /the folder is lost/);
    await database.close();
  });

  it('R29: leaves no process at work in the folder when its making is ended', async () => {
    const empty = join(folder, 'leeg');
    mkdirSync(empty);
    const forked = mock.method(childProcess, 'fork');
    syncBuiltinESMExports();
    const stop = new AbortController();
    const opening = openPglite(empty, { signal: stop.signal });
    opening.catch(() => {});
    await until(() => readdirSync(empty).some((name) => name.startsWith('pgdata-')));
    stop.abort();
    await assert.rejects(opening, { name: 'AbortError' });
    assert.equal((forked.mock.calls[0]!.result as ChildProcess).signalCode, 'SIGKILL');
  });

  it('R23: has nothing of an erased sign-up in any file', async () => {
    const database = await openPglite(folder);
    await migrate(database);
    const { store } = serviceOn(database);
    const name = 'Zeldzaamheid (voorbeeld)';
    const email = 'zeldzaamheid@example.org';
    for (let n = 0; n < 40; n++)
      await store(entryOf({ name: `Naam ${n} (voorbeeld)`, email: `n${n}@example.org` }));
    await store(entryOf({ name, email, answers: { idee: 'Zeldzaamheid. '.repeat(100) } }));
    await database.query('checkpoint');
    assert.ok(filesWith(folder, 'eldzaamheid').length > 0);
    await eraseSignups(
      database,
      'proef',
      { email },
      { capacityOf: () => ({ limit: Infinity, offers: true, promotes: true }), notify: true },
    );
    await database.scrub();
    assert.deepEqual(filesWith(folder, 'eldzaamheid'), []);
    assert.equal((await all(readSignups(database))).length, 40);
    await database.close();
  });
});
