/**
 * Every way in which a feed can go wrong on its way, one function a path.
 */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { FEED, FEED_TEXT, LARGE } from './feed.js';

/** The request that a fault answers. */
export interface FaultRequest {
  readonly query: FaultQuery;
  /** The number of requests to this path and id so far, the present one included. */
  readonly times: number;
  /** The path after the first part. */
  readonly rest: string;
  readonly headers: IncomingHttpHeaders;
  readonly host: string;
  readonly port: string;
}

export interface FaultQuery {
  get(name: string): string | null;
  /** A number, or the fallback where there is no sensible one. */
  number(name: string, fallback: number): number;
}

export type Fault = (response: ServerResponse, request: FaultRequest) => unknown;

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const HTML_TYPE = { 'content-type': 'text/html; charset=utf-8' };
const MIB = 1_024 * 1_024;
const HALF = FEED_TEXT.slice(0, FEED_TEXT.length / 2);
const ETAG = `"${createHash('sha256').update(FEED_TEXT).digest('base64url').slice(0, 22)}"`;
const PAGE = '<!doctype html><html lang="nl"><title>Inloggen</title><h1>Inloggen</h1></html>';

const send = (
  response: ServerResponse,
  body: string | Buffer,
  { headers = JSON_TYPE, status = 200 }: { headers?: OutgoingHttpHeaders; status?: number } = {},
) => response.writeHead(status, headers).end(body);
const sendJson = (response: ServerResponse, value: unknown) => send(response, JSON.stringify(value));

export const FAULTS: Readonly<Record<string, Fault>> = {
  /** The feed as it should be. */
  '/good': (response) => send(response, FEED_TEXT),
  /** The feed, `ms` late. */
  '/slow': async (response, { query }) => {
    await wait(query.number('ms', 1_000), undefined, { ref: false });
    send(response, FEED_TEXT);
  },
  /** Half a body, then silence. */
  '/stall': (response) => void response.writeHead(200, JSON_TYPE).write(HALF),
  /** Half a body with a proper end, as a full disk leaves it: JSON that stops in the middle. */
  '/half': (response) => send(response, HALF),
  /** A whole body announced, half of it sent, the connection cut. */
  '/cut': (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': Buffer.byteLength(FEED_TEXT) });
    response.write(HALF, () => response.destroy());
  },
  /** The connection cut before any answer. */
  '/reset': (response) => void response.destroy(),
  /** A web page instead of JSON. */
  '/html': (response) => send(response, PAGE, { headers: HTML_TYPE }),
  /** A web page that says it is JSON. */
  '/html-as-json': (response) => send(response, PAGE),
  /** To a page to log in on, of another origin: this same server by its other name. */
  '/redirect-login': (response, { host, port }) => {
    const other = host === 'localhost' ? '127.0.0.1' : 'localhost';
    response.writeHead(302, { location: `http://${other}:${port}/login` }).end();
  },
  '/login': (response) => send(response, PAGE, { headers: HTML_TYPE }),
  /** `/status/503?retry-after=2`: any status. */
  '/status': (response, { query, rest }) => {
    const status = /^[2-5]\d\d$/.test(rest) ? Number(rest) : 400;
    const retryAfter = query.get('retry-after');
    const headers = { ...JSON_TYPE, ...(retryAfter !== null && { 'retry-after': retryAfter }) };
    if (status === 204 || status === 304) response.writeHead(status, headers).end();
    else send(response, status === 200 ? FEED_TEXT : '{}', { headers, status });
  },
  /** Fails `fail` times with 503 for each `id`, then gives the feed. */
  '/flaky': (response, { query, times }) => {
    if (times <= query.number('fail', 2)) send(response, '{}', { status: 503 });
    else send(response, FEED_TEXT);
  },
  /** The right bytes in the wrong encoding, with its own byte order mark. */
  '/utf16': (response) => send(response, Buffer.from(`\uFEFF${FEED_TEXT}`, 'utf16le')),
  /** UTF-8 with a byte order mark. */
  '/bom': (response) => send(response, `\uFEFF${FEED_TEXT}`),
  /** A valid feed of `mb` MiB, sent as fast as it is read. */
  '/big': (response, { query }) => {
    response.writeHead(200, JSON_TYPE);
    return pipeline(Readable.from(largeFeed(query.number('mb', 50) * MIB)), response);
  },
  /** Valid JSON with `n` lists inside each other where an enterprise should stand. */
  '/deep': (response, { query }) => {
    const n = Math.min(query.number('n', 1_000_000), 5_000_000);
    send(response, LARGE.open + '['.repeat(n) + ']'.repeat(n) + LARGE.close);
  },
  /** A feed that holds nothing. */
  '/empty': (response) => sendJson(response, { ...FEED, enterprises: [] }),
  /** Nothing at all. */
  '/blank': (response) => send(response, ''),
  /** A format of the future. */
  '/newer': (response) => sendJson(response, { ...FEED, version: '2.0' }),
  /** The feed, without leave for other origins to read it. */
  '/nocors': (response) => {
    response.removeHeader('access-control-allow-origin');
    send(response, FEED_TEXT);
  },
  /** The feed, or 304 for those who have it. */
  '/etag': (response, { headers }) => {
    const caching = { ...JSON_TYPE, etag: ETAG, 'cache-control': 'no-cache' };
    if (headers['if-none-match'] === ETAG) response.writeHead(304, caching).end();
    else send(response, FEED_TEXT, { headers: caching });
  },
};

/** Yields a feed in pieces of about 64 kB, made as they are asked for. */
function* largeFeed(bytes: number): Generator<string> {
  let sent = LARGE.open.length + LARGE.close.length;
  let piece = LARGE.open;
  for (let n = 1; ; n++) {
    const item = (n > 1 ? ',' : '') + LARGE.item(n);
    if (sent + item.length > bytes) break;
    piece += item;
    sent += item.length;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  yield piece + LARGE.close;
}
