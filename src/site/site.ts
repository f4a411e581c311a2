/** All files of a site, from a feed and a build. */
import { calendarFiles } from './calendar-file.js';
import { assertNothingInTheWay, filesThatStay, isSetting, type EarlierSite } from './earlier-site.js';
import { frameFiles } from './frames.js';
import { originsAllowed } from './allowed-origins.js';
import { headerFiles } from './headers/header-files.js';
import { headerRules, type HeaderRule } from './headers/rules.js';
import { integrityFile, integrityOf } from './integrity.js';
import { manifestFile, manifestOf, type Manifest } from './manifest.js';
import { newsFile } from './news.js';
import { pageFiles } from './pages/pages.js';
import type { PublishedFeed } from './published-feed.js';
import { bytesOf, type SiteFile } from './site-file.js';
import { versionFiles } from './versions.js';
import type { RenderedPages } from './widgets.js';

/** Everything that a site is made from. */
export interface SiteSources {
  readonly published: PublishedFeed;
  /** The files of the build that are for pages, by path from `dist`. */
  readonly build: readonly SiteFile[];
  /** Files beside the feed that travel along. */
  readonly beside: readonly SiteFile[];
  /** The licence of the package. */
  readonly licence: string;
  /** The address of the site's folder, with `/` at its end, where it is known. */
  readonly base: string | undefined;
  /** Sources of the policy that may show the pages for frames; anybody by default. */
  readonly frameAncestors?: readonly string[] | undefined;
  /** The widgets of the pages, rendered beforehand; none by default. */
  readonly prerendered?: RenderedPages | undefined;
  /** What stands in the folder from earlier runs. */
  readonly earlier: EarlierSite;
}

/** A site: the files that are made, and the paths of those that stay as they are. */
export interface Site {
  readonly made: readonly SiteFile[];
  readonly kept: readonly string[];
  /** The headers that its files are to be served with. */
  readonly rules: readonly HeaderRule[];
  readonly manifest: Manifest;
}

/** Makes a site: the same from the same sources, to the byte. Throws where something that stays is in its way. */
export function makeSite(sources: SiteSources): Site {
  const { base, earlier, frameAncestors } = sources;
  const connect = originsAllowed(earlier);
  const content = contentFiles(sources, connect);
  const kept = filesThatStay(earlier, content);
  const keptPaths = new Set(kept.map(({ path }) => path));
  const pages = content.filter(({ path }) => !keptPaths.has(path));
  const hashes = integrityFile([...pages, ...kept]);
  const served = [...pages, hashes, ...kept].map(({ path }) => path);
  const rules = headerRules(served, { ancestors: frameAncestors, connect });
  const files = [...pages, hashes, ...headerFiles(rules, base)];
  const ours = kept.filter(({ path }) => earlier.manifest.has(path) && !isSetting(path));
  // Of a setting the manifest keeps the hash of our default: by that a later run sees that it was changed.
  const defaults = content.filter(({ path }) => keptPaths.has(path));
  const earlierDefaults = [...earlier.manifest].filter(([path]) => keptPaths.has(path) && isSetting(path));
  assertNothingInTheWay(
    [...keptPaths],
    files.map(({ path }) => path),
  );
  const manifest = new Map([...earlierDefaults, ...manifestOf([...files, ...ours, ...defaults])]);
  return { made: [...files, manifestFile(manifest)], kept: [...keptPaths], rules, manifest };
}

/** The files that people and widgets read. */
function contentFiles(
  { published, build, beside, licence, base, prerendered }: SiteSources,
  connect: readonly string[],
): readonly SiteFile[] {
  const { feed, text } = published;
  const bundle = build.filter(({ path }) => path === 'ceal-widgets.bundle.js')[0]!;
  const frames = frameFiles({ feed, base }, build, connect, prerendered?.frames);
  const framePaths = new Set(frames.map(({ path }) => path));
  const own: readonly SiteFile[] = [
    ...versionFiles(build).filter(({ path }) => !framePaths.has(path)),
    ...frames,
    { path: 'feed.json', content: text },
    ...build.filter(({ path }) => path === 'feed.schema.json' || path === 'LICENSES.txt'),
    { path: 'LICENSE.txt', content: licence },
    ...calendarFiles(text, feed, base),
    newsFile(feed, base),
    ...pageFiles({ feed, base }, text, {
      integrity: integrityOf(bytesOf(bundle)),
      build: new Set(build.map(({ path }) => path)),
      rendered: prerendered?.firstPages,
    }),
  ];
  // What a feed names never takes the place of a file of ours, nor of a page.
  const names = new Set(own.map(({ path }) => path.split('/')[0]));
  return [...own, ...beside.filter(({ path }) => !names.has(path.split('/')[0]))];
}
