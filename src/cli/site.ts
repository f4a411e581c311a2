import { readFile, realpath } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDate, sortKey } from '../dates/edtf.js';
import type { PrerenderModule } from '../prerender/options.js';
import { isAddress, readBytes } from '../receiver/feed/feed-source.js';
import { isSetting, readEarlierSite, type EarlierSite } from '../site/earlier-site.js';
import { filesBeside } from '../site/files-beside.js';
import { hashOf, type Manifest } from '../site/manifest.js';
import { printable } from '../site/printable.js';
import { momentOf, prerenderFrames, type Prerendered } from '../site/prerendered.js';
import { publishFeed, type PublishedFeed } from '../site/published-feed.js';
import { putInPlace } from '../site/put-in-place.js';
import { makeSite, type Site } from '../site/site.js';
import { bytesOf } from '../site/site-file.js';
import { EXACT_VERSION, readBuild } from '../site/versions.js';
import { addressOption, textOption, UsageError, type Command, type OptionValues } from './command.js';

const HELP = `
Usage: ceal-widgets site --feed <a file or an address> --out <folder> [options]

Makes a site in a folder, to put on any web server: the scripts under their version, the feed, a calendar, pages for
each enterprise and session, a page with what to paste where, and the settings of the server.

  --feed <feed>       the feed: a file, whose pictures travel along, or an address
  --out <folder>      where to make the site: a folder that is not there, is empty, or was made by this command. It is
                      put in place whole; versions, chunks and your own files in it stay
  --base <address>    where the folder will stand on the web. Without it snippets say YOUR-SITE, and no page can name its
                      picture to other sites
  --frame-ancestors <sources>
                      the sites that may show the pages for frames, as "'self' https://partner.example"; else any
  --keep-going        go on where entries of the feed are lost
  --replace-version   write another build over the same version. Pages that hold it to its hash then lose it

What does not fit in the feed is told on the standard error. Ends with 1, and leaves the folder as it is, where it is no
feed, and where entries would be lost.
`;

export const site: Command = {
  summary: 'makes a site in a folder, to put on any web server',
  help: HELP,
  options: {
    feed: { type: 'string' },
    out: { type: 'string' },
    base: { type: 'string' },
    'frame-ancestors': { type: 'string' },
    'keep-going': { type: 'boolean' },
    'replace-version': { type: 'boolean' },
  },
  async run(values) {
    const [feed, out] = [needed(values, 'feed'), needed(values, 'out')];
    const base = baseOption(values);
    const frameAncestors = ancestorsOption(values);
    const folder = await realpath(out).catch(() => resolve(out));
    if (!isAddress(feed) && isInside(await realpath(feed).catch(() => resolve(feed)), folder))
      throw new UsageError(`--feed ${feed} lies in the folder that is to be made. Keep it elsewhere.`);
    const earlier = await readEarlierSite(folder);

    const { bytes, address } = await readBytes(feed);
    const published = publishFeed(bytes, address);
    tellIssues(published, values['keep-going'] === true);
    const { files: beside, missing } = address === undefined ? await filesBeside(published.feed, feed) : NONE;
    for (const path of missing)
      console.error(printable(`${path}: the feed names this file, and it is not there.`));

    const made = makeSite({
      published,
      build: await readBuild(DIST),
      beside,
      licence: await readFile(resolve(DIST, '../LICENSE'), 'utf8'),
      base,
      frameAncestors,
      prerendered: await prerender(published),
      earlier,
    });
    if (values['replace-version'] !== true) checkVersion(earlier.manifest, made.manifest);
    if (isSame(made, earlier)) return console.log(`Nothing has changed: ${out} stays as it is.`);
    await putInPlace(folder, { files: made.made, kept: made.kept });
    console.log(`${out} is made: ${made.made.length} files, version ${EXACT_VERSION}.`);
  },
};

const NONE = { files: [], missing: [] } as const;

/** The build: this file is in it, or it lies beside the code that the tests run. */
const DIST = [new URL('../../', import.meta.url), new URL('../../../dist/', import.meta.url)]
  .map((url) => fileURLToPath(url))
  .find((path) => existsSync(resolve(path, 'ceal-widgets.js')))!;

/** The module is written for browsers, and compiled with their types. */
const PRERENDER_MODULE = new URL('../prerender/prerender.js', import.meta.url).href;

const INSTALL = 'that needs a package, npm install @lit-labs/ssr';

/** Renders the pages for frames beforehand. Says so where that cannot be. */
async function prerender(published: PublishedFeed): Promise<Prerendered | undefined> {
  const now = momentOf(published.feed);
  const why =
    now === undefined ? 'the feed does not say when it was "updated"' : hasRenderer() ? undefined : INSTALL;
  if (now === undefined || why) {
    console.error(`Without their script the pages for frames show nothing: ${why}.`);
    return undefined;
  }
  const { prerender: render } = (await import(PRERENDER_MODULE)) as PrerenderModule;
  return prerenderFrames(published, render, now);
}

function hasRenderer(): boolean {
  try {
    import.meta.resolve('@lit-labs/ssr');
    return true;
  } catch {
    return false;
  }
}

function needed(values: OptionValues, name: string): string {
  const value = textOption(values, name);
  if (!value) throw new UsageError(`--${name} is missing.`);
  return value;
}

/** The address of the site's folder, which ends with a slash. */
function baseOption(values: OptionValues): string | undefined {
  const given = addressOption(values, 'base');
  if (given === undefined) return undefined;
  const { origin, pathname, search, hash, username, password } = new URL(given);
  if (search || hash || username || password || !/^[\w./~-]*$/.test(pathname))
    throw new UsageError(`--base is the address of a folder, as https://www.example.org/widgets/.`);
  return `${origin}${pathname.replace(/\/*$/, '/')}`;
}

/** A source of `frame-ancestors`: nothing that could end the policy, or the line of a server's settings. */
const ANCESTOR = /^(?:'self'|'none'|https?:\/\/(?:\*\.)?[a-z\d.-]+(?::\d+)?)$/i;

/** The sites that may show the pages for frames. */
function ancestorsOption(values: OptionValues): readonly string[] | undefined {
  const sources = textOption(values, 'frame-ancestors')
    ?.trim()
    .split(/[\s,]+/);
  const wrong = sources?.find((source) => !ANCESTOR.test(source));
  if (wrong !== undefined)
    throw new UsageError(
      `--frame-ancestors takes 'self', 'none' and addresses as https://partner.example, and not "${wrong}".`,
    );
  return sources;
}

const isInside = (path: string, folder: string): boolean =>
  !relative(folder, path).startsWith('..') && !relative(folder, path).startsWith(sep);

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
