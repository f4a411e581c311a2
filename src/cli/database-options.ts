import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { openAdmin, type AdminApi } from '../receiver/admin/admin-api.js';
import { remoteAdmin } from '../receiver/admin/admin-client.js';
import { ReceiverFeed } from '../receiver/receiver-feed.js';
import { DEFAULTS, lockFolder } from '../receiver/receiver.js';
import type { Database } from '../receiver/storage/database.js';
import { findLockedSocket } from '../receiver/storage/folder-lock.js';
import { openPglite } from '../receiver/storage/pglite.js';
import { openPostgres } from '../receiver/storage/postgres.js';
import { migrate } from '../receiver/storage/schema.js';
import { textOption, UsageError, type OptionValues } from './command.js';

/** Options of every command that reads or changes what is stored. */
export const DATABASE_OPTIONS = { data: { type: 'string' } } as const;

export const DATABASE_HELP = `  --data <folder>     the data folder of the receiver (${DEFAULTS.folder}); with DATABASE_URL in the
                      environment that PostgreSQL database is used instead`;

/**
 * Runs work on the admin API: on the PostgreSQL database, through the receiver that has the data folder open, or on the
 * folder itself where none has. Rejects with `UsageError` where there is no such folder.
 */
export async function withAdmin<T>(values: OptionValues, work: (admin: AdminApi) => Promise<T>): Promise<T> {
  const address = process.env['DATABASE_URL'];
  const feedAddress = textOption(values, 'feed');
  const feed = feedAddress ? await ReceiverFeed.open(feedAddress, () => {}) : undefined;
  if (address) return withDatabase(await openPostgres(address, { limited: false }), work, feed);

  const folder = resolve(textOption(values, 'data') ?? DEFAULTS.folder);
  if (!existsSync(folder)) throw new UsageError(`There is no data folder ${folder}. Name it with --data.`);
  const socket = await findLockedSocket(folder);
  if (socket) return work(remoteAdmin(socket));
  const held = await lockFolder(folder);
  try {
    return await withDatabase(await openPglite(folder, held), work, feed);
  } finally {
    await held.release();
  }
}

async function withDatabase<T>(
  database: Database,
  work: (admin: AdminApi) => Promise<T>,
  feed: ReceiverFeed | undefined,
): Promise<T> {
  try {
    await migrate(database);
    return await work(openAdmin({ database, feed: () => feed?.document }));
  } finally {
    await database.close();
  }
}
