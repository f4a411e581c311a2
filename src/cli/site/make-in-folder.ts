import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDate, sortKey } from '../../dates/edtf.js';
import type { PrerenderModule } from '../../prerender/options.js';
import { readBytes } from '../../receiver/feed/feed-source.js';
import { isSetting, readEarlierSite, type EarlierSite } from '../../site/earlier-site.js';
import { filesBeside } from '../../site/files-beside.js';
import { hashOf, type Manifest } from '../../site/manifest.js';
import { momentOf, prerenderSite } from '../../site/prerendered.js';
import { publishFeed, type PublishedFeed } from '../../site/published-feed.js';
import { mendPlace, putInPlace } from '../../site/put-in-place.js';
import { makeSite, type Site } from '../../site/site.js';
import { bytesOf } from '../../site/site-file.js';
import { EXACT_VERSION, readBuild } from '../../site/versions.js';
import type { RenderedPages } from '../../site/widgets.js';
import { printable } from '../printable.js';
import type { SiteOptions } from './site-options.js';

/** A site in its folder. */
export interface SiteInFolder {
  readonly site: Site;
  /** The paths of the files that it was made from: the feed, and what that names beside itself, also what is missing. */
  readonly sources: readonly string[];
}

/**
 * Makes a site and puts it in its folder, where something has changed. Tells what does not fit, and what has become of it.
 * Rejects, and leaves the folder as it is, where the feed is none, where entries would be lost, and where the folder holds
 * something else.
 */
export async function makeInFolder(options: SiteOptions): Promise<SiteInFolder> {
  const { feed, out, folder, base, frameAncestors } = options;
  await mendPlace(folder);
  const earlier = await readEarlierSite(folder);
  const { bytes, address } = await readBytes(feed);
  const published = publishFeed(bytes, address);
  tellIssues(published, options.keepsGoing);
  const { files: beside, missing } = address === undefined ? await filesBeside(published.feed, feed) : NONE;
  for (const path of missing)
    console.error(printable(`${path}: the feed names this file, and it is not there.`));

  const site = makeSite({
    published,
    build: await readBuild(DIST),
    beside,
    licence: await readFile(resolve(DIST, '../LICENSE'), 'utf8'),
    base,
    frameAncestors,
    prerendered: await prerender(published, base),
    earlier,
  });
  if (!options.replacesVersion) checkVersion(earlier.manifest, site.manifest);
  if (isSame(site, earlier)) console.log(`Nothing has changed: ${out} stays as it is.`);
  else {
    await putInPlace(folder, { files: site.made, kept: site.kept });
    console.log(`${out} is made: ${site.made.length} files, version ${EXACT_VERSION}.`);
  }
  const paths = [...beside.map(({ path }) => path), ...missing];
  return {
    site,
    sources: address === undefined ? [feed, ...paths.map((path) => join(dirname(feed), path))] : [],
  };
}

const NONE = { files: [], missing: [] } as const;

/** The build: this file is in it, or it lies beside the code that the tests run. */
const DIST = [new URL('../../../', import.meta.url), new URL('../../../../dist/', import.meta.url)]
  .map((url) => fileURLToPath(url))
  .find((path) => existsSync(resolve(path, 'ceal-widgets.js')))!;

/** The module is written for browsers, and compiled with their types. */
const PRERENDER_MODULE = new URL('../../prerender/prerender.js', import.meta.url).href;

const INSTALL = 'that needs a package, npm install @lit-labs/ssr';

/** Renders the widgets of the pages beforehand. Says so where that cannot be. */
async function prerender(
  published: PublishedFeed,
  base: string | undefined,
): Promise<RenderedPages | undefined> {
  const now = momentOf(published.feed);
  const why =
    now === undefined ? 'the feed does not say when it was "updated"' : hasRenderer() ? undefined : INSTALL;
  if (now === undefined || why) {
    console.error(
      `Without their script the pages for frames show nothing, and the first page only names: ${why}.`,
    );
    return undefined;
  }
  const { prerender: render } = (await import(PRERENDER_MODULE)) as PrerenderModule;
  return prerenderSite(published, base, render, now);
}

function hasRenderer(): boolean {
  try {
    import.meta.resolve('@lit-labs/ssr');
    return true;
  } catch {
    return false;
  }
}

/** Tells what does not fit. Throws where entries would be lost, unless whoever runs it goes on. */
function tellIssues({ feed, lost, notes }: PublishedFeed, keepsGoing: boolean): void {
  for (const line of [...lost, ...notes]) console.error(printable(line));
  const { publishFrom } = feed.head;
  const day = publishFrom && parseDate(publishFrom);
  if (day && sortKey(day) > new Date().toISOString())
    console.error(`/publishFrom: this feed is to be seen from ${publishFrom}. Put the site online then.`);
  if (lost.length > 0 && !keepsGoing)
    throw new Error(
      `Entries of the feed would be lost: ${lost.length}, named above. Mend them, or add --keep-going.`,
    );
}

/** Throws where the version that never changes would: partners hold its files to their hashes, and caches for a year. */
function checkVersion(before: Manifest, after: Manifest): void {
  const changed = [...after].filter(([path, hash]) => {
    const old = path.startsWith(`${EXACT_VERSION}/`) && !isSetting(path) ? before.get(path) : undefined;
    return old !== undefined && old !== hash;
  });
  if (changed.length > 0)
    throw new Error(
      `Version ${EXACT_VERSION} is there already, from another build: ${changed.length} files differ. Give the build a version of its own, or add --replace-version.`,
    );
}

/** True where every file stands there already, and no other. */
function isSame({ made, kept }: Site, { files }: EarlierSite): boolean {
  const before = new Map(files.map((file) => [file.path, hashOf(bytesOf(file))]));
  return (
    before.size === made.length + kept.length &&
    made.every((file) => before.get(file.path) === hashOf(bytesOf(file)))
  );
}
