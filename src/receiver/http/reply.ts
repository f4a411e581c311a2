import type { ServerResponse } from 'node:http';
import type { FieldProblem, SignupProblem } from '../../signup/contract.js';
import type { ReceiverTranslator } from '../locales/index.js';

/** An answer that is still to be written. */
export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Headers of every answer: nothing is to be cached, framed, sniffed or run. */
const SAFE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** The kinds of problem and their HTTP status. */
const PROBLEM_STATUS = {
  invalid: 422,
  'in-progress': 409,
  'key-missing': 400,
  'key-reused': 422,
  full: 409,
  'not-open': 409,
  closed: 409,
  withdrawn: 410,
  unreadable: 400,
  unsupported: 415,
  'too-large': 413,
  'too-many': 429,
  'forbidden-origin': 403,
  'not-found': 404,
  unconfirmed: 404,
  'not-allowed': 405,
  unavailable: 503,
} as const;

/** A reason why a request is refused: the end of the problem's type. */
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** An answer in JSON that is no problem. */
export function jsonReply(status: number, value: unknown): Reply {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

/** A problem in the visitor's language (RFC 9457). */
export function problemOf(
  code: ProblemCode,
  t: ReceiverTranslator,
  { errors, params }: { errors?: readonly FieldProblem[]; params?: Readonly<Record<string, number>> } = {},
): SignupProblem {
  return {
    type: `urn:ceal-widgets:problem:${code}`,
    title: t(`${code}.title`),
    status: PROBLEM_STATUS[code],
    detail: t(`${code}.detail`, params),
    ...(errors && { errors }),
  };
}

/** A problem as an answer in JSON; `headers` beside those that every problem has. */
export function problemReply(
  problem: SignupProblem,
  t: ReceiverTranslator,
  headers: Reply['headers'] = {},
): Reply {
  return {
    status: problem.status,
    type: 'application/problem+json',
    body: JSON.stringify(problem),
    headers: { 'content-language': t.language, ...headers },
  };
}

/** The time in which a client must have taken in its answer; these are small. */
const WRITE_TIMEOUT_MS = 20_000;

/** Writes an answer; `requestHeaders` are those that depend on the request. The answer's own win. */
export function writeReply(
  response: ServerResponse,
  reply: Reply,
  requestHeaders: Reply['headers'] = {},
): void {
  const { status, type, body = '', headers } = reply;
  const timer = setTimeout(() => response.destroy(), WRITE_TIMEOUT_MS).unref();
  response.once('close', () => clearTimeout(timer));
  response.writeHead(status, {
    ...SAFE_HEADERS,
    ...(type && { 'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type }),
    ...requestHeaders,
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
