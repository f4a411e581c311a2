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

/** A site of nothing: the folder is not there, or empty. */
const NOTHING: EarlierSite = { manifest: new Map(), files: [] };

/** Looks at a folder. Throws where it holds something else than a site. */
export async function readEarlierSite(folder: string): Promise<EarlierSite> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error.code === 'ENOTDIR' ? new Error(`${folder} is no folder.`, { cause: error }) : error;
  });
  if (!names || names.length === 0) return NOTHING;
  const text = await readFile(join(folder, MANIFEST_PATH), 'utf8').catch(() => '');
  const manifest = readManifest(text);
  if (!manifest)
    throw new Error(
      `${folder} holds something else than a site of this command (there is no ${MANIFEST_PATH} of it). Name a folder that is empty or not there yet.`,
    );
  const paths = await pathsUnder(folder);
  const files = await Promise.all(
    paths.map(async (path) => ({ path, content: await contentOf(join(folder, path)) })),
  );
  return { manifest, files };
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

/** True for a file that stays with the next version: of an exact one, of another moving one, or a chunk. */
function isOfVersions(path: string): boolean {
  const [folder = '', inside] = path.split('/');
  return isVersionFolder(folder) && (folder !== MOVING_VERSION || inside === 'chunks');
}

/** True for a setting of whoever runs the site. */
export const isSetting = (path: string): boolean => path.endsWith('/embed/allowed.json');
