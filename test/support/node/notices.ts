/** A webhook of the test's own, notices, and a service whose notices are delivered. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MailSource } from '../../../src/receiver/notices/participant-mail.js';
import type { Deliver } from '../../../src/receiver/notices/deliver.js';
import type { NoticeBody } from '../../../src/receiver/notices/notice-body.js';
import type { Notice } from '../../../src/receiver/notices/outbox.js';
import { OutboxWorker } from '../../../src/receiver/notices/outbox-worker.js';
import type { Database } from '../../../src/receiver/storage/database.js';
import { feedOf, serviceOn, type TestService, type TestServiceOptions } from './receiver.js';
import type { LogLine } from './served.js';

/** A notice of a sign-up with a place, changed. */
export const noticeOf = (changes: Partial<Notice> = {}): Notice => ({
  id: 'x',
  feed: 'proef',
  event: 'signup.received',
  at: '2027-01-01T00:00:00.000Z',
  attempts: 1,
  reference: 'AB-12',
  status: 'accepted',
  signup: 'meedoen',
  edition: 'herfst',
  receivedAt: '2027-01-01T00:00:00.000Z',
  offeredAt: null,
  confirmBy: null,
  reason: null,
  replaces: [],
  entry: { name: 'Noor (voorbeeld)', email: 'noor@example.org', answers: {}, consents: [], language: 'nl' },
  ...changes,
});

/** A request that the hook has had. */
export interface HookRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly message: NoticeBody;
}

export interface Hook {
  readonly address: string;
  readonly requests: readonly HookRequest[];
  /** Sets how it answers: at once with 200 to begin with. The number is that of the request, from 1. */
  answer(by: (response: ServerResponse, number: number, request: HookRequest) => void): void;
  /** The messages, once there are so many. */
  messages(count: number): Promise<readonly NoticeBody[]>;
  reset(): void;
  close(): void;
}

export const withStatus =
  (status: number, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end();
  };

/** Starts a webhook that remembers what it is told. */
export async function startHook(): Promise<Hook> {
  const requests: HookRequest[] = [];
  let respond: Parameters<Hook['answer']>[0] = withStatus(200);
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const heard = { headers: request.headers, body, message: JSON.parse(body) as NoticeBody };
      requests.push(heard);
      respond(response, requests.length, heard);
      server.emit('heard');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    requests,
    answer: (by) => (respond = by),
    messages: async (count) => {
      while (requests.length < count) await once(server, 'heard');
      return requests.map(({ message }) => message);
    },
    reset: () => {
      requests.length = 0;
      respond = withStatus(200);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface Notifying extends TestService {
  readonly worker: OutboxWorker;
  readonly log: readonly LogLine[];
}

export interface NotifyingOptions extends TestServiceOptions {
  readonly deliver: Deliver;
  readonly source?: Partial<MailSource>;
}

/** A service whose notices are delivered. */
export function notifyingService(
  database: Database,
  { deliver, source = {}, feed = feedOf(), ...options }: NotifyingOptions,
): Notifying {
  const log: LogLine[] = [];
  const worker = new OutboxWorker({
    database,
    deliver,
    source: () => ({ feed, withdrawals: undefined, ...source }),
    log: (event, facts) => log.push({ event, ...facts }),
  });
  return { ...serviceOn(database, { feed, ...options, onChange: () => worker.wake() }), worker, log };
}

/** Makes every notice due again, as time does. */
export async function makeDue(database: Database): Promise<void> {
  await database.query(`update ceal_notices set due_at = now() where due_at < 'infinity'`);
}

/** Removes all sign-ups, so that the next test begins anew. */
export async function emptyDatabase(database: Database): Promise<void> {
  await database.query('truncate ceal_signups, ceal_notices, ceal_places, ceal_mails');
}
