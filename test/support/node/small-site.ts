/** Pages of a test, and files beside them, at an address of their own. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { findFile, sendBody, sendFile } from '../../hosts/static-files.js';

/** What stands at a path. */
export interface SmallFile {
  readonly body: string | Uint8Array;
  /** Its type; that of a page by default. */
  readonly type?: string | undefined;
  /** Its Content-Security-Policy; none by default. */
  readonly policy?: string | undefined;
}

export interface SmallSite {
  /** The origin, without a slash at its end. */
  readonly url: string;
  close(): void;
}

/** Folders of files, by the first part of their paths. */
const FOLDERS: Readonly<Record<string, string>> = { dist: resolve('dist'), feeds: resolve('stories/feeds') };

/** The start of a page, with an icon that needs no file. */
export const PAGE_START =
  '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Voorbeeld</title><link rel="icon" href="/icon.svg">';

/** @param fileAt Finds what stands at a path; elsewhere are the build, in `/dist/`, and the feeds, in `/feeds/`. */
export async function startSmallSite(
  fileAt: (path: string) => SmallFile | undefined,
  folders = FOLDERS,
): Promise<SmallSite> {
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const file = fileAt(path);
    if (file)
      return void sendBody(request, response, Buffer.from(file.body), {
        'content-type': `${file.type ?? 'text/html'}; charset=utf-8`,
        ...(file.policy && { 'content-security-policy': file.policy }),
      });
    const [, name = '', rest = ''] = path.split(/^\/(\w+)\//);
    const folder = folders[name];
    void (async () => {
      const found = folder && (await findFile(folder, rest));
      if (found) await sendFile(request, response, found);
      else response.writeHead(path === '/icon.svg' ? 204 : 404).end();
    })();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
