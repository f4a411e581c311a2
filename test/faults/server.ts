/**
 * A server that does everything wrong that a feed's server can do wrong, by path: see `faults.ts`. For the tests, and
 * for whoever wants to see how a widget takes it; alone: `node out/test/faults/server.js`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { FAULTS, type Fault, type FaultQuery } from './faults.js';

const COMMON_HEADERS = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
/** The headers of the answer to a preflight (CORS). */
const PREFLIGHT = { 'access-control-allow-methods': 'GET', 'access-control-allow-headers': '*' };

export interface FaultServer {
  readonly url: string;
  readonly port: number;
  /** The numbers of requests, by path and `id`: `/flaky?id=a`, `/status/503`. */
  readonly requests: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** Starts the server. Port 0 is any that is free. */
export async function startFaults({ port = 0 }: { port?: number } = {}): Promise<FaultServer> {
  const requests = new Map<string, number>();
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response, requests)).catch(() => response.destroy());
  });
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => settle());
  });
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    requests,
    close: () =>
      new Promise<void>((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requests: Map<string, number>,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://faults.invalid');
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
  if (request.method === 'OPTIONS') return void response.writeHead(204, PREFLIGHT).end();
  const [, path = '', , rest = ''] = /^(\/[^/]*)(\/(.*))?$/.exec(pathname) ?? [];
  const id = searchParams.get('id');
  const key = pathname + (id === null ? '' : `?id=${id}`);
  const times = (requests.get(key) ?? 0) + 1;
  requests.set(key, times);
  const [host = '', port = ''] = (request.headers.host ?? '').split(':');
  const fault = Object.hasOwn(FAULTS, path) ? FAULTS[path]! : listFaults;
  await fault(response, { query: queryOf(searchParams), times, rest, headers: request.headers, host, port });
}

const queryOf = (params: URLSearchParams): FaultQuery => ({
  get: (name) => params.get(name),
  number: (name, fallback) => {
    const value = Number(params.get(name) ?? NaN);
    return Number.isFinite(value) && value >= 0 ? value : fallback;
  },
});

/** Answers with the list of paths: at the server's own address, and where there is no such path. */
const listFaults: Fault = (response) => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${Object.keys(FAULTS).join('\n')}\n`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startFaults({ port: Number(process.env['PORT'] ?? 4174) });
  console.log(`Faults: ${url}\nStop with Ctrl+C.`);
}
