import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The bits of a mode: the sticky one of a folder that many share, and those of the group and of others. */
const SHARED_BIT = 0o1000;
const OTHERS_BITS = 0o077;

/**
 * Makes a folder, and what a receiver keeps in it, its owner's alone, whatever was there; what this process makes from
 * now on is so too. Throws where the folder is another user's, shared on purpose, as /tmp is, or a folder of other things.
 */
export function makePrivate(folder: string): void {
  process.umask(OTHERS_BITS);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.platform === 'win32') return;
  const { uid, mode } = statSync(folder);
  if (mode & SHARED_BIT)
    throw new Error(`${folder} is shared with other users. Name a folder of its own with --data.`);
  if (uid !== process.getuid?.())
    throw new Error(`${folder} belongs to another user (${uid}), who could read what is stored in it.`);
  const entries = readdirSync(folder).filter((name) => name !== 'lost+found');
  if (entries.length > 0 && !entries.some(isOwn))
    throw new Error(`${folder} holds other things. Name a folder of its own with --data.`);
  chmodSync(folder, 0o700);
  if (statSync(folder).mode & OTHERS_BITS)
    throw new Error(
      `${folder} can be opened by other users, and its file system does not let us change that.`,
    );
  for (const name of entries.filter(isOwn)) makeTreePrivate(join(folder, name));
}

/** True for what a receiver makes in its folder; anything else there is somebody's own. */
function isOwn(name: string): boolean {
  return /^(?:pgdata|owner\.)|\.sock$/.test(name);
}

/** Makes a file, or a folder with all that is in it, its owner's alone. */
export function makeTreePrivate(path: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats || stats.isSymbolicLink()) return;
  chmodSync(path, stats.isDirectory() ? 0o700 : 0o600);
  if (stats.isDirectory()) for (const name of readdirSync(path)) makeTreePrivate(join(path, name));
}
