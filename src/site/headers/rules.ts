/** The headers of a site: the one list that the file for each kind of server is written from. */
import { framePolicy, type FramePolicyOptions } from '../../embed/frame/files/policy.js';
import { isExactVersion, isVersionFolder, MOVING_VERSION } from '../versions.js';
import { TYPES_BY_NAME } from './types.js';

export type Headers = Readonly<Record<string, string>>;

/** A file or a whole folder, by its path from the site's folder, and the headers of what is there. */
export interface HeaderRule {
  readonly path: string;
  readonly isFolder: boolean;
  readonly headers: Headers;
  /** A line for whoever runs the site, where a header is for them to decide. */
  readonly comment?: string;
}

/** The headers of every file: pages of other sites may load, measure and embed it, and nobody guesses its type. */
export const COMMON_HEADERS: Headers = {
  'Access-Control-Allow-Origin': '*',
  'Timing-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** What never changes under its name. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** A script that moves along with versions: an hour, and an old one where the server does not answer. */
const MOVING = 'public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800';
/** What an editor changes: five minutes. */
const EDITED = 'public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400';

/** The policy of the pages of the site. They say it in themselves too, for servers that do not read our settings. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https:; connect-src 'self'; base-uri 'none'; form-action 'self'";

/** The folder of the frames in that of a version. */
const FRAMES = 'embed';

/**
 * The rule of the frames. They say their policy in themselves too, but for who may show them: that is for a header alone,
 * and for whoever runs the site.
 */
const framesRule = (policy: FramePolicyOptions): Pick<HeaderRule, 'headers' | 'comment'> => ({
  headers: {
    'Cache-Control': EDITED,
    'Content-Security-Policy': framePolicy(policy),
  },
  comment: `Who may show these pages in a frame: ${policy.ancestors?.join(' ') ?? 'anybody'}. --frame-ancestors says who.`,
});

/** Names that can stand in the settings of every server without quotes. Others have the headers of every file alone. */
const isPlainName = (name: string): boolean => /^[\w-][\w.-]*$/.test(name);

/**
 * The rules for the files of a site. No two of them are for one file: some servers would send both.
 * @param policy What the policy of the frames says beside what it always does.
 */
export function headerRules(
  paths: readonly string[],
  policy: FramePolicyOptions = {},
): readonly HeaderRule[] {
  const rules = entriesOf(paths).flatMap(({ name, isFolder, inside }): readonly HeaderRule[] => {
    if (isFolder && isVersionFolder(name)) return versionRules(name, inside, policy);
    const isPage = isFolder ? inside.some((path) => path.endsWith('.html')) : name.endsWith('.html');
    const type = TYPES_BY_NAME[name];
    return [
      {
        path: name,
        isFolder,
        headers: {
          'Cache-Control': EDITED,
          ...(isPage && { 'Content-Security-Policy': PAGE_POLICY }),
          ...(type && { 'Content-Type': type }),
        },
      },
    ];
  });
  return rules.filter(({ path }) => path.split('/').every(isPlainName));
}

function versionRules(
  version: string,
  paths: readonly string[],
  { ancestors, connect }: FramePolicyOptions,
): readonly HeaderRule[] {
  const entries = entriesOf(paths);
  const isExact = isExactVersion(version);
  const ruleOf = (name: string) => {
    // Pages of an exact version stay as they were built, and so does the policy in them.
    if (name === FRAMES) return framesRule({ ancestors, ...(version === MOVING_VERSION && { connect }) });
    return { headers: { 'Cache-Control': isExact || name === 'chunks' ? FOR_EVER : MOVING } };
  };
  if (isExact && !entries.some(({ name }) => name === FRAMES))
    return [{ path: version, isFolder: true, ...ruleOf('') }];
  return entries.map(({ name, isFolder }) => ({ path: `${version}/${name}`, isFolder, ...ruleOf(name) }));
}

/** A file or folder, and the paths inside it. */
interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly inside: readonly string[];
}

/** What lies at the top of some paths. */
function entriesOf(paths: readonly string[]): readonly Entry[] {
  const entries = new Map<string, string[]>();
  for (const path of paths) {
    const [name = '', ...rest] = path.split('/');
    const inside = entries.get(name) ?? [];
    if (rest.length > 0) inside.push(rest.join('/'));
    entries.set(name, inside);
  }
  return [...entries]
    .map(([name, inside]) => ({ name, isFolder: inside.length > 0, inside }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
