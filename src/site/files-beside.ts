/** Pictures and documents that the feed names beside itself: they travel along. */
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isRecord } from '../feed/record.js';
import { isBeside } from './addresses.js';
import type { SiteFile } from './site-file.js';

/** The kinds of files that may travel along: a feed that somebody else wrote must not publish what else lies there. */
const MAY_TRAVEL = /\.(?:avif|gif|jpe?g|pdf|png|svg|webp)$/i;

/** Fields of the format that may name a file. */
const FILE_KEYS: ReadonlySet<string> = new Set(['src', 'url']);

/** Files beside a feed, and the paths of those that are not there. */
export interface FilesBeside {
  readonly files: readonly SiteFile[];
  readonly missing: readonly string[];
}

/** Reads what a feed that is a file names beside it. `feedPath` is the path of that file; `feed` its values. */
export async function filesBeside(feed: unknown, feedPath: string): Promise<FilesBeside> {
  const folder = await realpath(dirname(feedPath));
  const files: SiteFile[] = [];
  const missing: string[] = [];
  for (const path of [...new Set(pathsIn(feed))].toSorted()) {
    const content = await readInside(folder, path);
    if (content) files.push({ path, content });
    else missing.push(path);
  }
  return { files, missing };
}

/** The paths of files that may travel along, as a file system has them. */
function pathsIn(value: unknown, key = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item));
  if (isRecord(value)) return Object.entries(value).flatMap(([name, member]) => pathsIn(member, name));
  if (typeof value !== 'string' || !FILE_KEYS.has(key) || !isBeside(value)) return [];
  const path = decoded(value.split(/[?#]/)[0]!);
  return path !== undefined && MAY_TRAVEL.test(path) ? [path] : [];
}

/** A path without percent signs; `undefined` where it would lead elsewhere. */
function decoded(path: string): string | undefined {
  try {
    const plain = decodeURIComponent(path);
    return /[\\\0]/.test(plain) || plain.split('/').some((part) => /^\.*$/.test(part)) ? undefined : plain;
  } catch {
    return undefined;
  }
}

/** Reads a file of a folder; `undefined` for what is not there, or lies elsewhere by a link. */
async function readInside(folder: string, path: string): Promise<Uint8Array | undefined> {
  try {
    const file = await realpath(join(folder, path));
    return relative(folder, file).split(sep)[0] === '..' ? undefined : await readFile(file);
  } catch {
    return undefined;
  }
}
