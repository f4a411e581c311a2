/**
 * Every story of the built Storybook in a browser: it settles, says nothing in the console, asks nothing of another
 * server, and axe finds nothing. The findings are those of the accessibility panel, so that a designer sees the same.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { findFile, sendFile } from '../hosts/static-files.js';
import { launch, openPage, type Seen } from '../support/node/browser.js';

const FOLDER = 'storybook-static';

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

/** Pages that stand ready: what Storybook itself needs is loaded and compiled once in each. */
const PAGES = 2;
const free: { readonly page: Page; readonly seen: Seen }[] = [];
let server: Server;
let browser: Browser;
let address: string;

before(async () => {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = await findFile(FOLDER, pathname.slice(1));
    if (file) await sendFile(request, response, file);
    // Browsers ask for it by themselves.
    else response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
  };
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
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

/** Shows a story or its documentation in a free page, and runs `look` on it. */
const show = async (
  viewMode: 'story' | 'docs',
  id: string,
  look: (page: Page, seen: Seen) => Promise<void>,
): Promise<void> => {
  const { page, seen } = free.pop()!;
  try {
    for (const list of Object.values<unknown[]>({ ...seen })) list.length = 0;
    await page.goto(`${address}iframe.html?viewMode=${viewMode}&id=${id}`, { waitUntil: 'domcontentloaded' });
    await look(page, seen);
  } finally {
    // Requests that leaving breaks off belong to this story, not to the next.
    await page.goto('about:blank');
    free.push({ page, seen });
  }
};

/** Messages and requests that should not be there. A feed that fails is told to whoever keeps the site. */
const amiss = (seen: Seen, { hints }: { readonly hints: boolean }): string[] => {
  const said = seen.console.filter((line) => !(hints && /^warn: \[ceal-widgets\]/.test(line)));
  return [...said, ...seen.errors, ...seen.failed, ...seen.foreign];
};

/** The outcome of a story that was played and checked. */
interface FinishedStory {
  readonly status: string;
  readonly checks: readonly string[];
  readonly findings: readonly string[];
}

/** Global variables of the page, set by `listen`. */
interface Observed {
  finishedStory?: FinishedStory;
  renderedDocs?: boolean;
}

/** Waits until Storybook has played a story and checked it, and gives the outcome. */
async function finished(page: Page): Promise<FinishedStory> {
  const story = await page.waitForFunction(() => (globalThis as Observed).finishedStory, {
    timeout: 30_000,
  });
  return (await story.jsonValue())!;
}

/** A report of the accessibility check, or of what went wrong in it. */
interface Report {
  readonly type: string;
  readonly result: {
    readonly error?: unknown;
    readonly violations?: readonly {
      readonly id: string;
      readonly help?: string;
      readonly nodes: readonly { readonly target: readonly (string | readonly string[])[] }[];
    }[];
  };
}

/** Error of a story, or of the framework around it. */
interface StoryError {
  readonly title?: string;
  readonly message?: string;
  readonly description?: string;
}

/** Storybook's channel, as far as it is listened to here. */
interface Channel {
  on(
    event: 'storyFinished',
    listener: (outcome: { readonly status: string; readonly reporters: readonly Report[] }) => void,
  ): void;
  on(event: 'docsRendered', listener: () => void): void;
  on(
    event: 'storyErrored' | 'storyThrewException' | 'playFunctionThrewException',
    listener: (error: StoryError) => void,
  ): void;
}

/** Runs in the page, before Storybook does. */
function listen() {
  const observed = globalThis as Observed;
  let channel: Channel | undefined;
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set: (created: Channel) => {
      channel = created;
      channel.on('storyFinished', ({ status, reporters }) => {
        const findings = reporters.flatMap(({ result }) =>
          (result.violations ?? [{ id: String(result.error), help: undefined, nodes: [] }]).map(
            ({ id, help, nodes }) =>
              `${id}: ${help} ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
          ),
        );
        observed.finishedStory = { status, checks: reporters.map(({ type }) => type), findings };
      });
      channel.on('docsRendered', () => (observed.renderedDocs = true));
      for (const event of ['storyErrored', 'storyThrewException', 'playFunctionThrewException'] as const)
        channel.on(event, (error) => {
          observed.finishedStory ??= {
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
        await page.waitForFunction(() => (globalThis as Observed).renderedDocs, { timeout: 30_000 });
        assert.ok((await page.$eval('#storybook-docs', (docs) => docs.textContent.trim().length)) > 100);
        assert.deepEqual(amiss(seen, { hints: true }), []);
      }),
    );
});
