import { fork } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PGliteInterface, Transaction } from '@electric-sql/pglite';
import { optional, type Database, type Queries } from './database.js';
import { PERSONAL_TABLES, personalBytes } from './schema.js';
import { freeBytes, syncedFolder, syncPath } from './synced-folder.js';

/**
 * Settings of PostgreSQL. It syncs what it has to; the log's segments are removed instead of used again, with what is
 * erased in them; and buffers for one process of a small organisation do not take half a gigabyte.
 */
const SETTINGS = [
  'fsync=on',
  'wal_sync_method=fsync',
  'wal_recycle=off',
  'shared_buffers=8MB',
  'wal_buffers=1MB',
  'max_connections=5',
];
/** The switch by which PGlite turns syncing off. */
const NO_SYNC = '-F';
/** Smaller segments of the log than usual: a new one is filled with zeros while visitors wait. */
const CLUSTER_OPTIONS = ['--wal-segsize=1', '-c', 'shared_buffers=1MB', '-c', 'max_connections=5'];
/** The number of segments from which tables are written out, and the log is cut: PGlite never does so by itself. */
const MAX_LOG_SEGMENTS = 32;
/** Refuses to write with less room than this: a log that cannot be written stops PostgreSQL for good. */
const MIN_FREE_BYTES = 24 * 1_048_576;
const PROBE_TIMEOUT_MS = 3_000;
const DRAFT_PREFIX = 'pgdata-';

export interface PgliteOptions {
  /** Throws where what must hold whenever it writes does not: see `HeldFolder`. */
  readonly check?: () => void;
  /** Ends the making of a new database: it rejects then. */
  readonly signal?: AbortSignal | undefined;
}

/** Opens the embedded PostgreSQL in a folder that this process has locked: see `folder-lock.ts`. */
export async function openPglite(
  folder: string,
  { check = () => {}, signal }: PgliteOptions = {},
): Promise<Database> {
  const dataFolder = join(folder, 'pgdata');
  await loadPglite();
  if (isEmpty(dataFolder)) await makeCluster(folder, dataFolder, signal);
  const db = await startPglite(dataFolder);
  const logFolder = join(dataFolder, 'pg_wal');
  const checkOpen = () => {
    // Its folder may be another's by then, which is no reason to end the process.
    if (db.closed) throw new Error('The database is closed.');
    check();
  };
  const checkWritable = () => {
    checkOpen();
    if (freeBytes(dataFolder) < MIN_FREE_BYTES) throw diskFull();
  };
  const queriesOn = (client: Pick<PGliteInterface | Transaction, 'query'>): Queries => ({
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
  });
  const queries = queriesOn(db);
  const checked: Queries = {
    query: async (sql, values) => {
      if (/^\s*select\b/i.test(sql)) checkOpen();
      else checkWritable();
      return queries.query(sql, values);
    },
  };
  return {
    ...checked,
    concurrency: 1,
    // One connection is one transaction at a time: there is nobody to lock out.
    transaction: async (work) => {
      checkWritable();
      const result = await db.transaction(async (client) => {
        const within = queriesOn(client);
        let written: Promise<unknown> = Promise.resolve();
        const write = (sql: string, values?: readonly unknown[]) => {
          written = Promise.all([written, within.query(sql, values)]);
          written.catch(() => {});
        };
        const value = await work({ ...within, write });
        await written;
        check();
        return value;
      });
      // The next one waits for it, and tells where it fails.
      if (countSegments(logFolder) > MAX_LOG_SEGMENTS) void db.exec('checkpoint').catch(() => {});
      return result;
    },
    // A transaction would keep visitors waiting until its end.
    snapshot: () => Promise.resolve({ ...checked, end: () => Promise.resolve() }),
    probe: async (work) => {
      checkWritable();
      return withLimit(work(queries), PROBE_TIMEOUT_MS);
    },
    scrub: async () => {
      checkWritable();
      // It writes each table anew beside the old one, and all of it into the log.
      if (freeBytes(dataFolder) < 2 * (await personalBytes(queries)) + MIN_FREE_BYTES) throw diskFull();
      // Written anew: a vacuum that is not full leaves the bytes of a row where they are, until they are needed.
      for (const table of PERSONAL_TABLES) await db.exec(`vacuum full ${table}`);
      await db.exec('select pg_switch_wal(); checkpoint');
      // The segment that the first one wrote into is removed by the next.
      await db.exec('checkpoint');
    },
    close: () => db.close(),
  };
}

function loadPglite() {
  const load = () => import('@electric-sql/pglite');
  return optional(load, '@electric-sql/pglite', 'The embedded database');
}

/** Starts PGlite on a folder, or on one that is empty, which it fills. */
export async function startPglite(dataFolder: string): Promise<PGliteInterface> {
  const { PGlite, MemoryFS } = await loadPglite();
  return PGlite.create({
    fs: syncedFolder(MemoryFS, dataFolder),
    initDbStartParams: CLUSTER_OPTIONS,
    startParams: [
      ...PGlite.defaultStartParams.filter((param) => param !== NO_SYNC),
      ...SETTINGS.flatMap((setting) => ['-c', setting]),
    ],
  });
}

/**
 * Makes an empty database in a process of its own, since that takes half a gigabyte of memory, and beside its place: an
 * attempt that was cut off leaves nothing that looks like a database.
 */
async function makeCluster(
  folder: string,
  dataFolder: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(DRAFT_PREFIX)))
    rmSync(join(folder, name), { recursive: true, force: true });
  const draft = join(folder, `${DRAFT_PREFIX}${process.pid}`);
  const child = fork(new URL('make-cluster.js', import.meta.url), [draft], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    killSignal: 'SIGKILL',
    ...(signal && { signal }),
  });
  // Told of the abort by an error; what counts is that it has ended, and writes no more.
  child.on('error', () => {});
  let messages = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (messages += text));
  const code = await new Promise<number | null>((settle) => child.once('close', settle));
  signal?.throwIfAborted();
  if (code !== 0) throw new Error(`The embedded database could not be made. ${messages}`.trim());
  if (existsSync(dataFolder)) rmSync(dataFolder, { recursive: true });
  renameSync(draft, dataFolder);
  syncPath(folder);
}

/** The error of PostgreSQL for a disk that is full (SQLSTATE 53100). */
function diskFull(): Error {
  return Object.assign(new Error('The disk is full.'), { code: '53100' });
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

function countSegments(folder: string): number {
  return readdirSync(folder).filter((name) => /^[0-9A-F]{24}$/.test(name)).length;
}

/** Rejects where a promise has not settled in time; the work goes on. */
async function withLimit<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    const fail = () => reject(Object.assign(new Error('The database is busy.'), { code: 'ETIMEDOUT' }));
    timer = setTimeout(fail, ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
