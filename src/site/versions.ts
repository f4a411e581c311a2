/** The files that partners load: under the version that never changes, and under the one that moves along. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VERSION } from '../version.js';
import type { SiteFile } from './site-file.js';

/** The folder of this version: what stands in it never changes. */
export const EXACT_VERSION = VERSION;

/** The folder of the newest of its kind: partners who name it get every later one that works the same. */
export const MOVING_VERSION = VERSION.split('.')[0]!;

/** What of `dist` is for programs, editors, other systems and whoever writes code, and not for a page. */
const NOT_FOR_PAGES: ReadonlySet<string> = new Set([
  'modules',
  'editors',
  'docs',
  'kits',
  'custom-elements.json',
  'openapi.yaml',
]);

export const isVersionFolder = (name: string): boolean => /^\d+(?:\.\d+\.\d+(?:-[\w.]+)?)?$/.test(name);

/** True for the folder of a version that never changes. */
export const isExactVersion = (name: string): boolean => isVersionFolder(name) && name.includes('.');

/** Reads what of `dist` is for pages, by path from `dist`. */
export async function readBuild(dist: string): Promise<readonly SiteFile[]> {
  const names = (await readdir(dist)).filter((name) => !NOT_FOR_PAGES.has(name));
  const lists = await Promise.all(names.map((name) => filesAt(dist, name)));
  return lists.flat().toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesAt(folder: string, path: string): Promise<readonly SiteFile[]> {
  const file = join(folder, path);
  const names = await readdir(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTDIR') throw error;
  });
  if (!names) return [{ path, content: await readFile(file) }];
  return (await Promise.all(names.map((name) => filesAt(folder, `${path}/${name}`)))).flat();
}

/** The files of the build, once under each version. What moves along has no hashes. */
export function versionFiles(build: readonly SiteFile[]): readonly SiteFile[] {
  const under = (version: string, files: readonly SiteFile[]) =>
    files.map(({ path, content }) => ({ path: `${version}/${path}`, content }));
  const moving = build.filter(({ path }) => path !== 'integrity.json');
  return [...under(EXACT_VERSION, build), ...under(MOVING_VERSION, moving)];
}
