/** Runs as a process of its own, for `pglite.ts`: makes an empty database in the folder that is its argument. */
import { chmodSync, mkdirSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startPglite } from './pglite.js';
import { syncPath } from './synced-folder.js';

// Whoever asked for it is gone: nobody will use it.
process.once('disconnect', () => process.exit(1));
const [folder = ''] = process.argv.slice(2);
mkdirSync(folder, { mode: 0o700 });
try {
  await (await startPglite(folder)).close();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
// By the mode of its folder PostgreSQL decides on those of its files.
chmodSync(folder, 0o700);
for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  chmodSync(path, entry.isDirectory() ? 0o700 : 0o600);
  syncPath(path);
}
syncPath(folder);
process.exit(0);
