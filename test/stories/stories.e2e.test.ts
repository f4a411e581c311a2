/**
 * Every story of the built Storybook in a browser: it settles, says nothing in the console, asks nothing of another
 * server, axe finds nothing, and what it shows is valid HTML. The findings of axe are those of the accessibility panel, so
 * that a designer sees the same.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { findFile, sendFile } from '../hosts/static-files.js';
import { launch, type Seen } from '../support/node/browser.js';
import { invalidIn } from '../support/node/markup.js';
import { Preview } from './preview.js';

const FOLDER = 'storybook-static';
/** The names of these files change with what is in them, so that the browser keeps what it has compiled of them. */
const UNCHANGING = { 'cache-control': 'max-age=31536000, immutable' };

/** An entry of Storybook's index, as far as it is read here. */
interface IndexEntry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
  readonly tags: readonly string[];
}

const { entries } = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8')) as {
  readonly entries: Readonly<Record<string, IndexEntry>>;
};
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const pages = Object.values(entries).filter(({ type }) => type === 'docs');

/** Pages at once: half of what a story does is wait. */
const PAGES = 2;
const free: Preview[] = [];
let server: Server;
let browser: Browser;

before(async () => {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = await findFile(FOLDER, pathname.slice(1));
    if (file) await sendFile(request, response, file, pathname.startsWith('/assets/') ? UNCHANGING : {});
    // Browsers ask for it by themselves.
    else response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
  };
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  // Pages that were left would be kept, each in a process of its own that begins anew.
  browser = await launch({ args: ['--disable-back-forward-cache'] });
  for (let n = 0; n < PAGES; n++) free.push(await Preview.open(browser, address));
});

after(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

/** Runs `look` with a free page; with one that has loaded the stories of the widget, if there is one. */
async function withPreview(widget: string, look: (preview: Preview) => Promise<void>): Promise<void> {
  const index = free.findIndex((preview) => preview.has(widget));
  const [preview] = free.splice(Math.max(index, 0), 1);
  try {
    await look(preview!);
  } finally {
    free.push(preview!);
  }
}

/** The line to whoever keeps a feed in which something does not fit: it may come when the next story is there. */
const KEEPER_LINE = /^warn: \[ceal-widgets\] .* put the attribute "debug" on a widget\.$/;

/** Messages and requests that should not be there. A feed that fails is told to whoever keeps the site. */
const amiss = (seen: Seen, { hints }: { readonly hints: boolean }): string[] => {
  const said = seen.console.filter(
    (line) => !KEEPER_LINE.test(line) && !(hints && /^warn: \[ceal-widgets\]/.test(line)),
  );
  return [...said, ...seen.errors, ...seen.failed, ...seen.foreign];
};

/** The widget, or another part of the Storybook, that a title begins with. */
const widgetOf = (title: string): string => title.split('/', 2).join('/');

describe('the stories', { concurrency: PAGES }, () => {
  for (const { id, title, name, tags } of stories)
    it(`${title}, ${name}`, () =>
      withPreview(widgetOf(title), async (preview) => {
        const result = await preview.showStory(widgetOf(title), id);
        assert.deepEqual(result.findings, []);
        assert.equal(result.status, 'success');
        assert.deepEqual(result.checks, ['a11y']);
        for (const tree of result.trees) assert.deepEqual(await invalidIn(tree), []);
        assert.deepEqual(amiss(preview.seen, { hints: tags.includes('hints') }), []);
      }));
});

describe('the documentation', { concurrency: PAGES }, () => {
  for (const { id, title } of pages)
    it(title, () =>
      withPreview(widgetOf(title), async (preview) => {
        assert.ok((await preview.showDocs(id)).length > 100);
        assert.deepEqual(amiss(preview.seen, { hints: true }), []);
      }),
    );
});
