/** A build as one of an earlier version: all the same, but for its version and the hash in the name of each chunk. */
import { bytesOf, type SiteFile } from '../../../src/site/site-file.js';
import { VERSION } from '../../../src/version.js';

export const EARLIER_VERSION = '0.0.9';

/** The hash in the name of a chunk. */
const CHUNK_HASH = /(?<=chunks\/[\w-]+-)[\w-]{8}(?=\.js)/;

export function earlierBuild(build: readonly SiteFile[]): readonly SiteFile[] {
  const hashes = new Set(build.flatMap(({ path }) => CHUNK_HASH.exec(path)?.[0] ?? []));
  const ofBefore = (text: string) =>
    [...hashes].reduce(
      (whole, hash) => whole.replaceAll(hash, `z${[...hash].toReversed().join('').slice(1)}`),
      text.replaceAll(VERSION, EARLIER_VERSION),
    );
  return build.map(({ path, content }) => ({
    path: ofBefore(path),
    content: /\.(?:js|json)$/.test(path)
      ? ofBefore(new TextDecoder().decode(bytesOf({ path, content })))
      : content,
  }));
}
