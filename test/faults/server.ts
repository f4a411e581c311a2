/**
 * A server that does everything wrong that a feed's server can do wrong, by path: see `faults.ts`. For the tests, and
 * for whoever wants to see how a widget takes it; alone: `node out/test/faults/server.js`.
 */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { FAULTS } from './faults.js';

const FOR_ALL = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' };
/** Answers to the question whether a question may be asked. */
const PREFLIGHT = { 'access-control-allow-methods': 'GET', 'access-control-allow-headers': '*' };

/**
 * @returns {Promise<{ url: string, port: number, requests: Map<string, number>, close(): Promise<void> }>} `requests`
 *   counts by path and `id`: `/flaky?id=a`, `/status/503`.
 */
export async function startFaults({ port = 0 } = {}) {
  const requests = new Map();
  const server = createServer((request, response) => {
    Promise.resolve(answer(request, response, requests)).catch(() => response.destroy());
  });
  await new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', settle);
  });
  const taken = server.address().port;
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    requests,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

async function answer(request, response, requests) {
  const { pathname, searchParams } = new URL(request.url, 'http://faults.invalid');
  for (const [name, value] of Object.entries(FOR_ALL)) response.setHeader(name, value);
  if (request.method === 'OPTIONS') return void response.writeHead(204, PREFLIGHT).end();
  const [, path, , rest = ''] = /^(\/[^/]*)(\/(.*))?$/.exec(pathname);
  const id = searchParams.get('id');
  const key = pathname + (id === null ? '' : `?id=${id}`);
  const times = (requests.get(key) ?? 0) + 1;
  requests.set(key, times);
  const [host, port] = request.headers.host.split(':');
  const fault = Object.hasOwn(FAULTS, path) ? FAULTS[path] : list;
  await fault(response, { query: query(searchParams), times, rest, headers: request.headers, host, port });
}

/** Parameters, numbers among them; what is no sensible number is the fallback. */
const query = (params) => ({
  get: (name) => params.get(name),
  number: (name, fallback) => {
    const value = Number(params.get(name) ?? NaN);
    return Number.isFinite(value) && value >= 0 ? value : fallback;
  },
});

/** What there is, for whoever opens the server's own address or misses a path. */
function list(response) {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${Object.keys(FAULTS).join('\n')}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startFaults({ port: Number(process.env.PORT ?? 4174) });
  console.log(`Faults: ${url}\nStop with Ctrl+C.`);
}
