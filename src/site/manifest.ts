/** The list of the files of a site: it says that a folder is one, and which files in it are ours. */
import { createHash } from 'node:crypto';
import { isRecord } from '../feed/record.js';
import { bytesOf, jsonFile, type SiteFile } from './site-file.js';

export const MANIFEST_PATH = 'ceal-site.json';

const GENERATOR = 'ceal-widgets site';

/** The files of a site with the hash of each, by path. */
export type Manifest = ReadonlyMap<string, string>;

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const manifestOf = (files: readonly SiteFile[]): Manifest =>
  new Map(files.map((file) => [file.path, hashOf(bytesOf(file))]));

/** The manifest as a file of the site. */
export const manifestFile = (manifest: Manifest): SiteFile =>
  jsonFile(MANIFEST_PATH, {
    generator: GENERATOR,
    files: Object.fromEntries([...manifest].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  });

/** Reads a manifest; `undefined` for what is none. */
export function readManifest(text: string): Manifest | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value['generator'] !== GENERATOR || !isRecord(value['files'])) return undefined;
    const entries = Object.entries(value['files']);
    if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) return undefined;
    return new Map(entries);
  } catch {
    return undefined;
  }
}
