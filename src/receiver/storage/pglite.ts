import { mkdirSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGliteInterface, Transaction } from '@electric-sql/pglite';
import { optional, type Database, type Queries } from './database.js';

/** The embedded PostgreSQL, in a folder of which this process is the only user: see `owner.ts`. */
export async function openPglite(folder: string): Promise<Database> {
  const { PGlite } = await optional(
    () => import('@electric-sql/pglite'),
    '@electric-sql/pglite',
    'The embedded database',
  );
  const place = join(folder, 'pgdata');
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const db = await PGlite.create(place);
  const on = (client: Pick<PGliteInterface | Transaction, 'query'>): Queries => ({
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
  });
  return {
    ...on(db),
    transaction: async (work) => {
      const result = await db.transaction((client) => work(on(client)));
      await syncLog(join(place, 'pg_wal'));
      return result;
    },
    close: () => db.close(),
  };
}

/**
 * Waits until the log, from which a database is made whole again, is on the disk. PGlite hands it to the system and goes
 * on: that outlives the process, but not a power cut.
 */
async function syncLog(folder: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((it) => /^[0-9A-F]{24}$/.test(it))) {
    const file = await open(join(folder, name), 'r+');
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  }
}
