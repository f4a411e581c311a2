/** Puts a site in its folder whole or not at all: it is written beside, and renamed. */
import {
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { bytesOf, type SiteFile } from './site-file.js';

/** The files of a site, and the paths of those that are taken over as they are. */
export interface WholeSite {
  readonly files: readonly SiteFile[];
  readonly kept: readonly string[];
}

/** What a run writes stands beside the folder until it is whole; the old one stands there while they change places. */
const NEW = 'new';
const OLD = 'old';
/** The name of either, after that of the folder: it says which process has made it. */
const ASIDE = new RegExp(`^(${NEW}|${OLD})-(\\d+)-\\w{6}$`);

/**
 * Mends what a run has left that was killed: puts the old folder back where the new one has not taken its place, and takes
 * away what is beside it.
 */
export async function mendPlace(folder: string): Promise<void> {
  const parent = dirname(folder);
  const start = `.${basename(folder)}.`;
  const names = await readdir(parent).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(start))) {
    const [, kind, pid] = ASIDE.exec(name.slice(start.length)) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    const path = join(parent, name);
    if (kind === OLD && !(await isThere(folder))) await rename(path, folder);
    else await rm(path, { recursive: true, force: true });
  }
}

/** True for another process that runs. Ours has nothing beside the folder when it begins. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Writes a site. A run that is broken off leaves the old folder; nothing is left beside it where it fails. */
export async function putInPlace(folder: string, { files, kept }: WholeSite): Promise<void> {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const startOf = (kind: string) => join(parent, `.${basename(folder)}.${kind}-${process.pid}-`);
  const aside = await mkdtemp(startOf(NEW));
  const old = aside.replace(startOf(NEW), () => startOf(OLD));
  try {
    // A temporary folder is only its owner's.
    await chmod(aside, 0o755);
    for (const path of kept) await keep(join(folder, path), join(aside, path));
    for (const file of files) await write(file, aside, folder);
    await exchange(folder, aside, old);
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
async function exchange(folder: string, aside: string, old: string): Promise<void> {
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
