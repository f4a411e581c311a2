import type { ServerResponse } from 'node:http';
import type { FieldProblem, SignupProblem } from '../../signup/contract.js';
import { t, type Language, type Term } from '../words.js';

/** An answer that is still to be written. */
export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For every answer: nothing here is to be kept, framed, guessed at or run. */
const SAFE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** The kinds of problem and their status. */
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
  'not-allowed': 405,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

export function json(status: number, value: unknown): Reply {
  return { status, type: 'application/json', body: JSON.stringify(value) };
}

/** A problem in the visitor's language (RFC 9457). */
export function problemOf(
  code: ProblemCode,
  language: Language,
  { errors, fill }: { errors?: readonly FieldProblem[]; fill?: Readonly<Record<string, number>> } = {},
): SignupProblem {
  return {
    type: `urn:ceal-widgets:problem:${code}`,
    title: t(language, `${code}.title` satisfies Term),
    status: PROBLEM_STATUS[code],
    detail: t(language, `${code}.detail` satisfies Term, fill),
    ...(errors && { errors }),
  };
}

export function problemReply(
  problem: SignupProblem,
  language: Language,
  headers: Reply['headers'] = {},
): Reply {
  return {
    status: problem.status,
    type: 'application/problem+json',
    body: JSON.stringify(problem),
    headers: { 'content-language': language, ...headers },
  };
}

/** Writes an answer; `more` are headers that depend on who asked. */
export function write(response: ServerResponse, reply: Reply, more: Reply['headers'] = {}): void {
  const { status, type, body = '', headers } = reply;
  response.writeHead(status, {
    ...SAFE_HEADERS,
    ...(type && { 'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type }),
    ...more,
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
