/** Runs as a process of its own, for `pglite.ts`: makes an empty database in the folder that is its argument. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPglite } from './pglite.js';
import { makeTreePrivate } from './private-folder.js';
import { syncPath } from './synced-folder.js';

// Whoever asked for it is gone: nobody will use it.
process.once('disconnect', () => process.exit(1));
const [folder = ''] = process.argv.slice(2);
process.umask(0o077);
mkdirSync(folder);
try {
  await (await startPglite(folder)).close();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
// By the mode of its folder PostgreSQL decides on those of the files that it makes.
makeTreePrivate(folder);
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
  syncPath(join(entry.parentPath, entry.name));
syncPath(folder);
process.exit(0);
