/**
 * The site of the partner pages: the pages themselves, the built widgets, the sample feeds, and a place where broken
 * content policies are reported. For `npm start` and the end-to-end tests; alone: `node out/test/hosts/server.js`.
 */
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frontPage } from './front-page.js';
import { PAGES } from './pages.js';
import { findFile, sendBody, sendFile } from './static-files.js';

const ROOMS = { dist: resolve('dist'), feeds: resolve('stories/feeds') };
const HOSTS = resolve('test/hosts');
/** What a site that lends its files to others sends along. */
const FOR_ALL = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
};
const REPORT_PATH = '/csp-report';
/** What belongs to the receiver of sign-ups. */
const RECEIVER = new Set(['/signups', '/availability', '/withdrawals']);
const LARGEST_REPORT = 64 * 1_024;
const MOST_REPORTS = 1_000;
/** Longest paths first, so that `/universiteit/en/` is not taken for a file of `/universiteit/`. */
const PAGES_BY_DEPTH = [...PAGES].sort((a, b) => b.path.length - a.path.length);

/**
 * Serves the partner pages on this machine. A port that is taken leads to the next one. `receiver` answers what is asked
 * of the receiver of sign-ups; without one nothing can be sent there.
 * @param {object} [options]
 * @param {number} [options.port]
 * @param {string} [options.feeds] The folder of the feeds.
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} [options.receiver]
 * @returns {Promise<{ url: string, port: number, close(): Promise<void> }>}
 */
export async function startHosts({ port = 4173, feeds = ROOMS.feeds, receiver = noReceiver } = {}) {
  const site = { rooms: { ...ROOMS, feeds }, reports: [], receiver };
  const server = createServer((request, response) => {
    answer(request, response, site).catch((error) => {
      console.error(`${request.method} ${request.url}:`, error);
      response.destroy();
    });
  });
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}

function listen(server, port) {
  return new Promise((settle, fail) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && port !== 0) settle(listen(server, port + 1));
      else fail(error);
    });
    server.listen(port, '127.0.0.1', () => {
      server.removeAllListeners('error');
      settle(server.address().port);
    });
  });
}

async function answer(request, response, { rooms, reports, receiver }) {
  // Not through `new URL`, which would fold dots away before they are looked at.
  const [path] = request.url.split('?');
  if (RECEIVER.has(path)) return receiver(request, response);
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
  return sendFrom(request, response, path, rooms);
}

async function sendFrom(request, response, path, rooms) {
  const [, room, rest] = /^\/(dist|feeds)\/(.*)$/.exec(path) ?? [];
  if (room) {
    const file = await findFile(rooms[room], rest);
    return file ? sendFile(request, response, file, FOR_ALL) : refuse(response, 404, FOR_ALL);
  }
  const page = PAGES_BY_DEPTH.find((it) => path.startsWith(it.path) || `${path}/` === it.path);
  if (page && !path.startsWith(page.path)) return refuse(response, 301, { location: page.path });
  const file = page
    ? await findFile(`${HOSTS}/${page.folder}`, path.slice(page.path.length))
    : await findFile(`${HOSTS}/front-page`, path.slice(1));
  return file ? sendFile(request, response, file, policyOf(page)) : refuse(response, 404);
}

/** Knows of no limited places, and takes nothing. */
function noReceiver(request, response) {
  if (!request.url.startsWith('/availability')) return refuse(response, 404);
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end('{"editions":[]}');
}

const policyOf = (page) =>
  page?.policy ? { 'content-security-policy': `${page.policy}; report-uri ${REPORT_PATH}` } : {};

function refuse(response, status, headers = {}) {
  const words = { 301: 'Moved', 400: 'Not a report', 404: 'Not found', 405: 'Not allowed', 413: 'Too large' };
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${words[status]}\n`);
}

/** Both forms that browsers send: one report, or a list of them. */
async function takeReports(request, response, reports) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_REPORT) return refuse(response, 413, { connection: 'close' });
    chunks.push(chunk);
  }
  try {
    reports.push(...[JSON.parse(Buffer.concat(chunks).toString())].flat());
  } catch {
    return refuse(response, 400);
  }
  reports.splice(0, reports.length - MOST_REPORTS);
  response.writeHead(204).end();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url } = await startHosts({ port: Number(process.env.PORT ?? 4173) });
  console.log(`Partner pages: ${url}\nStop with Ctrl+C.`);
}
