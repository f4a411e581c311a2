/**
 * A page with one widget between two lines of text, its feed, and what takes sign-ups. The clock of the page stands at
 * the same day in every run, so that what is said of dates stays the same.
 */
import { createServer, type ServerResponse } from 'node:http';
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { findFile, sendFile } from '../hosts/static-files.js';
import { json } from '../support/node/stand-in.js';
import type { Handler } from '../hosts/server.js';
import type { Language } from './reader/browsers.js';

export interface SpokenPage {
  readonly lang: Language;
  /** The markup of the widget; its feed is `feed.json`. */
  readonly widget: string;
  readonly feed: unknown;
  /** Answers requests to `signups`. */
  readonly receiver?: Handler;
}

export interface SpokenSite {
  readonly url: string;
  /** Settles when the page has asked for the feed. */
  readonly opened: Promise<unknown>;
  /** Gives the page another feed. Settles when it has asked for it. */
  refresh(feed: unknown): Promise<unknown>;
  close(): void;
}

const FOLDERS = { dist: resolve('dist'), images: resolve('stories/feeds/images') };
const NOW = '2026-11-29T10:00:00+01:00';

export const TEXTS = {
  nl: {
    title: 'Testpagina',
    above: 'Dit is de tekst boven de widget.',
    below: 'Dit is de tekst onder de widget.',
  },
  en: {
    title: 'Test page',
    above: 'This is the text above the widget.',
    below: 'This is the text below the widget.',
  },
} as const;

export async function startSite(page: SpokenPage): Promise<SpokenSite> {
  let feed = page.feed;
  const requests = new EventEmitter();
  const refuse = (response: ServerResponse) => void response.writeHead(404).end();
  const answer: Handler = async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/') return sendPage(response, page);
    if (pathname === '/feed.json') {
      json(response, 200, feed);
      return requests.emit('feed');
    }
    if (pathname === '/signups' && page.receiver) return page.receiver(request, response);
    const [, folder, rest = ''] = /^\/(dist|images)\/(.*)$/.exec(pathname) ?? [];
    const file = folder && (await findFile(FOLDERS[folder as keyof typeof FOLDERS], rest));
    return file ? sendFile(request, response, file, {}) : refuse(response);
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    opened: once(requests, 'feed'),
    refresh(next) {
      feed = next;
      return once(requests, 'feed');
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function sendPage(response: ServerResponse, { lang, widget }: SpokenPage): void {
  const { title, above, below } = TEXTS[lang];
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html>
<html lang="${lang}">
  <meta charset="utf-8">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/dist/ceal-widgets.css">
  <script>
    const ahead = new Date('${NOW}') - Date.now();
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...parts) {
        super(...(parts.length > 0 ? parts : [Date.now()]));
      }
      static now() {
        return RealDate.now() + ahead;
      }
    };
  </script>
  <script type="module" src="/dist/ceal-widgets.js"></script>
  <main>
    <h1>${title}</h1>
    <p>${above}</p>
    ${widget}
    <p>${below}</p>
  </main>
</html>
`);
}
