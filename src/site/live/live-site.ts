/** A site as whoever edits its feed sees it: from its folder, with the headers that its settings give a real server. */
import { readFile, realpath } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import { extname, relative, sep } from 'node:path';
import { COMMON_HEADERS, type HeaderRule } from '../headers/rules.js';
import { COMPRESSED_TYPES, TYPES } from '../headers/types.js';
import { hashOf, manifestFile } from '../manifest.js';
import type { Site } from '../site.js';
import { bytesOf } from '../site-file.js';
import { findFile } from './find-file.js';
import { EVENTS_PATH, RELOAD_SCRIPT, SCRIPT_PATH, withReload } from './reload.js';

/** What the server knows of the site in the folder. */
interface Shown {
  readonly rules: readonly HeaderRule[];
  /** Another one where a file of it is another. */
  readonly revision: string;
}

/** A server for one folder; the caller lets it listen. Open pages load again when the site is another. */
export class LiveSite {
  readonly server = createServer((request, response) => {
    this.#answer(request, response).catch(() => response.destroy());
  });
  readonly #folder: string;
  readonly #streams = new Set<ServerResponse>();
  #shown: Promise<Shown>;

  constructor(folder: string, making: Promise<Site>) {
    this.#folder = folder;
    this.#shown = this.#look(making);
  }

  /** Shows what is being made, once it is in the folder. Requests wait for that, so that no page is half a new one. */
  show(making: Promise<Site>): void {
    this.#shown = this.#look(making);
    void this.#shown.then(({ revision }) => {
      for (const stream of this.#streams) tell(stream, revision);
    });
  }

  /** Ends the connections of open pages, which have no end by themselves. */
  endStreams(): void {
    for (const stream of this.#streams) stream.end();
  }

  async #look(making: Promise<Site>): Promise<Shown> {
    const { rules, manifest } = await making;
    return { rules, revision: hashOf(bytesOf(manifestFile(manifest))) };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?');
    const { rules, revision } = await this.#shown;
    const isHead = request.method === 'HEAD';
    const send = (status: number, headers: OutgoingHttpHeaders, body: string | Uint8Array) =>
      void response.writeHead(status, headers).end(isHead ? undefined : body);
    if (request.method !== 'GET' && !isHead)
      return send(405, { allow: 'GET, HEAD', 'content-type': 'text/plain' }, 'Not allowed');
    if (path === EVENTS_PATH && !isHead) return this.#stream(response, revision);
    if (path === SCRIPT_PATH) return send(200, { 'content-type': TYPES['js'] }, RELOAD_SCRIPT);
    const file = await findFile(this.#folder, path.slice(1));
    if (file === undefined) return send(404, { 'content-type': 'text/plain' }, 'Not found');
    const bytes = await readFile(file);
    const isPage = extname(file) === '.html';
    send(
      200,
      headersOf(relative(await realpath(this.#folder), file).replaceAll(sep, '/'), rules),
      isPage ? withReload(bytes.toString(), revision) : bytes,
    );
  }

  #stream(response: ServerResponse, revision: string): void {
    this.#streams.add(response);
    response.once('close', () => this.#streams.delete(response));
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    tell(response, revision);
  }
}

const tell = (stream: ServerResponse, revision: string) => stream.write(`data: ${revision}\n\n`);

/** The headers that every server is told to send for a file, but for its time in a cache: here it is asked for again. */
function headersOf(path: string, rules: readonly HeaderRule[]): OutgoingHttpHeaders {
  const rule = rules.find((one) => (one.isFolder ? path.startsWith(`${one.path}/`) : one.path === path));
  const type = rule?.headers['Content-Type'] ?? TYPES[extname(path).slice(1)] ?? 'application/octet-stream';
  return {
    ...COMMON_HEADERS,
    ...rule?.headers,
    'Content-Type': COMPRESSED_TYPES.includes(type) ? `${type}; charset=utf-8` : type,
    'Cache-Control': 'no-cache',
  };
}
