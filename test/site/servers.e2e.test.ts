/**
 * A site served by nginx, Apache and Caddy with the settings that are in it: every file with its type and headers,
 * compressed, and a page of another origin that embeds every widget from there.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { framePolicy } from '../../src/embed/frame/files/policy.js';
import { COMMON_HEADERS, PAGE_POLICY } from '../../src/site/headers/rules.js';
import { COMPRESSED_TYPES, TYPES, TYPES_BY_NAME } from '../../src/site/headers/types.js';
import { snippet } from '../../src/site/pages/snippets.js';
import { WIDGETS } from '../../src/site/widgets.js';
import { MOVING_VERSION } from '../../src/site/versions.js';
import { VERSION } from '../../src/version.js';
import { launch, openPage } from '../support/node/browser.js';
import { lacking } from '../support/node/engine.js';
import { needs } from '../support/node/needs.js';
import { ceal } from '../support/node/program.js';
import { contentsOf } from '../support/node/site.js';
import { until } from '../support/node/visit.js';
import { startServer, type RunningServer, type WebServer } from '../support/node/web-server.js';

const SAMPLE = 'stories/feeds/overvecht.json';
/** The site's own settings, which are for the server. */
const SETTINGS = /^(?:_headers|\.htaccess|nginx\.conf|Caddyfile|ceal-site\.json)$/;
/** The height of a frame as it is pasted. */
const START_PX = 900;
/** Files that are smaller need not be compressed. */
const MIN_COMPRESSED_BYTES = 1_024;

/** A site that stands in `root`, at a path. */
interface Place {
  readonly root: string;
  readonly path: string;
}

const siteOf = ({ root, path }: Place) => join(root, path);

const SERVERS: Readonly<Record<string, (place: Place) => WebServer>> = {
  nginx: (place) => ({
    command: '/usr/sbin/nginx',
    version: '-v',
    configure({ folder, port, write }) {
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${folder}/${name};`,
      );
      const main = write(
        'main.conf',
        `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events {} http { access_log off; ${paths.join(' ')}
server { listen 127.0.0.1:${port}; root ${place.root}; include ${siteOf(place)}/nginx.conf; } }`,
      );
      return { args: ['-p', folder, '-e', join(folder, 'error.log'), '-c', main] };
    },
  }),

  Apache: (place) => ({
    command: '/usr/sbin/apache2',
    version: '-v',
    configure({ folder, port, write }) {
      const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate'].map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      );
      const main = write(
        'main.conf',
        `${modules.join('\n')}\nServerName localhost\nListen 127.0.0.1:${port}
DefaultRuntimeDir ${folder}\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\nTypesConfig /dev/null
DocumentRoot ${place.root}\n<Directory ${place.root}>\nAllowOverride FileInfo Indexes Options\nRequire all granted\n</Directory>`,
      );
      return { args: ['-d', folder, '-f', main, '-D', 'FOREGROUND'] };
    },
  }),

  Caddy: (place) => ({
    command: 'caddy',
    version: 'version',
    configure({ port, write }) {
      const main = write('Caddyfile', `{\n\tadmin off\n}\nimport ${siteOf(place)}/Caddyfile\n`);
      return {
        args: ['run', '--config', main, '--adapter', 'caddyfile'],
        env: { CEAL_SITE_ADDRESS: `http://127.0.0.1:${port}`, CEAL_SITE_ROOT: siteOf(place) },
      };
    },
  }),
};

const typeOf = (path: string) => TYPES_BY_NAME[path] ?? TYPES[extname(path).slice(1)];

const cacheOf = (path: string): RegExp => {
  if (/^[\d.]+\/embed\//.test(path)) return /^public, max-age=300, /;
  if (path.startsWith(`${VERSION}/`) || path.startsWith(`${MOVING_VERSION}/chunks/`))
    return /^public, max-age=31536000, immutable$/;
  return path.startsWith(`${MOVING_VERSION}/`) ? /^public, max-age=3600, / : /^public, max-age=300, /;
};

/** The whole folder of the frames has their policy. */
const policyOf = (path: string): string => {
  if (/^[\d.]+\/embed\//.test(path)) return framePolicy();
  return path.endsWith('.html') ? PAGE_POLICY : '';
};

/** Asks for a file and holds what comes against what the site promises. */
async function checkFile(url: string, path: string, bytes: number): Promise<void> {
  const response = await fetch(url + path, { headers: { 'accept-encoding': 'gzip' } });
  await response.arrayBuffer();
  const header = (name: string) => response.headers.get(name) ?? '';
  assert.equal(response.status, 200, path);
  const type = typeOf(path);
  assert.equal(header('content-type').split(';')[0], type, path);
  for (const [name, value] of Object.entries(COMMON_HEADERS))
    assert.equal(header(name), value, `${path}: ${name}`);
  assert.match(header('cache-control'), cacheOf(path), path);
  assert.equal(header('content-security-policy'), policyOf(path), path);
  const mayCompress = COMPRESSED_TYPES.includes(type ?? '') && bytes > MIN_COMPRESSED_BYTES;
  if (mayCompress) assert.equal(header('content-encoding'), 'gzip', path);
}

const everyWidget = (site: string) =>
  WIDGETS.map(
    (widget) => `<ceal-${widget} src="${site}feed.json" endpoint="${site}signups"></ceal-${widget}>`,
  ).join('');

/** A page of a partner, of another origin, that may load nothing but from the site. */
async function servePartner(
  site: string,
  head: string,
  body = everyWidget(site),
): Promise<{ readonly server: Server; readonly url: string }> {
  const { origin } = new URL(site);
  const policy = `default-src 'none'; script-src ${origin}; style-src ${origin}; img-src 'self' ${origin}; connect-src ${origin}; frame-src ${origin}`;
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(isPage ? 200 : 204, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(
      isPage
        ? `<!doctype html><html lang="nl"><head><title>Partner</title>${head}</head><body>${body}</body></html>`
        : undefined,
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

const galleryText = (page: Page) =>
  page.evaluate(() => document.querySelector('ceal-enterprise-gallery')?.shadowRoot?.textContent ?? '');

let browser: Browser;
before(async () => (browser = await launch()));
after(() => browser.close());

for (const [name, serverOf] of Object.entries(SERVERS))
  for (const path of ['/', '/ceal/']) {
    const { command, version } = serverOf({ root: '', path });
    describe(`${name} with a site at ${path}`, needs(command, version), () => {
      const root = mkdtempSync(join(tmpdir(), 'ceal-served-'));
      const place = { root, path };
      let running: RunningServer;
      let url: string;
      const framePage = (query = '') => `${url}${MOVING_VERSION}/embed/enterprise-gallery.html${query}`;
      before(async () => {
        chmodSync(root, 0o755);
        const out = path === '/' ? join(root, 'site') : siteOf(place);
        const { code, output } = await ceal(
          'site',
          ...['--feed', SAMPLE, '--out', out, '--base', `https://widgets.example.org${path}`],
        );
        assert.equal(code, 0, output);
        running = await startServer(serverOf(path === '/' ? { root: out, path } : place));
        url = running.url + path;
      });
      after(async () => {
        await running.stop();
        rmSync(root, { recursive: true, force: true });
      });

      it('sends every file with its type, its headers, each once, and compressed', async () => {
        const out = path === '/' ? join(root, 'site') : siteOf(place);
        const files = [...contentsOf(out)].filter(([file]) => !SETTINGS.test(file));
        assert.ok(files.length > 300);
        for (const [file, text] of files) await checkFile(url, file, text.length);
        const index = await fetch(url);
        assert.equal(await index.text(), readFileSync(join(out, 'index.html'), 'utf8'));
        assert.equal(index.headers.get('content-security-policy'), PAGE_POLICY);
      });

      it('shows the first page under its policy', async () => {
        const { page, seen } = await openPage(browser, url);
        await until(
          () =>
            page.evaluate(() =>
              document
                .querySelector('ceal-enterprise-gallery')
                ?.shadowRoot?.textContent?.includes('Soep van overschot'),
            ),
          'the gallery',
        );
        assert.deepEqual(seen.violations, []);
        assert.deepEqual([...seen.console, ...seen.errors, ...seen.failed], []);
        assert.deepEqual(seen.foreign, []);
        await page.browserContext().close();
      });

      it('lets a page of another origin embed the gallery in a frame that grows, and by a placeholder', async () => {
        const build = new Set(['embed/enterprise-gallery.html', 'ceal-frame.js']);
        const sources = { base: url, integrity: '', build, link: 'Ondernemingen' };
        const codes = (['frame', 'editor'] as const).map((host) =>
          snippet('enterprise-gallery', host, sources),
        );
        const partner = await servePartner(url, '', codes.join(''));
        try {
          const { page, seen } = await openPage(browser, partner.url);
          await until(
            () =>
              page.evaluate(() =>
                document
                  .querySelector('[data-ceal-widget]')
                  ?.shadowRoot?.firstElementChild?.shadowRoot?.textContent?.includes('Soep van overschot'),
              ),
            'the gallery in the placeholder',
          );
          const inner = await until(
            () => page.frames().find((frame) => frame.url().startsWith(url)),
            'the page in the frame',
          );
          await until(async () => {
            const content = await inner.evaluate(() => {
              const isShown = document
                .querySelector('ceal-enterprise-gallery')
                ?.shadowRoot?.querySelector('[aria-busy="false"]');
              return isShown && Math.ceil(document.querySelector('main')!.getBoundingClientRect().height);
            });
            const height = await page.evaluate(() => Number(document.querySelector('iframe')!.height));
            return content != null && height !== START_PX && Math.abs(height - content) <= 2;
          }, 'a frame as high as its cards');
          assert.deepEqual(seen.violations, []);
          assert.deepEqual([...seen.console, ...seen.errors, ...seen.failed], []);
          await page.browserContext().close();
        } finally {
          partner.server.closeAllConnections();
          partner.server.close();
        }
      });

      it('shows cards in a frame without script', { skip: lacking('page without script') }, async () => {
        const { page } = await openPage(browser, framePage(), { javaScript: false });
        assert.match(await galleryText(page), /Soep van overschot/);
        await page.browserContext().close();
      });

      it('takes the language and the feed of a frame from its address', async () => {
        const { page, seen } = await openPage(browser, framePage(`?src=${url}feed.json&lang=en`));
        await until(async () => /Surplus soup/.test(await galleryText(page)), 'the words of the address');
        // Alone in its window the page has no icon, which the browser may ask for.
        assert.deepEqual(seen.violations, []);
        assert.deepEqual(seen.errors, []);
        await page.browserContext().close();
        const other = await openPage(browser, framePage(`?src=${url}news.json`));
        await until(
          async () => !/Soep van overschot/.test(await galleryText(other.page)),
          'no card of the feed of the site',
        );
        await other.page.browserContext().close();
      });

      for (const way of ['loader', 'bundle held to its hash'])
        it(`lets a page of another origin embed every widget, by the ${way}`, async () => {
          const { 'ceal-widgets.bundle.js': hash } = JSON.parse(
            readFileSync('dist/integrity.json', 'utf8'),
          ) as Record<string, string>;
          const head =
            way === 'loader'
              ? `<link rel="stylesheet" href="${url}${MOVING_VERSION}/ceal-widgets.css"><script type="module" src="${url}${MOVING_VERSION}/ceal-widgets.js"></script>`
              : `<script defer src="${url}${VERSION}/ceal-widgets.bundle.js" integrity="${hash}" crossorigin="anonymous"></script>`;
          const partner = await servePartner(url, head);
          try {
            const { page, seen } = await openPage(browser, partner.url);
            for (const [tag, word] of [
              ['ceal-enterprise-gallery', 'Soep van overschot'],
              ['ceal-programme-timeline', 'De eerste groep begint'],
              ['ceal-oasis-guide', 'Kijken'],
              ['ceal-signup-form', 'E-mail'],
            ] as const)
              await until(
                () =>
                  page.evaluate(
                    (one, words) => document.querySelector(one)?.shadowRoot?.textContent?.includes(words),
                    tag,
                    word,
                  ),
                `${word} in ${tag}`,
              );
            assert.deepEqual(seen.violations, []);
            assert.deepEqual([...seen.console, ...seen.errors, ...seen.failed], []);
            await page.browserContext().close();
          } finally {
            partner.server.closeAllConnections();
            partner.server.close();
          }
        });
    });
  }
