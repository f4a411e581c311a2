import type { SiteFile } from '../site-file.js';
import { apacheSettings } from './apache.js';
import { caddySettings } from './caddy.js';
import { netlifyHeaders } from './netlify.js';
import { nginxSettings } from './nginx.js';
import type { HeaderRule } from './rules.js';

/**
 * The settings of each kind of server for a site.
 * @param rules The headers of its files.
 * @param base The address of its folder, where it is known; else that of a whole site.
 */
export function headerFiles(rules: readonly HeaderRule[], base: string | undefined): readonly SiteFile[] {
  const path = base === undefined ? '/' : new URL(base).pathname;
  return [
    { path: '_headers', content: netlifyHeaders(rules, path) },
    { path: '.htaccess', content: apacheSettings(rules, path) },
    { path: 'nginx.conf', content: nginxSettings(rules, path) },
    { path: 'Caddyfile', content: caddySettings(rules, path, base) },
  ];
}
