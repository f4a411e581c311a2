import type { AdminServer } from '../admin/admin-server.js';
import { lockFolder } from './lock-data-folder.js';
import { errorFacts, type Log } from '../log.js';
import type { Database } from '../storage/database.js';
import type { HeldFolder } from '../storage/folder-lock.js';
import { openPglite } from '../storage/pglite.js';
import { openPostgres } from '../storage/postgres.js';
import { feedsOf } from '../storage/reading.js';
import { migrate } from '../storage/schema.js';
import { untilReachable } from './until-reachable.js';

export interface OpenOptions {
  /** The id of the feed of which sign-ups are stored. */
  readonly feed: string;
  readonly log: Log;
  /** Ends the waiting for a database that cannot be reached yet. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Opens a PostgreSQL database of this version's tables, and waits for it where it cannot be reached yet. Says so where it
 * has sign-ups of other feeds only: a feed that was given another id begins anew, and all its places are free.
 */
export async function openServer(address: string, { feed, log, signal }: OpenOptions): Promise<Database> {
  await untilReachable(() => migratePostgres(address), { for: 'database', log, signal });
  const database = await openPostgres(address);
  try {
    const others = await otherFeeds(database, feed);
    if (others.length > 0) log('first-of-its-feed', { feed, others: others.join(', ') });
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/**
 * Opens the embedded database of a folder, for the feed of this id alone. Until it is closed, `admin` listens to the
 * commands. Rejects with `FolderLockedError` where another process has the folder.
 */
export async function openFolder(
  folder: string,
  { feed, log, signal, admin }: OpenOptions & { readonly admin: AdminServer },
): Promise<Database> {
  // The admin server listens first: its socket shows that the folder is taken. It answers once there is an API.
  const held = await lockFolder(folder, admin);
  try {
    const database = await openPglite(folder, { check: () => checkHeld(held, log), signal });
    try {
      await migrate(database);
      await checkFeed(database, feed);
    } catch (error) {
      await database.close();
      throw error;
    }
    const close = async () => {
      try {
        await database.close();
      } finally {
        await held.release();
      }
    };
    return { ...database, close };
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** Migrates without the limits that the work for visitors has. */
async function migratePostgres(address: string): Promise<void> {
  const database = await openPostgres(address, { limited: false });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

/** Ends the process where its folder is no longer its own: even closing the database would write in it. */
function checkHeld(held: HeldFolder, log: Log): void {
  try {
    held.check();
  } catch (error) {
    log('folder-lost', errorFacts(error));
    process.exit(1);
  }
}

/** The ids of the feeds that sign-ups are stored of, where none of them is this one. */
async function otherFeeds(database: Database, id: string): Promise<readonly string[]> {
  const stored = await feedsOf(database);
  return stored.includes(id) ? [] : stored;
}

/** Rejects where a folder has sign-ups of other feeds only: under a new id, places that are taken would be free. */
async function checkFeed(database: Database, id: string): Promise<void> {
  const others = await otherFeeds(database, id);
  if (others.length > 0)
    throw new Error(
      `This data folder has the sign-ups of the feed "${others.join('", "')}", and the id of this feed is "${id}". Give it its id back, or name another folder with --data.`,
    );
}
