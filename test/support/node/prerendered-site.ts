/** A site with prerendered widgets, for the end-to-end tests: its pages, its files under a strict policy, and its feed. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PrerenderModule, PrerenderOptions } from '../../../src/prerender/options.js';
import { STRICT_POLICY } from '../../hosts/pages.js';
import { findFile, sendFile } from '../../hosts/static-files.js';

/** The moment at which the pages of the tests are rendered. */
export const NOW = Date.parse('2026-11-30T12:00:00+01:00');
export const SAMPLE_FEED = readFileSync('stories/feeds/overvecht.json', 'utf8');

const { href } = new URL('../../../src/prerender/prerender.js', import.meta.url);
/** The function under test; its module is compiled with the types of browsers. */
export const { prerender } = (await import(href)) as PrerenderModule;

/** Where the scripts and the styles of the widgets stand. */
export const FILES = '/ceal-widgets/';
/** Beside its pictures. */
const FEEDS = '/feeds/';
const FEED_PATH = `${FEEDS}feed.json`;
/** What is in the site beside its page. */
const FOLDERS: Readonly<Record<string, string>> = {
  [FILES]: resolve('dist'),
  [FEEDS]: resolve('stories/feeds'),
};
const FIRST_PATH = '/first.js';
const LOADER = `<script type="module" src="${FILES}ceal-widgets.js"></script>`;

/** The answer to a request for the feed; `undefined` keeps whoever asks waiting. */
export interface FeedAnswer {
  readonly status?: number;
  readonly text: string;
}

/** A prerendered widget of the sample feed, as a page has it. */
export const widgetOf = (
  widget: string,
  { feed = SAMPLE_FEED, ...options }: Partial<PrerenderOptions> & { readonly feed?: string } = {},
): Promise<string> =>
  prerender(feed, {
    widget,
    now: NOW,
    files: FILES,
    ...options,
    attributes: { src: FEED_PATH, ...options.attributes },
  });

const pageOf = (content: string) => `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><title>Wijk</title>
<script src="${FIRST_PATH}"></script>
<link rel="stylesheet" href="${FILES}ceal-widgets.css">${LOADER}</head>
<body><p>Vooraf.</p>
${content}
<p id="after">Wat erna komt.</p></body>
</html>`;

/** Time between two packets of a page, in which a browser draws what it has. */
const PACKET_INTERVAL_MS = 20;

async function sendInPackets(response: ServerResponse, page: Buffer, packetBytes: number): Promise<void> {
  for (let start = 0; start < page.length; start += packetBytes) {
    response.write(page.subarray(start, start + packetBytes));
    if (start + packetBytes < page.length) await wait(PACKET_INTERVAL_MS);
  }
  response.end();
}

export interface PrerenderedSite {
  readonly url: string;
  /** Puts content into the page. */
  show(content: string): void;
  /** Sets the answer to every request for the feed, also to those that wait. */
  answer(answer: FeedAnswer | undefined): void;
  /** The policy of the page. */
  policy: string;
  /** Bytes of the page that come at a time, as over a slow line; all at once by default. */
  packetBytes: number;
  /** Part of the names of files that are not found; none for none. */
  missing: string | undefined;
  close(): void;
}

/**
 * Opens the site. Nothing answers requests for the feed until a test says what. `first`: runs in the page before all else.
 */
export async function openPrerenderedSite(first: () => void): Promise<PrerenderedSite> {
  let content = '';
  let answer: FeedAnswer | undefined;
  let waiting: ServerResponse[] = [];
  const site = { policy: STRICT_POLICY, packetBytes: Infinity, missing: undefined as string | undefined };
  const sendFeed = (response: ServerResponse) => {
    if (!answer) return void waiting.push(response);
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json; charset=utf-8' });
    response.end(answer.text);
  };
  const server = createServer((request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    if (path === FEED_PATH) return sendFeed(response);
    if (path === FIRST_PATH) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      return void response.end(`(${String(first)})()`);
    }
    if (site.missing && path.includes(site.missing)) return void response.writeHead(404).end();
    const [folder] = Object.keys(FOLDERS).filter((start) => path.startsWith(start));
    if (folder)
      return void findFile(FOLDERS[folder]!, path.slice(folder.length)).then(async (file) => {
        if (file) await sendFile(request, response, file, {});
        else response.writeHead(404).end();
      });
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': site.policy,
    });
    void sendInPackets(response, Buffer.from(pageOf(content)), site.packetBytes);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(site, {
    url: `http://127.0.0.1:${port}/`,
    show: (next: string) => void (content = next),
    answer: (next: FeedAnswer | undefined) => {
      answer = next;
      if (next) waiting.splice(0).forEach(sendFeed);
      else waiting = [];
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
}
