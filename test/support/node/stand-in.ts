/**
 * A receiver in a few lines, for tests of the form: it keeps what it is sent by key, as the contract says, and does what
 * a test tells it to do wrong.
 */
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Availability, SignupEntry, SignupReceipt } from '../../../src/signup/contract.js';

/** Something that goes wrong with a request; `store` does what should be done. */
export type Fault = (response: ServerResponse, store: () => SignupReceipt) => unknown;

export interface StandIn {
  /** Entries by key. */
  readonly stored: ReadonlyMap<string, Omit<SignupEntry, 'submissionId' | 'replaces'>>;
  /** Every body that came, with its headers. */
  readonly requests: readonly { readonly headers: IncomingHttpHeaders; readonly body: string }[];
  /** Faults of the next requests, one each. */
  readonly faults: Fault[];
  free: Availability['editions'] | undefined;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

export function standIn(): StandIn {
  const stored = new Map<string, Omit<SignupEntry, 'submissionId' | 'replaces'>>();
  const requests: { headers: IncomingHttpHeaders; body: string }[] = [];
  const receiver: StandIn = {
    stored,
    requests,
    faults: [],
    free: undefined,
    async handle(request, response) {
      if (request.method === 'GET') return json(response, 200, { editions: receiver.free ?? [] });
      if (request.method !== 'POST') return void response.writeHead(405).end();
      const body = await text(request);
      requests.push({ headers: request.headers, body });
      const fault = receiver.faults.shift();
      const store = () => take(JSON.parse(body) as SignupEntry);
      if (fault) await fault(response, store);
      else json(response, 201, store());
    },
  };

  function take({ submissionId, replaces = [], ...entry }: SignupEntry): SignupReceipt {
    for (const key of replaces) stored.delete(key);
    if (!stored.has(submissionId)) stored.set(submissionId, entry);
    return { reference: `R-${submissionId.slice(0, 4)}` };
  }

  return receiver;
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
  response.end(JSON.stringify(body));
}

const PAGE = '<!doctype html><title>Inloggen</title><form><input type="password"></form>';

/** The answer gets lost after everything was done. */
const lost: Fault = (response, store) => {
  store();
  response.destroy();
};

/** The answer breaks off in the middle. */
const cut: Fault = (response, store) => {
  const answer = JSON.stringify(store());
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': answer.length });
  response.write(answer.slice(0, 5), () => response.destroy());
};

/** Nothing was done, and nothing is said. */
const silent: Fault = () => {};

/** The answer comes, a letter at a time. */
const trickle: Fault = async (response, store) => {
  const answer = JSON.stringify(store());
  response.writeHead(201, { 'content-type': 'application/json' });
  for (const letter of answer) {
    response.write(letter);
    await new Promise((settle) => setTimeout(settle, 20));
  }
  response.end();
};

const status =
  (code: number, headers: OutgoingHttpHeaders = {}, body = ''): Fault =>
  (response) => {
    response.writeHead(code, { 'content-type': 'text/html', ...headers });
    response.end(body);
  };

const page: Fault = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end(PAGE);
};

/** Done, but who could know? */
const nonsense: Fault = (response, store) => {
  store();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('OK!');
};

const redirect =
  (location: string): Fault =>
  (response) => {
    response.writeHead(303, { location });
    response.end();
  };

/** Faults by name. */
export const FAULTS = { lost, cut, silent, trickle, status, page, nonsense, redirect };
