import { mkdirSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGliteInterface, Transaction } from '@electric-sql/pglite';
import { optional, type Database, type Queries } from './database.js';

/** Opens the embedded PostgreSQL in a folder that this process has locked: see `folder-lock.ts`. */
export async function openPglite(folder: string): Promise<Database> {
  const { PGlite } = await optional(
    () => import('@electric-sql/pglite'),
    '@electric-sql/pglite',
    'The embedded database',
  );
  const dataFolder = join(folder, 'pgdata');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const db = await PGlite.create(dataFolder);
  const queriesOn = (client: Pick<PGliteInterface | Transaction, 'query'>): Queries => ({
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
  });
  return {
    ...queriesOn(db),
    concurrency: 1,
    // One connection is one transaction at a time: there is nobody to lock out.
    transaction: async (work) => {
      const result = await db.transaction(async (client) => {
        const { query } = queriesOn(client);
        let written: Promise<unknown> = Promise.resolve();
        const write = (sql: string, values?: readonly unknown[]) => {
          written = Promise.all([written, query(sql, values)]);
          written.catch(() => {});
        };
        const done = await work({ query, write });
        await written;
        return done;
      });
      await syncLog(join(dataFolder, 'pg_wal'));
      return result;
    },
    // A transaction would keep visitors waiting until its end.
    snapshot: () => Promise.resolve({ ...queriesOn(db), end: () => Promise.resolve() }),
    close: () => db.close(),
  };
}

/**
 * Waits until the write-ahead log is on the disk. PGlite leaves it to the operating system: that outlives the process,
 * but not a power cut.
 */
async function syncLog(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((file) => /^[0-9A-F]{24}$/.test(file))) {
    const file = await open(join(folder, name), 'r+');
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  }
}
