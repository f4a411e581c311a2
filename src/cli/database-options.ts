import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openAdmin, type AdminApi } from '../receiver/admin/admin-api.js';
import { remoteAdmin } from '../receiver/admin/admin-client.js';
import { ReceiverFeed } from '../receiver/feed/receiver-feed.js';
import { lockFolder } from '../receiver/running/lock-data-folder.js';
import { DEFAULTS } from '../receiver/options.js';
import { sqlState, type Database } from '../receiver/storage/database.js';
import { findLockedSocket } from '../receiver/storage/folder-lock.js';
import { openPglite } from '../receiver/storage/pglite.js';
import { openPostgres } from '../receiver/storage/postgres.js';
import { checkVersion, migrate } from '../receiver/storage/schema.js';
import { textOption, UsageError, type OptionValues } from './command.js';

/** Options of every command that reads or changes what is stored. */
export const DATABASE_OPTIONS = { data: { type: 'string' }, feed: { type: 'string' } } as const;

export const DATABASE_HELP = `  --data <folder>     the data folder of the receiver (${DEFAULTS.folder}); with DATABASE_URL in the
                      environment that PostgreSQL database is used instead`;

/** What a command does: some only read, and some leave a line in `ceal_audit`. */
type Purpose = 'list' | 'export' | 'import' | 'delete' | 'purge';

const READING: readonly Purpose[] = ['list', 'export'];
const NOTED: readonly Purpose[] = ['export', 'import', 'delete'];

/** Work on the admin API; `feed` is the id of the feed that was named, if one was. */
type Work<T> = (admin: AdminApi, feed: string | undefined) => Promise<T>;

/**
 * Runs work on the admin API: on the PostgreSQL database, through the receiver that has the data folder open, or on the
 * folder itself where none has. Rejects with `UsageError` where there is no such folder.
 */
export async function withAdmin<T>(values: OptionValues, purpose: Purpose, work: Work<T>): Promise<T> {
  const address = process.env['DATABASE_URL'];
  const named = await namedFeed(textOption(values, 'feed'));
  if (address) {
    const database = await openPostgres(address, { limited: false });
    try {
      await (READING.includes(purpose) ? checkTables : migrate)(database);
      if (NOTED.includes(purpose)) await note(database, named?.id, purpose);
      return await workOn(database, named, purpose, work);
    } finally {
      await database.close();
    }
  }

  const folder = resolve(textOption(values, 'data') ?? DEFAULTS.folder);
  if (!existsSync(folder)) throw new UsageError(`There is no data folder ${folder}. Name it with --data.`);
  const socket = await findLockedSocket(folder);
  if (socket) return work(remoteAdmin(socket), named?.id);
  const held = await lockFolder(folder);
  try {
    const database = await openPglite(folder, held);
    try {
      await migrate(database);
      return await workOn(database, named, purpose, work);
    } finally {
      await database.close();
    }
  } finally {
    await held.release();
  }
}

/** The feed that an option names: its id, and the feed itself where its file or address was given. */
interface NamedFeed {
  readonly id: string | undefined;
  readonly feed?: ReceiverFeed;
}

async function namedFeed(name: string | undefined): Promise<NamedFeed | undefined> {
  if (name === undefined) return undefined;
  // What has no sign of a path or an address, and is no file, is an id.
  if (/^[a-z\d-]+$/.test(name) && !existsSync(name)) return { id: name };
  const feed = await ReceiverFeed.open(name, () => {});
  return { id: feed.document.head.id, feed };
}

async function workOn<T>(
  database: Database,
  named: NamedFeed | undefined,
  purpose: Purpose,
  work: Work<T>,
): Promise<T> {
  const feed = READING.includes(purpose) ? undefined : named?.feed;
  await feed?.recall(database);
  for (const { path, message } of feed?.slips ?? []) console.error(`${path}: ${message}`);
  const scrub = () =>
    database.scrub().catch(() => {
      console.error('It is erased, but the files of the database may hold it until they are written anew.');
    });
  const admin = openAdmin({ database, feed: () => feed?.document, scrub });
  return work(admin, named?.id);
}

/** Rejects where the tables are not there, or of another version; changes nothing. */
async function checkTables(database: Database): Promise<void> {
  await checkVersion(database).catch((error: unknown) => {
    const isMissing = sqlState(error) === '42P01';
    throw isMissing ? new Error('This database has no sign-ups in it. Start the receiver once.') : error;
  });
}

/** States of a role, or a connection, that may not write. */
const MAY_NOT_WRITE: readonly (string | undefined)[] = ['25006', '42501'];

/** Leaves a line about what was done, also for a role that may only read. */
async function note(database: Database, feed: string | undefined, what: string): Promise<void> {
  await database.query('select ceal_note_export($1, $2)', [feed ?? null, what]).catch((error: unknown) => {
    if (!MAY_NOT_WRITE.includes(sqlState(error))) throw error;
    console.error('This role may not leave a line in ceal_audit: none is left.');
  });
}
