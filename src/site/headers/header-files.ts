import type { SiteFile } from '../site-file.js';
import { apacheSettings } from './apache.js';
import { caddySettings } from './caddy.js';
import { netlifyHeaders } from './netlify.js';
import { nginxSettings } from './nginx.js';
import { headerRules } from './rules.js';

/**
 * The settings of each kind of server for a site.
 * @param paths The paths of its files. @param base The address of its folder, where it is known; else that of a whole site.
 * @param ancestors Sources that may show the frames; anybody by default.
 */
export function headerFiles(
  paths: readonly string[],
  base: string | undefined,
  ancestors?: readonly string[],
): readonly SiteFile[] {
  const rules = headerRules(paths, ancestors);
  const path = base === undefined ? '/' : new URL(base).pathname;
  return [
    { path: '_headers', content: netlifyHeaders(rules, path) },
    { path: '.htaccess', content: apacheSettings(rules, path) },
    { path: 'nginx.conf', content: nginxSettings(rules, path) },
    { path: 'Caddyfile', content: caddySettings(rules, path, base) },
  ];
}
