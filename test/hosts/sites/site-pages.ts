/** Pages of a site that a file of tests brings along, with the build and the feeds beside them, and a browser. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before } from 'node:test';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';
import { launch, openPage, type PageOptions, type Seen } from '../../support/node/browser.js';
import { json } from '../../support/node/stand-in.js';
import { until } from '../../support/node/visit.js';
import { findFile, sendBody, sendFile } from '../static-files.js';

const FOLDERS: Readonly<Record<string, string>> = {
  dist: resolve('dist'),
  feeds: resolve('stories/feeds'),
};
export const LOADER = '<script type="module" src="/dist/ceal-widgets.js"></script>';
export const GALLERY =
  '<ceal-enterprise-gallery src="/feeds/overvecht.json" page-size="3"><p>Zie de lijst.</p></ceal-enterprise-gallery>';
export const FORM = '<ceal-signup-form src="/feeds/overvecht.json" endpoint="/signups"></ceal-signup-form>';
export const TIMELINE = '<ceal-programme-timeline src="/feeds/overvecht.json"></ceal-programme-timeline>';
export const GUIDE = '<ceal-oasis-guide src="/feeds/overvecht.json"></ceal-oasis-guide>';

export interface Opened {
  readonly page: Page;
  readonly seen: Seen;
}

export interface SitePages {
  /** The sign-ups that were sent, as text. */
  readonly signups: string[];
  /** Opens one of the pages. */
  open(path: string, options?: PageOptions): Promise<Opened>;
  /** Opens any address. */
  openAddress(address: string): Promise<Opened>;
  /** Opens a page for a group of tests, which says nothing in its console and throws nothing. */
  opened(path: string): Opened;
}

/** Serves pages, by path, before the tests of a file and until they are over. */
export function servePages(pages: Readonly<Record<string, string>>): SitePages {
  let server: Server;
  let browser: Browser;
  let url: string;
  const signups: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const [path = ''] = (request.url ?? '').split('?');
    if (request.method === 'POST') {
      signups.push(await text(request));
      return json(response, 201, { reference: 'A-1' });
    }
    // A script that stays on its way.
    if (path.startsWith('/never/')) return undefined;
    const page = pages[path];
    if (page !== undefined)
      return sendBody(
        request,
        response,
        Buffer.from(
          `<!doctype html><html lang="nl"><title>Site</title><link rel="icon" href="data:,">${page}`,
        ),
        { 'content-type': 'text/html; charset=utf-8' },
      );
    const [, folder = '', rest = ''] = path.split(/^\/(\w+)\//);
    const file = FOLDERS[folder] && (await findFile(FOLDERS[folder], rest));
    if (file) return sendFile(request, response, file);
    return response.writeHead(404).end();
  };

  before(async () => {
    server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
    browser = await launch();
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  return {
    signups,
    open: (path, options) => openPage(browser, url + path, options),
    openAddress: (address) => openPage(browser, address),
    opened(path) {
      const visit = {} as { page: Page; seen: Seen };
      before(async () => Object.assign(visit, await openPage(browser, url + path)));
      after(async () => {
        const { console, errors } = visit.seen;
        await visit.page.browserContext().close();
        assert.deepEqual({ console, errors }, { console: [], errors: [] });
      });
      return visit;
    },
  };
}

/** The first part of this name in a widget. */
export async function partOf(
  place: Page | Frame,
  tag: string,
  part: string,
): Promise<ElementHandle<HTMLElement>> {
  return until(async () => {
    const handle = await place.evaluateHandle(
      (name, wanted) => document.querySelector(name)?.shadowRoot?.querySelector(`[part~="${wanted}"]`),
      tag,
      part,
    );
    return handle.asElement() as ElementHandle<HTMLElement> | null;
  }, `${part} of ${tag}`);
}
