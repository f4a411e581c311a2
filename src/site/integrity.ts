/** `integrity.json`: the hash of each script and style sheet, for `integrity` and for checking a copy. */
import { createHash } from 'node:crypto';
import { bytesOf, jsonFile, type SiteFile } from './site-file.js';
import { MOVING_VERSION } from './versions.js';

export const isHashed = (path: string): boolean => /\.(?:js|css)$/.test(path);

/** A hash as the `integrity` attribute takes it. */
export const integrityOf = (bytes: Uint8Array): string =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** The file with the hashes. What moves along has none: a page that held it to one would lose it with the next version. */
export const integrityFile = (files: readonly SiteFile[]): SiteFile =>
  jsonFile(
    'integrity.json',
    Object.fromEntries(
      files
        .filter(({ path }) => isHashed(path) && !path.startsWith(`${MOVING_VERSION}/`))
        .toSorted((a, b) => (a.path < b.path ? -1 : 1))
        .map((file) => [file.path, integrityOf(bytesOf(file))]),
    ),
  );
