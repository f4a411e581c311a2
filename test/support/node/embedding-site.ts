/**
 * A site of somebody else's, for frames: one page under a strict policy, with whatever markup a test gives it, and our
 * script for the page around.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STRICT_POLICY } from '../../hosts/pages.js';

export interface EmbeddingSite {
  readonly url: string;
  /** The address of a page with this markup in its body. */
  page(markup: string, options?: { readonly lang?: string; readonly head?: string }): string;
  close(): Promise<void>;
}

/** The line that brings the script. */
export const SCRIPT = '<script defer src="/ceal-frame.js"></script>';
/** A style sheet of the site: what follows a frame, and a box that hides what is in it. */
const STYLES = '.tall { height: 3000px } .hidden { display: none } iframe { display: block; border: 0 }';

/** @param framed The origin of what it may show in frames. */
export async function startEmbeddingSite(framed: string): Promise<EmbeddingSite> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Buffer, status = 200) =>
      response
        .writeHead(status, {
          'content-type': `${type}; charset=utf-8`,
          'content-security-policy': `${STRICT_POLICY}; frame-src ${framed}`,
        })
        .end(body);
    const page = pages.get(pathname);
    if (page !== undefined) return send('text/html', page);
    if (pathname === '/styles.css') return send('text/css', STYLES);
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    if (pathname !== '/ceal-frame.js') return send('text/plain', 'Not found', 404);
    return void readFile('dist/ceal-frame.js').then((script) => send('text/javascript', script));
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    page(markup, { lang = 'nl', head = SCRIPT } = {}) {
      const path = `/page-${pages.size}/`;
      pages.set(
        path,
        `<!doctype html><html lang="${lang}"><title>A page</title><link rel="stylesheet" href="/styles.css">${head}<body>${markup}`,
      );
      return url + path;
    },
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}
