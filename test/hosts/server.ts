/**
 * The site of the partner pages: the pages themselves, the built widgets, the sample feeds, and a place where broken
 * content policies are reported. For `npm start` and the end-to-end tests; alone: `node out/test/hosts/server.js`.
 */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frontPage } from './front-page.js';
import { PAGES, type PartnerPage } from './pages.js';
import { findFile, sendBody, sendFile } from './static-files.js';

const FOLDERS = { dist: resolve('dist'), feeds: resolve('stories/feeds') };
const HOSTS = resolve('test/hosts');
/** The headers of files that pages of other sites may use. */
const CROSS_ORIGIN_HEADERS = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
};
const REPORT_PATH = '/csp-report';
const FIRST_SCRIPT_PATH = '/first.js';
/** The addresses of the receiver of sign-ups. */
const RECEIVER_PATHS = new Set(['/signups', '/availability', '/withdrawals']);
const MAX_REPORT_BYTES = 64 * 1_024;
const MAX_REPORTS = 1_000;
/** Longest paths first, so that `/universiteit/en/` is not taken for a file of `/universiteit/`. */
const PAGES_BY_DEPTH = [...PAGES].sort((a, b) => b.path.length - a.path.length);

/** Answers a request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface HostsOptions {
  /** 4173 by default; 0 is any that is free. One that is taken leads to the next. */
  readonly port?: number;
  /** The folder of the feeds; the sample feeds by default. */
  readonly feeds?: string;
  /** Answers requests to the receiver of sign-ups; without one nothing can be sent there. */
  readonly receiver?: Handler;
  /** A script that every partner page runs before its own. */
  readonly firstScript?: string;
}

export interface Hosts {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Site {
  readonly folders: Readonly<Record<string, string>>;
  /** Reports of broken content policies. */
  readonly reports: unknown[];
  readonly receiver: Handler;
  readonly firstScript: string | undefined;
}

/** A page with nothing on it, to be on between two others. */
export const EMPTY_PATH = '/leeg/';
const EMPTY_PAGE = '<!doctype html><html lang="nl"><title>Leeg</title><link rel="icon" href="data:,">';

/** Serves the partner pages on this machine. */
export async function startHosts({
  port = 4173,
  feeds = FOLDERS.feeds,
  receiver = answerWithoutReceiver,
  firstScript,
}: HostsOptions = {}): Promise<Hosts> {
  const site: Site = { folders: { ...FOLDERS, feeds }, reports: [], receiver, firstScript };
  const server = createServer((request, response) => {
    answer(request, response, site).catch((error: unknown) => {
      console.error(`${request.method} ${request.url}:`, error);
      response.destroy();
    });
  });
  const actualPort = await listen(server, port);
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    close: () =>
      new Promise<void>((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

/** Listens on a port, or the next one that is free. @returns the port */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((settle, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) settle(listen(server, port + 1));
      else fail(error);
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      settle((server.address() as AddressInfo).port);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folders, reports, receiver, firstScript }: Site,
): Promise<unknown> {
  // `new URL` would fold dots away before they are looked at.
  const [path = '/'] = (request.url ?? '/').split('?');
  if (RECEIVER_PATHS.has(path)) return receiver(request, response);
  if (path === REPORT_PATH && request.method === 'POST') return takeReports(request, response, reports);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, { allow: 'GET, HEAD' });
  if (path === '/csp-reports.json')
    return sendBody(request, response, Buffer.from(JSON.stringify(reports, null, 2)), {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
  if (path === '/')
    return sendBody(request, response, Buffer.from(frontPage(PAGES)), {
      'content-type': 'text/html; charset=utf-8',
    });
  if (path === EMPTY_PATH)
    return sendBody(request, response, Buffer.from(EMPTY_PAGE), {
      'content-type': 'text/html; charset=utf-8',
    });
  if (path === FIRST_SCRIPT_PATH && firstScript)
    return sendBody(request, response, Buffer.from(firstScript), {
      'content-type': 'text/javascript; charset=utf-8',
    });
  return sendPath(request, response, path, folders, firstScript);
}

/** Answers with the file that an address stands for, of the built widgets, the feeds, or a page. */
async function sendPath(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  folders: Site['folders'],
  firstScript?: string,
): Promise<void> {
  const [, folder, rest = ''] = /^\/(dist|feeds)\/(.*)$/.exec(path) ?? [];
  if (folder) {
    const file = await findFile(folders[folder]!, rest);
    return file
      ? sendFile(request, response, file, CROSS_ORIGIN_HEADERS)
      : refuse(response, 404, CROSS_ORIGIN_HEADERS);
  }
  const page = PAGES_BY_DEPTH.find((candidate) => `${path}/`.startsWith(candidate.path));
  if (page && !path.startsWith(page.path)) return refuse(response, 301, { location: page.path });
  const file = page
    ? await findFile(`${HOSTS}/${page.folder}`, path.slice(page.path.length))
    : await findFile(`${HOSTS}/front-page`, path.slice(1));
  if (!file) return refuse(response, 404);
  if (!firstScript || !file.endsWith('.html')) return sendFile(request, response, file, policyOf(page));
  const markup = (await readFile(file, 'utf8')).replace(
    '<head>',
    `<head><script src="${FIRST_SCRIPT_PATH}"></script>`,
  );
  return sendBody(request, response, Buffer.from(markup), {
    'content-type': 'text/html; charset=utf-8',
    ...policyOf(page),
  });
}

/** Stands for a receiver: knows of no limited places, and takes nothing. */
function answerWithoutReceiver(request: IncomingMessage, response: ServerResponse): void {
  if (!request.url?.startsWith('/availability')) return refuse(response, 404);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end('{"editions":[]}');
}

const policyOf = (page: PartnerPage | undefined): OutgoingHttpHeaders =>
  page?.policy ? { 'content-security-policy': `${page.policy}; report-uri ${REPORT_PATH}` } : {};

const REFUSALS = {
  301: 'Moved',
  400: 'Not a report',
  404: 'Not found',
  405: 'Not allowed',
  413: 'Too large',
} as const;

function refuse(
  response: ServerResponse,
  status: keyof typeof REFUSALS,
  headers: OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${REFUSALS[status]}\n`);
}

/** Keeps reports, in both forms that browsers send: one, or a list. */
async function takeReports(
  request: IncomingMessage,
  response: ServerResponse,
  reports: unknown[],
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_REPORT_BYTES) return refuse(response, 413, { connection: 'close' });
    chunks.push(chunk);
  }
  try {
    reports.push(...[JSON.parse(Buffer.concat(chunks).toString()) as unknown].flat());
  } catch {
    return refuse(response, 400);
  }
  reports.splice(0, reports.length - MAX_REPORTS);
  response.writeHead(204).end();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startHosts({ port: Number(process.env['PORT'] ?? 4173) });
  console.log(`Partner pages: ${url}\nStop with Ctrl+C.`);
}
