/**
 * A site of somebody else's, for frames: pages under a strict policy, with whatever markup a test gives them, and our
 * script for the page around.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STRICT_POLICY } from '../../hosts/pages.js';

export interface EmbeddingPage {
  readonly lang?: string;
  /** What brings the script; the line for it by default. */
  readonly head?: string;
  /** The text of a script that runs before all others. */
  readonly firstScript?: string;
}

export interface EmbeddingSite {
  readonly url: string;
  /** The address of a page with this markup in its body. */
  page(markup: string, options?: EmbeddingPage): string;
  close(): Promise<void>;
}

/** The line that brings the script. */
export const SCRIPT = '<script defer src="/ceal-frame.js"></script>';
/** A style sheet of the site: what follows a frame, and a box that hides what is in it. */
const STYLES = '.tall { height: 3000px } .hidden { display: none } iframe { display: block; border: 0 }';

/** @param framed The origin of what it may show in frames. */
export async function startEmbeddingSite(framed: string): Promise<EmbeddingSite> {
  /** What is served, by path: its type and its text. */
  const files = new Map([['/styles.css', ['text/css', STYLES]]]);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Buffer, status = 200) =>
      response
        .writeHead(status, {
          'content-type': `${type}; charset=utf-8`,
          'content-security-policy': `${STRICT_POLICY}; frame-src ${framed}`,
        })
        .end(body);
    const [type, body] = files.get(pathname) ?? [];
    if (type !== undefined && body !== undefined) return send(type, body);
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    if (pathname !== '/ceal-frame.js') return send('text/plain', 'Not found', 404);
    return void readFile('dist/ceal-frame.js').then((script) => send('text/javascript', script));
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    page(markup, { lang = 'nl', head = SCRIPT, firstScript = '' } = {}) {
      const path = `/page-${files.size}/`;
      files.set(`${path}first.js`, ['text/javascript', firstScript]);
      files.set(path, [
        'text/html',
        `<!doctype html><html lang="${lang}"><title>A page</title><link rel="stylesheet" href="/styles.css"><script src="first.js"></script>${head}<body>${markup}`,
      ]);
      return url + path;
    },
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}
