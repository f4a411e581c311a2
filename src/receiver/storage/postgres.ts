import { Socket } from 'node:net';
import type { PoolClient, PoolConfig } from 'pg';
import { within } from '../within.js';
import { inOrder, optional, sqlState, type Database, type Queries } from './database.js';
import { PERSONAL_TABLES } from './schema.js';

/** A database that answers later counts as gone: the visitor is told to try again. */
const CONNECT_TIMEOUT_MS = 3_000;
/**
 * Limits on each transaction, set in it and not for the connection, so that PgBouncer may stand in between. The server
 * ends a transaction whose client has vanished, and lets go of its locks; what uses a lock waits no longer than a visitor.
 */
const TRANSACTION_LIMITS = {
  statement_timeout: '5s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '8s',
  tcp_user_timeout: '8s',
  tcp_keepalives_idle: '3s',
  tcp_keepalives_interval: '1s',
  tcp_keepalives_count: '4',
} as const;
/** More than the server lets a lock and a statement take that are sent together: what takes longer has gone silent. */
const QUERY_TIMEOUT_MS = 8_500;
/** The limit on the query that asks whether it can store. */
const PROBE_TIMEOUT_MS = 2_000;
/** The time that queries on their way get to end by themselves. */
const CLOSE_TIMEOUT_MS = 3_000;
const KEEP_ALIVE_DELAY_MS = 5_000;
const MAX_CONNECTIONS = 8;

const LIMITED_BEGIN = [
  'begin',
  ...Object.entries(TRANSACTION_LIMITS).map(([name, value]) => `set local ${name} = '${value}'`),
].join('; ');

export interface PostgresOptions {
  /** False for work that may take long: migrations and commands; true by default. */
  readonly limited?: boolean;
}

/** Opens a database of a PostgreSQL server by its address: `postgresql://user@host/database`. */
export async function openPostgres(
  address: string,
  { limited = true }: PostgresOptions = {},
): Promise<Database> {
  const { default: pg } = await optional(() => import('pg'), 'pg', 'PostgreSQL (DATABASE_URL)');
  const sockets = new Set<Socket>();
  const connection = {
    connectionString: address,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS,
    application_name: 'ceal-widgets',
    stream: () => tracked(new Socket(), sockets),
  };
  const openPool = (config: PoolConfig) => {
    const pool = new pg.Pool({ ...connection, pipeline: true, ...config });
    // A connection that breaks is no error by itself: its query fails, and the next one gets a new connection.
    pool.on('error', () => {}).on('connect', (client) => client.on('error', () => {}));
    return pool;
  };
  const pool = openPool({ max: MAX_CONNECTIONS, ...(limited && { query_timeout: QUERY_TIMEOUT_MS }) });
  const probes = openPool({
    max: 1,
    connectionTimeoutMillis: PROBE_TIMEOUT_MS,
    query_timeout: PROBE_TIMEOUT_MS,
  });
  const disconnect = () => sockets.forEach((socket) => socket.destroy());
  const nameOf = statementNames();

  /** Runs queries; told of a connection that is of no more use, and of one that says nothing. */
  const queriesOn = (
    client: Pick<PoolClient, 'query'>,
    onBroken: (error: Error) => void = () => {},
    onSilence: () => void = disconnect,
  ): Queries => ({
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
      try {
        const name = values.length > 0 ? nameOf(sql) : undefined;
        return (await client.query<Row>({ name, text: sql, values: [...values] })).rows;
      } catch (error) {
        if (!isBroken(error)) throw error;
        // One connection that says nothing shows that the others do not either: the next query gets a new one.
        if (isSilence(error)) onSilence();
        onBroken(error);
        throw withCode(error);
      }
    },
  });
  const connect = () =>
    pool.connect().catch((error: Error) => {
      throw withCode(error);
    });
  return {
    ...queriesOn(pool),
    concurrency: MAX_CONNECTIONS - 2,
    /** Sends all that needs no answer of the database first together with what follows. */
    async transaction(work, { locks = [] } = {}) {
      const client = await connect();
      let broken: Error | undefined;
      const queries = queriesOn(client, (error) => (broken = error));
      const writes: Promise<unknown>[] = [];
      const write = (sql: string, values?: readonly unknown[]) => {
        const written = queries.query(sql, values);
        // Waited for below, unless something else fails first.
        written.catch(() => {});
        writes.push(written);
      };
      try {
        const keys = inOrder(locks).join();
        const lock = `select pg_advisory_xact_lock(key) from unnest('{${keys}}'::bigint[]) as key`;
        const begun = queries.query([limited ? LIMITED_BEGIN : 'begin', ...(keys ? [lock] : [])].join('; '));
        const [result] = await Promise.all([work({ ...queries, write }), begun]);
        await Promise.all([...writes, queries.query('commit')]);
        return result;
      } catch (error) {
        if (!broken) await queries.query('rollback').catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async snapshot() {
      const client = await connect();
      let broken: Error | undefined;
      const queries = queriesOn(client, (error) => (broken = error));
      try {
        await queries.query('begin isolation level repeatable read read only');
      } catch (error) {
        client.release(broken ?? true);
        throw error;
      }
      return {
        ...queries,
        end: async () => {
          if (!broken) await queries.query('commit').catch((failure: Error) => (broken = failure));
          client.release(broken);
        },
      };
    },
    // A probe that is slow ends its own connection, and no visitor's.
    probe: async (work) => work(queriesOn(probes, undefined, () => {})),
    scrub: async () => {
      // Takes as long as it takes, on a connection without limits.
      const client = new pg.Client(connection);
      client.on('error', () => {});
      try {
        await client.connect();
        await client.query(`vacuum ${PERSONAL_TABLES.join(', ')}`);
      } finally {
        await client.end();
      }
    },
    close: async () => {
      await within(CLOSE_TIMEOUT_MS, Promise.all([pool.end(), probes.end()]));
      disconnect();
    },
  };
}

/** Names statements, which the server then reads and plans once for each connection. */
function statementNames(): (sql: string) => string {
  const names = new Map<string, string>();
  return (sql) => {
    let name = names.get(sql);
    if (name === undefined) names.set(sql, (name = `ceal_${names.size}`));
    return name;
  };
}

/** Keeps a socket in a set for as long as it is open. */
function tracked(socket: Socket, sockets: Set<Socket>): Socket {
  sockets.add(socket);
  return socket.once('close', () => sockets.delete(socket));
}

/** True if the connection is of no more use: the server ended it (SQLSTATE classes 08 and 57), or it did not answer. */
function isBroken(error: unknown): error is Error {
  const state = sqlState(error);
  return error instanceof Error && (state === undefined || /^(08|57P)/.test(state));
}

function isSilence({ message }: Error): boolean {
  return message === 'Query read timeout';
}

/** Gives an error of the driver a code, as those of the network have: its messages are no facts to log. */
function withCode(error: Error): Error {
  if ('code' in error) return error;
  return Object.assign(error, { code: /time/.test(error.message) ? 'ETIMEDOUT' : 'ECONNRESET' });
}
