import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { aboutError, type Log } from '../log.js';
import type { Service } from '../service.js';
import { acceptedLanguages, languageFor } from '../words.js';
import { lastOf, Origins, PREFLIGHT_HEADERS } from './origins.js';
import { RateLimit } from './rate-limit.js';
import { json, problemOf, problemReply, write, type ProblemCode, type Reply } from './reply.js';
import { postSignup } from './signups.js';
import { getWithdrawal, postWithdrawal } from './withdrawals.js';

export interface ServerOptions {
  readonly service: Service;
  /** Origins of the sites whose pages may send, as `https://www.example.org`; `*` for every site. */
  readonly origins: readonly string[];
  /** Requests a minute from one address. */
  readonly perMinute: number;
  /** Believe the headers that a proxy adds about who asks. */
  readonly behindProxy: boolean;
  readonly log: Log;
}

/** In milliseconds. A body that trickles in is cut off; a proxy may keep its connections longer than it does itself. */
const TIMES = { headers: 10_000, request: 30_000, keepAlive: 65_000, drain: 5_000 } as const;
const MOST_CONNECTIONS = 2_000;
const MOST_HEADER_BYTES = 16_384;

type Handler = (request: IncomingMessage, service: Service) => Reply | Promise<Reply>;

const ROUTES: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/signups': { POST: postSignup },
  '/availability': { GET: async (_, service) => json(200, await service.availability()) },
  '/withdrawals': { GET: getWithdrawal, POST: postWithdrawal },
  // Whether the process lives, for whoever restarts it.
  '/health': { GET: () => json(200, { status: 'ok' }) },
  // Whether it can store, for whoever sends visitors to it.
  '/ready': { GET: ready },
};

async function ready(_: IncomingMessage, service: Service): Promise<Reply> {
  const isReady = await service.isReady();
  return json(isReady ? 200 : 503, { status: isReady ? 'ready' : 'unavailable' });
}

/** The public side of a receiver. It listens once it is told to. */
export function publicServer(options: ServerOptions): Server {
  const origins = new Origins(options.origins, options.behindProxy);
  const limit = new RateLimit(options.perMinute);
  const server = createServer(
    {
      headersTimeout: TIMES.headers,
      requestTimeout: TIMES.request,
      keepAliveTimeout: TIMES.keepAlive,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: MOST_HEADER_BYTES,
    },
    (request, response) => void serve(request, response),
  );
  server.maxConnections = MOST_CONNECTIONS;
  return server;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const path = pathOf(request);
    const reply = await answer(request, path).catch((error: unknown) => {
      // Cut off in the middle: nobody is there to be answered, and nothing was stored.
      if (request.destroyed && !request.complete) return undefined;
      options.log('error', aboutError(error));
      return refuse(request, 'unavailable', { 'retry-after': '5' });
    });
    if (!reply) return void response.destroy();
    // While stopping: the next request is for another instance.
    write(
      response,
      server.listening ? reply : { ...reply, headers: { ...reply.headers, connection: 'close' } },
      {
        ...origins.headersFor(request),
      },
    );
    drain(request);
    const ms = Math.round(performance.now() - start);
    options.log('request', {
      method: request.method,
      path: path in ROUTES ? path : 'other',
      status: reply.status,
      ms,
    });
  }

  async function answer(request: IncomingMessage, path: string): Promise<Reply> {
    const handlers = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined;
    if (!handlers) return refuse(request, 'not-found');
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? '');
    if (method === 'OPTIONS') return preflight(request);
    const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
    if (!handler)
      return refuse(request, 'not-allowed', { allow: [...Object.keys(handlers), 'OPTIONS'].join(', ') });
    if (method === 'POST') {
      if (!origins.allows(request)) return refuse(request, 'forbidden-origin');
      const wait = limit.take(addressOf(request), Date.now());
      if (wait > 0) return tooMany(request, Math.ceil(wait / 1_000));
    }
    return handler(request, options.service);
  }

  function preflight(request: IncomingMessage): Reply {
    if (!origins.allows(request)) return refuse(request, 'forbidden-origin');
    return { status: 204, headers: PREFLIGHT_HEADERS };
  }

  function refuse(request: IncomingMessage, code: ProblemCode, headers: Reply['headers'] = {}): Reply {
    const language = languageOf(request);
    return problemReply(problemOf(code, language), language, headers);
  }

  function tooMany(request: IncomingMessage, seconds: number): Reply {
    const language = languageOf(request);
    const problem = problemOf('too-many', language, { fill: { seconds } });
    return problemReply(problem, language, { 'retry-after': String(seconds) });
  }

  function languageOf({ headers }: IncomingMessage) {
    return languageFor(...acceptedLanguages(headers['accept-language']), options.service.feed.head.language);
  }

  function addressOf({ headers, socket }: IncomingMessage): string {
    return (options.behindProxy && lastOf(headers['x-forwarded-for'])) || (socket.remoteAddress ?? '');
  }
}

function pathOf(request: IncomingMessage): string {
  const [path = '/'] = (request.url ?? '/').split('?');
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}

/** Lets a client that is still sending finish: cut off at once, it would not read the answer. */
function drain(request: IncomingMessage): void {
  if (request.complete) return;
  request.resume();
  const timer = setTimeout(() => request.destroy(), TIMES.drain).unref();
  request.once('close', () => clearTimeout(timer));
}
