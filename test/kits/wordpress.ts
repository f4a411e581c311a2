/** A real WordPress with the plugin in it: PHP's own server, and SQLite in the place of MySQL. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startServer } from '../support/node/web-server.js';

const BUILDS = resolve('test/kits/node_modules/@wp-playground/wordpress-builds');
const PLUGIN = resolve('dist/kits/wordpress/ceal-widgets');

/** The versions of WordPress that are tried: the oldest that the plugin takes, and the newest there is. */
export const VERSIONS = ['wp-6.5', 'wp-nightly'] as const;

export type Role = 'administrator' | 'author';
/** Of both users, whose names are their roles. */
export const PASSWORD = 'example-password';

export interface WordPress {
  readonly url: string;
  /** Runs PHP in the WordPress. @returns what it prints */
  php(code: string): string;
  /** Publishes a post as somebody of a role: an author may not write unfiltered HTML. @returns its address */
  publish(content: string, role?: Role): string;
  stop(): Promise<void>;
}

/**
 * Installs a version of WordPress and starts it, with `feed.json` at the root of the server.
 * @param path The path under which it stands: empty, or as `/blog`.
 */
export async function startWordPress(version: (typeof VERSIONS)[number], path = ''): Promise<WordPress> {
  let root = '';
  let contentFile = '';
  const run = (code: string) =>
    execFileSync('php', ['-d', 'sendmail_path=/bin/true', '-r', code], { cwd: root, encoding: 'utf8' });
  const php = (code: string) => run(`require 'wp-load.php'; ${code}`);
  const server = await startServer({
    command: 'php',
    version: '--version',
    configure: ({ folder, port, write }) => {
      root = join(folder, path);
      mkdirSync(root, { recursive: true });
      cpSync('stories/feeds/overvecht.json', join(folder, 'feed.json'));
      contentFile = write('content.html', '');
      copyWordPress(version, root);
      writeFileSync(join(root, 'wp-config.php'), configOf(`http://127.0.0.1:${port}${path}`));
      run(`define('WP_INSTALLING', true);
        require 'wp-load.php';
        require 'wp-admin/includes/upgrade.php';
        wp_install('Voorbeeld', 'administrator', 'administrator@example.org', true, '', '${PASSWORD}');`);
      php(`require 'wp-admin/includes/plugin.php';
        $error = activate_plugin('ceal-widgets/ceal-widgets.php');
        if ($error) throw new Exception($error->get_error_message());
        wp_insert_user(['user_login' => 'author', 'user_pass' => '${PASSWORD}', 'role' => 'author']);`);
      return { args: ['-S', `127.0.0.1:${port}`, '-t', folder] };
    },
  });
  return {
    url: server.url + path,
    php,
    publish(content, role = 'administrator') {
      writeFileSync(contentFile, content);
      return php(`wp_set_current_user(get_user_by('login', '${role}')->ID);
        kses_init();
        $content = file_get_contents('${contentFile}');
        echo get_permalink(wp_insert_post(wp_slash([
          'post_title' => 'Voorbeeld', 'post_content' => $content, 'post_status' => 'publish',
        ])));`);
    },
    stop: () => server.stop(),
  };
}

/** The code of WordPress, whose scripts are in a folder of their own, with SQLite's plugin and ours. */
function copyWordPress(version: string, root: string): void {
  const unzip = (file: string, to: string) => execFileSync('unzip', ['-oq', join(BUILDS, file), '-d', to]);
  unzip(`src/wordpress/${version}.zip`, root);
  cpSync(join(BUILDS, 'public', version), root, { recursive: true });
  // A site that is installed already, with a user of its own.
  rmSync(join(root, 'wp-content/database'), { recursive: true, force: true });
  const plugins = join(root, 'wp-content/plugins');
  const sqlite = join(plugins, 'sqlite-database-integration');
  unzip('src/sqlite-database-integration/sqlite-database-integration.zip', plugins);
  renameSync(`${sqlite}-main`, sqlite);
  cpSync(join(sqlite, 'db.copy'), join(root, 'wp-content/db.php'));
  cpSync(PLUGIN, join(plugins, 'ceal-widgets'), { recursive: true });
}

const KEYS = ['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY'];
const SALTS = KEYS.map((key) => key.replace('KEY', 'SALT'));

/** A configuration with which WordPress asks nobody outside. */
function configOf(url: string): string {
  const constants: Readonly<Record<string, string | boolean>> = {
    ...Object.fromEntries(['DB_NAME', 'DB_USER', 'DB_PASSWORD', 'DB_HOST'].map((name) => [name, 'example'])),
    ...Object.fromEntries([...KEYS, ...SALTS].map((name) => [name, 'example'])),
    DB_CHARSET: 'utf8',
    DB_COLLATE: '',
    WP_HOME: url,
    WP_SITEURL: url,
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    WP_DEBUG: true,
  };
  const lines = Object.entries(constants).map(([name, value]) => `define('${name}', ${literal(value)});`);
  return `<?php
${lines.join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

const literal = (value: string | boolean) => (typeof value === 'boolean' ? String(value) : `'${value}'`);
