/** Puts a site in its folder whole or not at all: it is written beside, and renamed. */
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, utimes, writeFile, chmod } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { bytesOf, type SiteFile } from './site-file.js';

/** The files of a site, and the paths of those that are taken over as they are. */
export interface WholeSite {
  readonly files: readonly SiteFile[];
  readonly kept: readonly string[];
}

/** Writes a site. A run that is broken off leaves the old folder; nothing is left beside it where it fails. */
export async function putInPlace(folder: string, { files, kept }: WholeSite): Promise<void> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const aside = await mkdtemp(join(parent, `.${basename(folder)}-`));
  try {
    // A temporary folder is only its owner's.
    await chmod(aside, 0o755);
    for (const path of kept) await keep(join(folder, path), join(aside, path));
    for (const file of files) await write(file, aside, folder);
    await exchange(folder, aside);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function keep(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to, { preserveTimestamps: true, verbatimSymlinks: true });
}

/** Writes a file; with its old date where it says the same, so that servers and caches see that too. */
async function write(file: SiteFile, aside: string, folder: string): Promise<void> {
  const to = join(aside, file.path);
  const bytes = bytesOf(file);
  await mkdir(dirname(to), { recursive: true });
  await writeFile(to, bytes);
  const old = join(folder, file.path);
  const before = await readFile(old).catch(() => undefined);
  if (!before?.equals(bytes)) return;
  const { atime, mtime } = await stat(old);
  await utimes(to, atime, mtime);
}

/** Puts the new folder where the old one is, and the old one back where that fails. */
async function exchange(folder: string, aside: string): Promise<void> {
  const old = `${aside}-old`;
  const hasOld = await rename(folder, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(aside, folder);
  } catch (error) {
    if (hasOld) await rename(old, folder);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}
