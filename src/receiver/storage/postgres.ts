import type { PoolClient } from 'pg';
import { inOrder, optional, type Database, type Queries } from './database.js';

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
    pipeline: true,
  });
  // An idle connection that breaks is no error: the next query gets a new one.
  pool.on('error', () => {});
  const queriesOn = (client: Pick<PoolClient, 'query'>): Queries => ({
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
  });
  return {
    ...queriesOn(pool),
    concurrency: MAX_CONNECTIONS - 2,
    /** Sends all that needs no answer of the database first together with what follows. */
    async transaction(work, { locks = [] } = {}) {
      const client = await pool.connect();
      const { query } = queriesOn(client);
      const writes: Promise<unknown>[] = [];
      const write = (sql: string, values?: readonly unknown[]) => {
        const written = query(sql, values);
        // Waited for below, unless something else fails first.
        written.catch(() => {});
        writes.push(written);
      };
      let broken: Error | undefined;
      try {
        const begin = ['begin', ...inOrder(locks).map((key) => `select pg_advisory_xact_lock(${key})`)];
        const begun = client.query(begin.join(';'));
        const [result] = await Promise.all([work({ query, write }), begun]);
        await Promise.all([...writes, client.query('commit')]);
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async snapshot() {
      const client = await pool.connect();
      await client.query('begin isolation level repeatable read read only');
      return {
        ...queriesOn(client),
        end: async () => {
          await client.query('commit').catch(() => {});
          client.release();
        },
      };
    },
    close: () => pool.end(),
  };
}
