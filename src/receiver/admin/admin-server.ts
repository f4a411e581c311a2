import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CLOSE_TIMEOUT_MS } from '../http/listening.js';
import { errorFacts, type Log } from '../log.js';
import type { SignupFilter } from '../storage/reading.js';
import { within } from '../within.js';
import type { AdminApi, PurgeRequest } from './admin-api.js';

/**
 * Serves the admin API of a running receiver to commands on the same machine. It listens on a socket in the data folder,
 * which only the receiver's own user can open, and on no port. While it has no API it refuses what it is asked, and still
 * shows that the folder is taken.
 */
export class AdminServer {
  readonly server: Server;
  /** Set when the receiver has started. */
  api: AdminApi | undefined;
  readonly #open = new Set<ServerResponse>();

  constructor(log: Log) {
    this.server = createServer((request, response) => {
      this.#open.add(response);
      response.once('close', () => this.#open.delete(response));
      serve(this.api, request, response).catch((error: unknown) => {
        log('admin-error', errorFacts(error));
        if (response.headersSent) response.destroy();
        else
          response
            .writeHead(500)
            .end(JSON.stringify({ error: error instanceof Error ? error.message : 'failed' }));
      });
    });
  }

  /** Answers nothing new. Settles when what it was asked before is answered, or some seconds later. */
  async finish(): Promise<void> {
    this.api = undefined;
    const closed = [...this.#open].map((response) => new Promise((settle) => response.once('close', settle)));
    await within(CLOSE_TIMEOUT_MS, Promise.all(closed));
  }
}

async function serve(
  admin: AdminApi | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!admin) throw new Error('The receiver is starting, or stopping. Try again in a moment.');
  const body = JSON.parse(await textOf(request)) as unknown;
  switch (request.url) {
    case '/signups':
      return writeLines(response, admin.signups(body as SignupFilter), JSON.stringify);
    case '/archive':
      return writeLines(response, admin.archive((body as SignupFilter).feed), String);
    case '/counts':
      return void response.end(JSON.stringify(await admin.counts()));
    case '/erase':
      return void response.end(JSON.stringify(await admin.erase(body as Parameters<AdminApi['erase']>[0])));
    case '/purge':
      return void response.end(JSON.stringify(await admin.purge(body as PurgeRequest)));
    default:
      response.writeHead(404).end('{}');
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Writes each item as a line, as fast as the reader reads; stops where the reader is gone. */
async function writeLines<T>(
  response: ServerResponse,
  items: AsyncIterable<T>,
  toLine: (item: T) => string,
): Promise<void> {
  for await (const item of items) {
    if (response.destroyed) return;
    if (!response.write(`${toLine(item)}\n`)) await drained(response);
  }
  response.end();
}

/** Settles when more can be written, or the reader is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) return resolve();
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
  });
}
