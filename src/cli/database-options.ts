import { resolve } from 'node:path';
import { openAdmin, type AdminApi } from '../receiver/admin/admin-api.js';
import { remoteAdmin } from '../receiver/admin/admin-client.js';
import { FeedSource } from '../receiver/feed-source.js';
import { DEFAULTS, holdFolder } from '../receiver/receiver.js';
import { ownerOf } from '../receiver/storage/folder-lock.js';
import { openPostgres } from '../receiver/storage/postgres.js';
import { openPglite } from '../receiver/storage/pglite.js';
import { migrate } from '../receiver/storage/schema.js';
import { existsSync } from 'node:fs';
import { text, UsageError, type Given } from './command.js';

/** Options of every command that reads or changes what is stored. */
export const DATABASE_OPTIONS = { data: { type: 'string' } } as const;

export const DATABASE_HELP = `  --data <folder>     the data folder of the receiver (${DEFAULTS.folder}); with DATABASE_URL in the
                      environment that PostgreSQL database is used instead`;

/**
 * Runs something at the desk: on the PostgreSQL database, through the receiver that has the data folder open, or on the
 * folder itself where none has.
 */
export async function atDesk<T>(given: Given, work: (desk: AdminApi) => Promise<T>): Promise<T> {
  const address = process.env['DATABASE_URL'];
  const feedAddress = text(given, 'feed');
  const feed = feedAddress ? await FeedSource.open(feedAddress, () => {}) : undefined;
  const options = { feed: () => feed?.document };
  if (address) {
    const database = await openPostgres(address);
    try {
      await migrate(database);
      return await work(openAdmin({ database, ...options }));
    } finally {
      await database.close();
    }
  }

  const folder = resolve(text(given, 'data') ?? DEFAULTS.folder);
  if (!existsSync(folder)) throw new UsageError(`There is no data folder ${folder}. Name it with --data.`);
  const owner = await ownerOf(folder);
  if (owner) return work(remoteAdmin(owner));
  const leave = await holdFolder(folder);
  try {
    const database = await openPglite(folder);
    try {
      await migrate(database);
      return await work(openAdmin({ database, ...options }));
    } finally {
      await database.close();
    }
  } finally {
    await leave();
  }
}
