import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The bits of a mode: the sticky one of a folder that many share, and those of the group and of others. */
const SHARED_BIT = 0o1000;
const OTHERS_BITS = 0o077;

/**
 * Makes a folder, and what a receiver keeps in it, its owner's alone, whatever was there; what this process makes from
 * now on is so too. Throws where the folder is another user's, or shared on purpose, as /tmp is.
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
  chmodSync(folder, 0o700);
  if (statSync(folder).mode & OTHERS_BITS)
    throw new Error(
      `${folder} can be opened by other users, and its file system does not let us change that.`,
    );
  for (const name of readdirSync(folder).filter((entry) => OWN_ENTRY.test(entry)))
    makeEntryPrivate(join(folder, name));
}

/** What a receiver makes in its folder; anything else there is somebody's own. */
const OWN_ENTRY = /^(?:pgdata|owner\.)|\.sock$/;

function makeEntryPrivate(path: string): void {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats || stats.isSymbolicLink()) return;
  chmodSync(path, stats.isDirectory() ? 0o700 : 0o600);
  if (stats.isDirectory()) for (const name of readdirSync(path)) makeEntryPrivate(join(path, name));
}
