/** The site that stands in a folder from an earlier run: what of it stays. */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { hashOf, MANIFEST_PATH, readManifest, type Manifest } from './manifest.js';
import { bytesOf, type SiteFile } from './site-file.js';
import { isVersionFolder, MOVING_VERSION } from './versions.js';

/** A folder as it was found. */
export interface EarlierSite {
  /** The files of which the folder says that we made them. */
  readonly manifest: Manifest;
  /** The files that are there. A symbolic link has the path that it leads to as its content. */
  readonly files: readonly SiteFile[];
}

const GIT = '.git';

/** A site of nothing: the folder is not there, or empty. */
const NOTHING: EarlierSite = { manifest: new Map(), files: [] };

/** Looks at a folder. Throws where it holds something else than a site. */
export async function readEarlierSite(folder: string): Promise<EarlierSite> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error.code === 'ENOTDIR' ? new Error(`${folder} is no folder.`, { cause: error }) : error;
  });
  const text = await readFile(join(folder, MANIFEST_PATH), 'utf8').catch(() => '');
  const manifest = readManifest(text);
  if (!manifest) {
    assertNotOfGit(folder, names ?? []);
    if (!names || names.length === 0) return NOTHING;
    throw new Error(
      `${folder} holds something else than a site of this command (there is no ${MANIFEST_PATH} of it). Name a folder that is empty or not there yet.`,
    );
  }
  const paths = await pathsUnder(folder);
  const files = await Promise.all(
    paths.map(async (path) => ({ path, content: await contentOf(join(folder, path)) })),
  );
  return { manifest, files };
}

/** Throws for what Git keeps a repository in, and for the root of one. */
function assertNotOfGit(folder: string, names: readonly string[]): void {
  const problem = folder.split(sep).includes(GIT)
    ? `lies in a folder ${GIT}, which is Git's own`
    : names.includes(GIT) && 'is the root of a Git repository';
  if (problem) throw new Error(`${folder} ${problem}. Name a folder of its own for the site.`);
}

async function pathsUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

const contentOf = (file: string): Promise<string | Uint8Array> => readlink(file).catch(() => readFile(file));

/**
 * The files of an earlier run that stay: those that somebody else put there, those of versions that partners may name, and
 * chunks that a cached loader may ask for, where this run makes none of their name; and settings that were changed.
 */
export function filesThatStay(
  { manifest, files }: EarlierSite,
  made: readonly SiteFile[],
): readonly SiteFile[] {
  const names = new Set(made.map(({ path }) => path));
  return files.filter((file) => {
    const { path } = file;
    if (isSetting(path) && manifest.get(path) !== hashOf(bytesOf(file))) return true;
    return !names.has(path) && path !== MANIFEST_PATH && (!manifest.has(path) || isOfVersions(path));
  });
}

/**
 * Throws where a file or a link that stays has the path of a folder of what is made, or the other way round: nothing is
 * ever written through a link.
 */
export function assertNothingInTheWay(kept: readonly string[], made: readonly string[]): void {
  const ofKept = new Set(kept);
  const ofMade = new Set(made);
  const blocking =
    made.flatMap(foldersOf).find((folder) => ofKept.has(folder)) ??
    kept.find((path) => foldersOf(path).some((folder) => ofMade.has(folder)));
  if (blocking !== undefined)
    throw new Error(
      `${blocking}, which somebody put into the folder of the site, is in the way of files that are made. Take it away.`,
    );
}

/** The folders that a path goes through. */
const foldersOf = (path: string): readonly string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/'));

/** True for a file that stays with the next version: of an exact one, of another moving one, or a chunk. */
function isOfVersions(path: string): boolean {
  const [folder = '', inside] = path.split('/');
  return isVersionFolder(folder) && (folder !== MOVING_VERSION || inside === 'chunks');
}

/** True for a setting of whoever runs the site. */
export const isSetting = (path: string): boolean => path.endsWith('/embed/allowed.json');
