import { mkdirSync } from 'node:fs';
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
    transaction: (work) => db.transaction((client) => work(on(client))),
    close: () => db.close(),
  };
}
