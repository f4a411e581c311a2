/** A receiver's public server on a database, for tests that speak HTTP to it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicServer, type ServerOptions } from '../../../src/receiver/http/server.js';
import type { Database } from '../../../src/receiver/storage/database.js';
import type { SignupReceipt } from '../../../src/signup/contract.js';
import { entryOf, openDatabase, serviceOn, type TestService, type TestServiceOptions } from './receiver.js';

type RequestHeaders = Readonly<Record<string, string>>;

/** A line of a receiver's log. */
export interface LogLine {
  readonly event: string;
  readonly [fact: string]: unknown;
}

export interface Served extends TestService {
  readonly database: Database;
  readonly server: Server;
  readonly port: number;
  readonly url: string;
  readonly log: readonly LogLine[];
  /** Posts an entry as the form does: `changes` to it, and headers beside its own. */
  post(changes?: Readonly<Record<string, unknown>>, headers?: RequestHeaders): Promise<Response>;
  /** Posts any body. */
  postRaw(body: BodyInit | undefined, headers?: RequestHeaders): Promise<Response>;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly service?: TestServiceOptions;
  readonly server?: Partial<Omit<ServerOptions, 'service' | 'log'>>;
}

/** Serves a receiver on an empty embedded database of its own. */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const { database, close } = await openDatabase('PGlite');
  const served = await serveOn(database, options);
  return {
    ...served,
    close: async () => {
      await served.close();
      await close();
    },
  };
}

/** Serves a receiver on a database. The options are what differs from one as it is by default. */
export async function serveOn(
  database: Database,
  { service: serviceOptions, server: serverOptions }: ServeOptions = {},
): Promise<Served> {
  const on = serviceOn(database, serviceOptions);
  const log: LogLine[] = [];
  const server = publicServer({
    service: on.service,
    origins: ['https://www.example.org'],
    perMinute: 100_000,
    behindProxy: false,
    ...serverOptions,
    log: (event, facts) => log.push({ event, ...facts }),
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const postRaw: Served['postRaw'] = (body, headers = {}) =>
    fetch(`${url}/signups`, { method: 'POST', headers, ...(body !== undefined && { body }) });
  return {
    ...on,
    database,
    server,
    port,
    url,
    log,
    post: (changes = {}, headers = {}) => {
      const entry = entryOf(changes);
      const key = { 'idempotency-key': `"${entry.submissionId}"` };
      return postRaw(JSON.stringify(entry), { 'content-type': 'application/json', ...key, ...headers });
    },
    postRaw,
    close: () => {
      server.closeAllConnections();
      server.close();
      return Promise.resolve();
    },
  };
}

/** The receipt of a sign-up that was stored: it always has a reference. */
export async function receiptOf(response: Response): Promise<SignupReceipt & { readonly reference: string }> {
  assert.ok(response.ok, String(response.status));
  return (await response.json()) as SignupReceipt & { readonly reference: string };
}
