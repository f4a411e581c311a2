/** `integrity.json`: a hash of every file that a page may load, for `<script integrity>` and for checking a copy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { filesUnder } from '../files.mjs';

/** What a page loads: scripts and style sheets, not the npm modules. */
export const servedFiles = (dist = 'dist') =>
  filesUnder(dist, (path) => /\.(js|css)$/.test(path))
    .map((path) => relative(dist, path).split(sep).join('/'))
    .filter((path) => !path.startsWith('modules/'));

export const hashOf = (path) => `sha384-${createHash('sha384').update(readFileSync(path)).digest('base64')}`;

/** File → hash. */
export const integrityOf = (dist = 'dist') =>
  Object.fromEntries(servedFiles(dist).map((path) => [path, hashOf(`${dist}/${path}`)]));
