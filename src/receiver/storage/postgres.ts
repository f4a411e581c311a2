import type { PoolClient } from 'pg';
import { optional, type Database, type Queries } from './database.js';

/** In milliseconds: a database that answers later is as good as gone, and the visitor is told so. */
const PATIENCE = { connect: 5_000, statement: 10_000 } as const;
const CONNECTIONS = 8;

/** A PostgreSQL server, by its address: `postgresql://user@host/database`. */
export async function openPostgres(address: string): Promise<Database> {
  const { default: pg } = await optional(() => import('pg'), 'pg', 'PostgreSQL (DATABASE_URL)');
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE.connect,
    statement_timeout: PATIENCE.statement,
    application_name: 'ceal-widgets',
  });
  // A connection that breaks while nobody uses it: the next query gets a new one.
  pool.on('error', () => {});
  const on = (client: Pick<PoolClient, 'query'>): Queries => ({
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
  });
  return {
    ...on(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(on(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
