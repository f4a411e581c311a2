/** Finding files. Node 20 has no glob of its own. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All files under a folder, as paths that begin with it, in alphabetical order. A missing folder holds none.
 * @param {string} folder
 * @param {(path: string) => boolean} [matches]
 * @returns {string[]}
 */
export function filesUnder(folder, matches = () => true) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .flatMap((entry) => {
      if (entry.name === 'node_modules') return [];
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path, matches) : matches(path) ? [path] : [];
    })
    .sort();
}
