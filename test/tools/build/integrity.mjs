/** `integrity.json`: a hash of every file that a page may load, for `<script integrity>` and for checking a copy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { filesUnder } from '../files.mjs';

/** The scripts and style sheets that a page may load, without the npm modules and the kits; as paths from `dist`. */
export const servedFiles = (dist = 'dist') =>
  filesUnder(dist, (path) => /\.(js|css)$/.test(path))
    .map((path) => relative(dist, path).split(sep).join('/'))
    .filter((path) => !/^(?:modules|kits)\//.test(path));

/**
 * A file's hash, as the `integrity` attribute takes it.
 * @param {string} path
 */
export const hashOf = (path) => `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;

/** The hash of each served file, by its path. */
export const integrityOf = (dist = 'dist') =>
  Object.fromEntries(servedFiles(dist).map((path) => [path, hashOf(`${dist}/${path}`)]));
