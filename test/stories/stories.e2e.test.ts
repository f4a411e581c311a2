/**
 * Every story of the built Storybook in a browser: it settles, says nothing in the console, asks nothing of another
 * server, and axe finds nothing. The findings are those of the accessibility panel, so that a designer sees the same.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { findFile, sendFile } from '../hosts/static-files.js';
import { launch, openPage } from '../support/node/browser.js';

const FOLDER = 'storybook-static';
const { entries } = JSON.parse(readFileSync(`${FOLDER}/index.json`, 'utf8'));
const stories = Object.values(entries).filter(({ type }) => type === 'story');
const pages = Object.values(entries).filter(({ type }) => type === 'docs');

/** Pages that stand ready: what Storybook itself needs is loaded and compiled once in each. */
const PAGES = 2;
const free = [];
let server, browser, address;

before(async () => {
  server = createServer(async (request, response) => {
    const file = await findFile(FOLDER, request.url.split('?')[0].slice(1));
    if (file) await sendFile(request, response, file);
    // Browsers ask for it by themselves.
    else response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${server.address().port}/`;
  browser = await launch();
  for (let n = 0; n < PAGES; n++)
    free.push(
      await openPage(browser, `${address}favicon.svg`, {
        viewport: { width: 1000, height: 800 },
        before: (opened) => opened.evaluateOnNewDocument(listen),
      }),
    );
});

after(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

/** Has a free page show a story or its documentation, while `look` looks at it. */
const show = async (viewMode, id, look) => {
  const { page, seen } = free.pop();
  try {
    for (const list of Object.values(seen)) list.length = 0;
    await page.goto(`${address}iframe.html?viewMode=${viewMode}&id=${id}`, { waitUntil: 'domcontentloaded' });
    await look(page, seen);
  } finally {
    free.push({ page, seen });
  }
};

/** What was said and asked that should not be. A feed that fails is told to whoever keeps the site. */
const amiss = (seen, { hints }) => {
  const said = seen.console.filter((line) => !(hints && /^warn: \[ceal-widgets\]/.test(line)));
  return [...said, ...seen.errors, ...seen.failed, ...seen.foreign];
};

/** Waits until Storybook has played a story and checked it, and gives what it found. */
const finished = (page) =>
  page.waitForFunction(() => globalThis.finishedStory, { timeout: 30_000 }).then((it) => it.jsonValue());

/** Runs in the page, before Storybook does. */
function listen() {
  let channel;
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (given) => {
      channel = given;
      channel.on('storyFinished', ({ status, reporters }) => {
        const findings = reporters.flatMap(({ result }) =>
          (result.violations ?? [{ id: String(result.error), nodes: [] }]).map(
            ({ id, help, nodes }) =>
              `${id}: ${help} ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
          ),
        );
        globalThis.finishedStory = { status, checks: reporters.map(({ type }) => type), findings };
      });
      channel.on('docsRendered', () => (globalThis.renderedDocs = true));
      for (const event of ['storyErrored', 'storyThrewException', 'playFunctionThrewException'])
        channel.on(event, (error) => {
          globalThis.finishedStory ??= {
            status: 'error',
            checks: [],
            findings: [`${error.title ?? ''} ${error.message ?? error.description}`],
          };
        });
    },
  });
}

describe('the stories', { concurrency: PAGES }, () => {
  for (const { id, title, name, tags } of stories)
    it(`${title}, ${name}`, () =>
      show('story', id, async (page, seen) => {
        const result = await finished(page);
        assert.deepEqual(result.findings, []);
        assert.equal(result.status, 'success');
        assert.deepEqual(result.checks, ['a11y']);
        assert.deepEqual(amiss(seen, { hints: tags.includes('hints') }), []);
      }));
});

describe('the documentation', { concurrency: PAGES }, () => {
  for (const { id, title } of pages)
    it(title, () =>
      show('docs', id, async (page, seen) => {
        await page.waitForFunction(() => globalThis.renderedDocs, { timeout: 30_000 });
        assert.ok((await page.$eval('#storybook-docs', (docs) => docs.textContent.trim().length)) > 100);
        assert.deepEqual(amiss(seen, { hints: true }), []);
      }),
    );
});
