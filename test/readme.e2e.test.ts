/**
 * The pages of the documentation keep their word: every snippet is pasted into a page, under the policy that they name,
 * and shows the sample feed in a real browser. The addresses of sites that they name are that of the server below.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import vue from '@vitejs/plugin-vue';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Browser, ElementHandle, Frame, HTTPRequest, Page } from 'puppeteer-core';
import { build, type Rollup } from 'vite';
import { PAGES } from '#tools/docs/pages.mjs';
import type {} from '../src/enterprise-gallery/enterprise-gallery.js';
import { framePolicy } from '../src/embed/frame/files/policy.js';
import type { FeedIssue } from '../src/feed/issues.js';
import { findFile, sendBody, sendFile } from './hosts/static-files.js';
import { launch, openPage } from './support/node/browser.js';
import { prerender } from './support/node/prerendered-site.js';

const SITES = /https:\/\/(?:YOUR-SITE|(?:www|signups)\.example\.org)\//g;
const FEED = JSON.parse(readFileSync('stories/feeds/overvecht.json', 'utf8')) as {
  readonly sessions: readonly { readonly start?: string }[];
  readonly enterprises: readonly { readonly id: string }[];
};
const INTEGRITY = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Readonly<Record<string, string>>;
/** The snippets of every page, those of README.md first. */
const BLOCKS = PAGES.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/^( *)```(\w+)\n([^]*?)^\1```$/gm)].map(
    ([, , language = '', code = '']) => ({ page, language, code }),
  ),
);
const snippets = (language: string): string[] =>
  BLOCKS.filter((block) => block.language === language).map(({ code }) => code);

/** The first snippet in a language, or the first that contains a text; an error where there is none. */
function snippet(language: string, text = ''): string {
  const found = snippets(language).find((code) => code.includes(text));
  assert.ok(found, `${language} ${text}`);
  return found;
}

/** The policy of a page with widgets; that of a page in a frame says only who may show it. */
const POLICY = snippet('http', 'script-src')
  .trim()
  .replace(/^Content-Security-Policy: /, '');

let server: Server;
let browser: Browser;
let address: string;
/** Path → HTML of a page. */
const pages = new Map<string, string>();
/** Path → a script or a style sheet. */
const files = new Map<string, string>();

before(async () => {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const html = pages.get(pathname);
    const text = files.get(pathname);
    const policy = html?.includes('<iframe') ? `${POLICY}; frame-src 'self'` : POLICY;
    const send = (body: string, type: string) =>
      sendBody(request, response, Buffer.from(body), {
        'content-type': type,
        'content-security-policy': policy,
      });
    if (html !== undefined) return send(html, 'text/html; charset=utf-8');
    if (pathname === '/availability') return send('{"editions":[]}', 'application/json');
    if (text !== undefined)
      return send(text, `text/${pathname.endsWith('.css') ? 'css' : 'javascript'}; charset=utf-8`);
    const [, path] = /^\/ceal-widgets\/(.+)$/.exec(pathname) ?? [];
    const file =
      path === 'feed.json'
        ? 'stories/feeds/overvecht.json'
        : path && ((await findFile('dist', path)) ?? (await findFile('stories/feeds', path)));
    if (file) return sendFile(request, response, file);
    return response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  };
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

/** The line that stands once on a page; snippets further on leave it out. */
const [LOADER] = /^<script type="module".*$/m.exec(snippet('html')) ?? [''];

/** What a server puts in the place of an include, by its path. */
const included = new Map<string, string>();
const INCLUDE = /<!--#include virtual="([^"]+)" -->/;

/** A page of a partner, with a snippet in it. */
function put(path: string, markup: string, head = ''): void {
  const isWidget = /<ceal-|data-ceal-widget/.test(markup);
  const whole = isWidget && !/<script[^>]* src=/.test(markup) ? LOADER + markup : markup;
  const body = whole
    .replace(INCLUDE, (_, path: string) => included.get(path) ?? '')
    .replace(SITES, address)
    .replace('sha384-…', INTEGRITY['ceal-widgets.bundle.js'] ?? '');
  pages.set(
    path,
    `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Wijk</title>${head}</head><body>${body}</body></html>`,
  );
}

async function open(path: string) {
  const { page, seen } = await openPage(browser, address + path.slice(1));
  return { page, seen, amiss: () => [...seen.errors, ...seen.failed, ...seen.foreign, ...seen.violations] };
}

/**
 * Runs in a page: how much each of its widgets shows, once all of them show what they should: cards in a gallery, links
 * and buttons anywhere else. A widget may stand in the shadow root of a placeholder.
 */
function contents(): number[] | false {
  const placeholders = [...document.querySelectorAll('[data-ceal-widget]')];
  if (!placeholders.every(({ shadowRoot }) => shadowRoot?.firstElementChild)) return false;
  const counts = [document, ...placeholders.map(({ shadowRoot }) => shadowRoot!)]
    .flatMap((root) => [...root.querySelectorAll('*')])
    .filter(({ localName }) => localName.startsWith('ceal-') && !/-(feed|announcer)$/.test(localName))
    .map(({ localName, shadowRoot }) => {
      if (shadowRoot?.querySelector('[part~="root"]')?.ariaBusy !== 'false') return 0;
      if (shadowRoot.querySelector('[part~="state"]')) return 0;
      const what = localName === 'ceal-enterprise-gallery' ? '[part~="card"]' : 'a[href], button';
      return shadowRoot.querySelectorAll(what).length;
    });
  return counts.length > 0 && counts.every(Boolean) && counts;
}

const shown = async (frame: Page | Frame) =>
  (await frame.waitForFunction(contents, { timeout: 15_000 })).jsonValue();

describe('the snippets of the pages', () => {
  it('are there', () => {
    for (const language of ['html', 'css', 'http', 'json', 'js', 'jsx', 'vue', 'svelte', 'astro', 'sh'])
      assert.ok(snippets(language).length > 0, language);
  });

  for (const [index, { page: source, code }] of BLOCKS.filter(
    ({ language }) => language === 'html',
  ).entries())
    it(`html, number ${index + 1}, of ${source}`, async () => {
      included.set('/ceal-widgets/gallery.html', await prerenderedGallery());
      put('/page.html', code);
      const { page, seen, amiss } = await open('/page.html');
      await shown(code.includes('<iframe') ? page.frames().at(-1)! : page);
      // A frame with our script follows what is in it.
      await page.waitForFunction(
        (given) =>
          [...document.querySelectorAll<HTMLIFrameElement>('[data-ceal-frame]')].every(
            ({ height }) => height !== given,
          ),
        { timeout: 15_000 },
        / height="(\d+)"/.exec(code)?.[1],
      );
      assert.deepEqual([...amiss(), ...seen.console], []);
      await page.browserContext().close();
    });

  it('css', async () => {
    files.set('/site.css', snippets('css').join('\n'));
    put(
      '/page.html',
      `<div class="my-site">${snippet('html')}</div>`,
      '<link rel="stylesheet" href="/site.css">',
    );
    const { page, seen, amiss } = await open('/page.html');
    await shown(page);
    const looks = await page.$eval('ceal-enterprise-gallery', ({ shadowRoot }) => {
      const styleOf = (part: string) => getComputedStyle(shadowRoot!.querySelector(`[part~="${part}"]`)!);
      return { corner: styleOf('button').borderRadius, name: styleOf('name').letterSpacing };
    });
    assert.equal(looks.corner, '0px');
    assert.match(looks.name, /^0\.\d+px$/);
    assert.deepEqual([...amiss(), ...seen.console], []);
  });

  it('json: a feed without a fault, for the schema and for a widget', async () => {
    const text = snippet('json');
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const fits = ajv.compile(JSON.parse(readFileSync('dist/feed.schema.json', 'utf8')));
    assert.ok(fits(JSON.parse(text)), JSON.stringify(fits.errors));
    put('/page.html', snippet('html').replace(/src="[^"]*feed.json"/, 'debug'));
    const { page, seen, amiss } = await open('/page.html');
    const issues = await page.evaluate(async (feed) => {
      await customElements.whenDefined('ceal-enterprise-gallery');
      const gallery = document.querySelector('ceal-enterprise-gallery')!;
      const found: FeedIssue[] = [];
      gallery.addEventListener('ceal-feed-issues', (event) => found.push(...event.issues));
      gallery.data = feed;
      await gallery.updateComplete;
      return found;
    }, text);
    assert.deepEqual(issues, []);
    assert.deepEqual(await shown(page), [1]);
    assert.deepEqual([...amiss(), ...seen.console], []);
  });

  it('js: a calendar to subscribe to, made in Node', () => {
    inFolder('out/readme-calendar', (folder) => {
      writeFileSync(`${folder}/feed.json`, JSON.stringify(FEED));
      runIn(folder, snippet('js', 'feedCalendar'));
      const made = readFileSync(`${folder}/programme.ics`, 'utf8');
      const known = FEED.sessions.filter(({ start }) => /^\d{4}-\d{2}-\d{2}/.test(start ?? ''));
      assert.equal(made.match(/^BEGIN:VEVENT/gm)?.length, known.length);
    });
  });

  it('js: a widget as HTML, made in Node', () => {
    inFolder('out/readme-prerender', (folder) => {
      writeFileSync(`${folder}/feed.json`, JSON.stringify(FEED));
      assert.deepEqual(runIn(folder, snippet('js', 'ceal-widgets/prerender')), { status: 0, stderr: '' });
      const made = readFileSync(`${folder}/gallery.html`, 'utf8');
      assert.match(made, /^<ceal-enterprise-gallery [^>]*>\n<template shadowrootmode="open">/);
      assert.equal(made.match(/ part="card/g)?.length, 12);
    });
  });

  it('js: elements under a prefix of their own', async () => {
    files.set('/app.js', await bundled('prefix', { 'main.js': snippet('js', 'ceal-widgets/define') }));
    put(
      '/page.html',
      '<wijk-feed src="/ceal-widgets/feed.json"><wijk-enterprise-gallery></wijk-enterprise-gallery></wijk-feed><script type="module" src="/app.js"></script>',
    );
    const { page, seen, amiss } = await open('/page.html');
    await page.waitForFunction(() =>
      document.querySelector('wijk-enterprise-gallery')?.shadowRoot?.querySelector('[part~="card"]'),
    );
    assert.deepEqual([...amiss(), ...seen.console], []);
  });

  it('json and http: what a frame may show, and who may show it', () => {
    const allowed: unknown = JSON.parse(snippet('json', '"forms": ["'));
    assert.deepEqual(allowed, JSON.parse(readFileSync('dist/embed/allowed.json', 'utf8')));
    const policy = snippet('http', 'frame-ancestors').trim();
    const ancestors = policy.replace(/^Content-Security-Policy: frame-ancestors /, '').split(' ');
    assert.ok(framePolicy({ ancestors }).endsWith(`frame-ancestors ${ancestors.join(' ')}`), policy);
  });

  it('js: a feed that is checked in Node', () => {
    inFolder('out/readme-check', (folder) => {
      const check = (feed: string) => {
        writeFileSync(`${folder}/feed.json`, feed);
        return runIn(folder, snippet('js', 'parseFeed'));
      };
      assert.deepEqual(check(snippet('json')), { status: 0, stderr: '' });
      const misspelt = check(snippet('json').replace('"tagline"', '"taglin"'));
      assert.equal(misspelt.status, 0);
      assert.match(misspelt.stderr, /^\/enterprises\/0\/taglin /m);
      assert.notEqual(check('{ "version": ').status, 0);
    });
  });

  it('js: a page that sends sign-ups itself', async () => {
    files.set('/own.js', snippet('js', 'respondWith'));
    put('/page.html', snippet('html', '<ceal-signup-form'), '<script type="module" src="/own.js"></script>');
    const { page, amiss } = await open('/page.html');
    await shown(page);
    const sent: [path: string, name: string][] = [];
    await page.setRequestInterception(true);
    const answer = (request: HTTPRequest) => {
      if (request.method() !== 'POST') return request.continue();
      sent.push([
        new URL(request.url()).pathname,
        (JSON.parse(request.postData() ?? '') as { name: string }).name,
      ]);
      return request.respond({
        status: 201,
        contentType: 'application/json',
        body: '{"reference":"README-1"}',
      });
    };
    page.on('request', (request) => void answer(request));
    const part = async (selector: string): Promise<ElementHandle> => {
      const found = await page.$(`ceal-signup-form >>> ${selector}`);
      assert.ok(found, selector);
      return found;
    };
    await (await part('[name=name]')).type('Noor');
    await (await part('[name=email]')).type('noor@example.org');
    for (const name of ['roles', 'oldEnough']) await (await part(`[name=${name}]`)).click();
    await (await part('[part~=send]')).click();
    await page.waitForFunction(() =>
      document.querySelector('ceal-signup-form')?.shadowRoot?.textContent.includes('README-1'),
    );
    assert.deepEqual(sent, [['/your/own/way', 'Noor']]);
    assert.deepEqual(amiss(), []);
    await page.browserContext().close();
  });

  const FRAMEWORKS = {
    jsx: {
      file: 'Enterprises.jsx',
      main: `import { createRoot } from 'react-dom/client';
import { createElement } from 'react';
import { Enterprises } from './Enterprises.jsx';
createRoot(document.querySelector('#app')).render(createElement(Enterprises));`,
    },
    vue: {
      file: 'Enterprises.vue',
      main: `import { createApp } from 'vue';
import Enterprises from './Enterprises.vue';
createApp(Enterprises).mount('#app');`,
    },
  };

  for (const [language, { file, main }] of Object.entries(FRAMEWORKS))
    it(language, async () => {
      files.set('/app.js', await bundled(language, { [file]: snippet(language), 'main.js': main }));
      put('/page.html', '<div id="app"></div><script type="module" src="/app.js"></script>');
      const { page, seen, amiss } = await open('/page.html');
      await shown(page);
      // Values that are passed as properties rather than attributes arrive all the same.
      const facets = await page.$eval('ceal-enterprise-gallery', (gallery) => gallery.facets);
      assert.deepEqual(
        facets,
        language === 'jsx' ? ['theme', 'status'] : ['theme', 'status', 'edition', 'neighbourhood'],
      );
      await page.$eval('ceal-enterprise-gallery', ({ shadowRoot }) =>
        shadowRoot!.querySelector<HTMLElement>('.name-link')!.click(),
      );
      await page.waitForFunction(() =>
        document.querySelector('ceal-enterprise-gallery')?.shadowRoot?.querySelector('dialog[open]'),
      );
      assert.deepEqual([...amiss(), ...seen.console], [`log: ${FEED.enterprises[0]!.id}`]);
    });
});

/** What `ceal-widgets prerender` makes of the sample feed. */
const prerenderedGallery = () =>
  prerender(JSON.stringify(FEED), {
    widget: 'enterprise-gallery',
    attributes: { src: '/ceal-widgets/feed.json', 'page-size': '12' },
    language: 'nl',
  });

/** Does something in a folder that is there for that alone. */
function inFolder(folder: string, act: (folder: string) => void): void {
  mkdirSync(folder, { recursive: true });
  try {
    act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a module of Node in a folder. */
function runIn(folder: string, code: string) {
  writeFileSync(`${folder}/make.mjs`, code);
  const { status, stderr } = spawnSync(process.execPath, ['make.mjs'], { cwd: folder, encoding: 'utf8' });
  return { status, stderr };
}

/** Builds a small site as its own bundler would, with the package by its name. */
async function bundled(name: string, sources: Readonly<Record<string, string>>): Promise<string> {
  const folder = resolve(`out/readme-${name}`);
  mkdirSync(folder, { recursive: true });
  try {
    for (const [file, text] of Object.entries(sources)) writeFileSync(`${folder}/${file}`, text);
    const isCustomElement = (tag: string) => tag.startsWith('ceal-');
    const built = (await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
      build: {
        write: false,
        rollupOptions: { input: `${folder}/main.js`, output: { codeSplitting: false } },
      },
    })) as Rollup.RollupOutput;
    return built.output[0].code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
