import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { errorFacts, ProblemLog, type Log } from '../log.js';
import type { Service } from '../service.js';
import { clientAddress, networkOf } from './client-address.js';
import { getConfirmation, postConfirmation } from './confirmations.js';
import { limitConnections } from './connection-limit.js';
import { Origins, PREFLIGHT_HEADERS } from './origins.js';
import { problemPage, wantsPage } from './pages.js';
import { RateLimit } from './rate-limit.js';
import { jsonReply, problemOf, problemReply, writeReply, type ProblemCode, type Reply } from './reply.js';
import { requestTranslator } from './request-translator.js';
import { postSignup } from './signups.js';
import { getWithdrawal, postWithdrawal } from './withdrawals.js';

export interface ServerOptions {
  readonly service: Service;
  /** Origins of the sites whose pages may send, as `https://www.example.org`; `*` for every site. */
  readonly origins: readonly string[];
  /** Sign-ups, withdrawals and confirmations a minute from one network; it may make ten times as many requests of all kinds. */
  readonly perMinute: number;
  /** True to believe what a proxy's headers say of the client (`X-Forwarded-For`, `Forwarded`, `X-Forwarded-Host`). */
  readonly behindProxy: boolean;
  readonly log: Log;
}

/** Limits on a request that trickles in. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** The time that idle connections are kept: longer than proxies do (usually a minute), so that the proxy closes first. */
const KEEP_ALIVE_TIMEOUT_MS = 65_000;
const DRAIN_TIMEOUT_MS = 5_000;
const MAX_DRAINED_PIECES = 10_000;
const MAX_CONNECTIONS = 2_000;
const MAX_HEADER_BYTES = 16_384;
const MAX_HEADERS = 100;
/** All requests of a network, for each one that stores something. */
const READS_PER_WRITE = 10;

/** Answers a request from a network. */
type Handler = (request: IncomingMessage, service: Service, network: string) => Reply | Promise<Reply>;

const ROUTES: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/signups': { POST: postSignup },
  '/availability': { GET: async (_, service) => jsonReply(200, await service.availability()) },
  '/withdrawals': { GET: getWithdrawal, POST: postWithdrawal },
  '/confirmations': { GET: getConfirmation, POST: postConfirmation },
  // The process lives: for a supervisor, which restarts it.
  '/health': { GET: () => jsonReply(200, { status: 'ok' }) },
  // The database stores, which it does to find out: for a load balancer, which sends visitors to it.
  '/ready': { GET: ready },
};

/** Asked by machines of the operator's own, as often as they like. */
const UNLIMITED = ['/health', '/ready'];

async function ready(_: IncomingMessage, service: Service): Promise<Reply> {
  const isReady = await service.isReady();
  return jsonReply(isReady ? 200 : 503, { status: isReady ? 'ready' : 'unavailable' });
}

/** Makes the public server of a receiver; the caller lets it listen. */
export function publicServer(options: ServerOptions): Server {
  const origins = new Origins(options.origins, options.behindProxy);
  const requests = new RateLimit(options.perMinute * READS_PER_WRITE);
  const writes = new RateLimit(options.perMinute);
  // Over when something was stored.
  const problems = new ProblemLog(options.log, 'error');
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (request, response) => void serve(request, response),
  );
  server.maxConnections = MAX_CONNECTIONS;
  // None is left out without a word: a request with too many is refused.
  server.maxHeadersCount = 0;
  if (!options.behindProxy) limitConnections(server);
  return server;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const path = pathOf(request);
    const status = refusedStatus(request);
    if (status !== undefined) return void response.writeHead(status, { connection: 'close' }).end();
    const reply = await answer(request, path).catch((error: unknown) => {
      // Cut off in the middle: nobody waits for an answer, and nothing was stored.
      if (request.destroyed && !request.complete) return undefined;
      problems.report(errorFacts(error));
      return refuse(request, 'unavailable', { 'retry-after': '5' });
    });
    if (!reply) return void response.destroy();
    if (reply.status < 300 && (request.method === 'POST' || path === '/ready')) problems.clear();
    // While this instance stops, the client's next request is to go to another one.
    writeReply(
      response,
      server.listening ? reply : { ...reply, headers: { ...reply.headers, connection: 'close' } },
      origins.headersFor(request),
    );
    drain(request);
    const ms = Math.round(performance.now() - start);
    options.log('request', {
      method: request.method,
      path: Object.hasOwn(ROUTES, path) ? path : 'other',
      status: reply.status,
      ms,
    });
  }

  async function answer(request: IncomingMessage, path: string): Promise<Reply> {
    const network = networkOf(clientAddress(request, options.behindProxy));
    const waitMs = UNLIMITED.includes(path) ? 0 : requests.take(network, performance.now());
    if (waitMs > 0) return refuse(request, 'too-many', retryAfter(waitMs));
    const handlers = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined;
    if (!handlers) return refuse(request, 'not-found');
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
    if (method === 'OPTIONS') return preflight(request);
    const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
    if (!handler)
      return refuse(request, 'not-allowed', { allow: [...Object.keys(handlers), 'OPTIONS'].join(', ') });
    if (method === 'POST') {
      if (!origins.allows(request)) return refuse(request, 'forbidden-origin');
      const writeWaitMs = writes.take(network, performance.now());
      if (writeWaitMs > 0) return refuse(request, 'too-many', retryAfter(writeWaitMs));
    }
    return handler(request, options.service, network);
  }

  function preflight(request: IncomingMessage): Reply {
    if (!origins.allows(request)) return refuse(request, 'forbidden-origin');
    return { status: 204, headers: PREFLIGHT_HEADERS };
  }

  function refuse(request: IncomingMessage, code: ProblemCode, headers: Reply['headers'] = {}): Reply {
    const t = requestTranslator(request, options.service.feed);
    const problem = problemOf(code, t, { params: { n: Number(headers['retry-after'] ?? 0) } });
    return wantsPage(request) ? problemPage(problem, t, { headers }) : problemReply(problem, t, headers);
  }
}

function retryAfter(waitMs: number): Readonly<Record<string, string>> {
  return { 'retry-after': String(Math.ceil(waitMs / 1_000)) };
}

function pathOf(request: IncomingMessage): string {
  const [path = '/'] = (request.url ?? '/').split('?');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

/**
 * The status for a request that is not read at all: too many headers (RFC 6585 §5), or a body in a coding that is not
 * ours (RFC 9112 §6.1).
 */
function refusedStatus({ rawHeaders, headers }: IncomingMessage): number | undefined {
  if (rawHeaders.length > 2 * MAX_HEADERS) return 431;
  const coding = headers['transfer-encoding']?.trim().toLowerCase();
  return coding === undefined || coding === 'chunked' ? undefined : 501;
}

/**
 * Lets a client that is still sending finish: if it were cut off at once, it would not read the answer. Not one that
 * sends far more pieces than a body has.
 */
function drain(request: IncomingMessage): void {
  if (request.complete) return;
  let pieces = 0;
  request.on('data', () => {
    if (++pieces > MAX_DRAINED_PIECES) request.destroy();
  });
  request.resume();
  const timer = setTimeout(() => request.destroy(), DRAIN_TIMEOUT_MS).unref();
  request.once('close', () => clearTimeout(timer));
}
