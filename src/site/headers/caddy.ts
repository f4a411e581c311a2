import { COMMON_HEADERS, type HeaderRule } from './rules.js';
import { COMPRESSED_TYPES, TYPES, TYPES_BY_NAME } from './types.js';

/**
 * `Caddyfile`: a whole site. It serves the folder in which Caddy is started, or `CEAL_SITE_ROOT`, at `CEAL_SITE_ADDRESS`.
 * @param address The address of the site, where it is known; else every one, at port 8080.
 */
export function caddySettings(rules: readonly HeaderRule[], path: string, address?: string): string {
  const host = address === undefined ? ':8080' : new URL(address).origin;
  const exceptions = Object.keys(TYPES_BY_NAME).map((name) => path + name);
  const types = Object.entries(TYPES).flatMap(([extension, type], index) => [
    `\t@type${index} {\n\t\tpath *.${extension}\n\t\tnot path ${exceptions.join(' ')}\n\t}`,
    `\theader @type${index} Content-Type "${isText(type) ? `${type}; charset=utf-8` : type}"`,
  ]);
  const headers = rules.flatMap((rule, index) => {
    // The address of the folder itself shows the page.
    const isIndex = rule.path === 'index.html';
    const paths = rule.isFolder ? `${path}${rule.path}/*` : `${path}${rule.path}${isIndex ? ` ${path}` : ''}`;
    const lines = Object.entries(rule.headers).map(([name, value]) => `\t\t${name} "${value}"`);
    const comment = rule.comment ? [`\t# ${rule.comment}`] : [];
    return [...comment, `\t@rule${index} path ${paths}`, `\theader @rule${index} {`, ...lines, '\t}'];
  });
  return `# caddy run, in this folder; or import this file in your own Caddyfile.
{$CEAL_SITE_ADDRESS:${host}} {
\t${root(path)}
\tencode zstd gzip {
\t\tmatch {
${COMPRESSED_TYPES.map((type) => `\t\t\theader Content-Type ${type}*`).join('\n')}
\t\t}
\t}
\theader {
${Object.entries(COMMON_HEADERS)
  .map(([name, value]) => `\t\t${name} "${value}"`)
  .join('\n')}
\t}
${[...types, ...headers].join('\n')}
\tfile_server
}
`;
}

/** Below a path of the site the folder holds what comes after it. */
const root = (path: string): string =>
  `root * {$CEAL_SITE_ROOT:.}${path === '/' ? '' : `\n\turi strip_prefix ${path.slice(0, -1)}`}`;

const isText = (type: string): boolean => /^text\/|json|svg/.test(type);
