/** Serves files as a good web server would: right types, ETag, compression, and never a file outside its folder. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export { findFile } from '../../src/site/live/find-file.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
};
const COMPRESSIBLE = /^text\/|json|svg/;
/** Smaller bodies grow when compressed. */
const MIN_COMPRESSED_BYTES = 1_024;

const compressors: Readonly<Record<string, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body),
};
/** Compressed bodies by their ETag, so that each is made once. */
const compressedBodies = new Map<string, Buffer>();

/** Answers with a file. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  headers: OutgoingHttpHeaders = {},
): Promise<void> {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  await sendBody(request, response, await readFile(file), { 'content-type': type, ...headers });
}

/** Answers with a body, compressed if the reader wants it, or with 304 if the reader has it already. */
export async function sendBody(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  headers: OutgoingHttpHeaders & { readonly 'content-type': string },
): Promise<void> {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const mayCompress = COMPRESSIBLE.test(headers['content-type']) && body.length >= MIN_COMPRESSED_BYTES;
  const coding = mayCompress ? chooseCoding(String(request.headers['accept-encoding'] ?? '')) : undefined;
  const etag = `"${hash}${coding ? `-${coding}` : ''}"`;
  const allHeaders = {
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    etag,
    ...(mayCompress && { vary: 'accept-encoding' }),
    ...headers,
  };
  if (isKnown(request.headers['if-none-match'], etag)) return void response.writeHead(304, allHeaders).end();
  const sent = coding ? await compressed(body, coding, etag) : body;
  response.writeHead(200, {
    ...allHeaders,
    'content-length': sent.length,
    ...(coding && { 'content-encoding': coding }),
  });
  response.end(request.method === 'HEAD' ? undefined : sent);
}

const isKnown = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch?.split(/\s*,\s*/).some((known) => known.replace(/^W\//, '') === etag) ?? false;

function chooseCoding(accepted: string): string | undefined {
  const offers = accepted.split(',').map((offer) => offer.trim().toLowerCase());
  const takes = (coding: string) =>
    offers.some((offer) => offer.split(';')[0] === coding && !/;\s*q=0(\.0*)?$/.test(offer));
  return Object.keys(compressors).find(takes);
}

async function compressed(body: Buffer, coding: string, etag: string): Promise<Buffer> {
  const known = compressedBodies.get(etag);
  if (known) return known;
  const made = await compressors[coding]!(body);
  compressedBodies.set(etag, made);
  return made;
}
