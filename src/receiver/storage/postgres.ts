import type { PoolClient } from 'pg';
import { optional, type Database, type Queries } from './database.js';

/** A database that answers later counts as gone: the visitor is told to try again. */
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 10_000;
const MAX_CONNECTIONS = 8;

/** Opens a database of a PostgreSQL server by its address: `postgresql://user@host/database`. */
export async function openPostgres(address: string): Promise<Database> {
  const { default: pg } = await optional(() => import('pg'), 'pg', 'PostgreSQL (DATABASE_URL)');
  const pool = new pg.Pool({
    connectionString: address,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'ceal-widgets',
  });
  // An idle connection that breaks is no error: the next query gets a new one.
  pool.on('error', () => {});
  const queriesOn = (client: Pick<PoolClient, 'query'>): Queries => ({
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
  });
  return {
    ...queriesOn(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(queriesOn(client));
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
