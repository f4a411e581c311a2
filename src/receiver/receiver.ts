import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { openAdmin, type AdminApi } from './admin/admin-api.js';
import { adminServer } from './admin/admin-server.js';
import { FeedSource } from './feed-source.js';
import { publicServer } from './http/server.js';
import { aboutError, logToOutput, type Log } from './log.js';
import { Courier } from './notices/outbox-worker.js';
import { toCommand, toWebhook, type Deliver } from './notices/deliver.js';
import { forgetNotices } from './notices/outbox.js';
import { Service } from './service.js';
import type { Database } from './storage/database.js';
import { newSocket, socketPath, takeFolder } from './storage/folder-lock.js';
import { openPglite } from './storage/pglite.js';
import { openPostgres } from './storage/postgres.js';
import { migrate } from './storage/schema.js';

export interface ReceiverOptions {
  /** The address or the file of the feed. */
  readonly feed: string;
  /** A PostgreSQL server; without it the embedded database in `folder` is used. */
  readonly databaseUrl?: string | undefined;
  /** The data folder of the embedded database; made where it is not there. */
  readonly folder?: string;
  /** Where to listen; this machine only by default. Port 0 is any that is free. */
  readonly host?: string;
  readonly port?: number;
  /** Sites whose pages may send, as `https://www.example.org`; its own needs no mention. */
  readonly origins?: readonly string[];
  /** Requests a minute from one address. */
  readonly perMinute?: number;
  /** Behind a reverse proxy, which says who asks. */
  readonly behindProxy?: boolean;
  /** Without a waiting list a full edition refuses. */
  readonly waitingList?: boolean;
  /** Who hears of sign-ups: an address with the secret to sign with, a command, or both. */
  readonly webhook?: { readonly address: string; readonly secret: string } | undefined;
  readonly command?: string | undefined;
  /** The public address of the withdrawal page, for confirmations. */
  readonly withdrawals?: string | undefined;
  readonly log?: Log;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Answers what was begun, stores what was taken on, and gives everything back. */
  stop(): Promise<void>;
}

export const DEFAULTS = { folder: 'ceal-data', host: '127.0.0.1', port: 8787, perMinute: 60 } as const;
/** How long to wait at the end for those who are slow, in milliseconds. */
const LAST_CALL = 10_000;

/** Starts a receiver. Rejects with words for whoever starts it. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { log = logToOutput, host = DEFAULTS.host, port = DEFAULTS.port } = options;
  // In the order of its making; taken down in the reverse.
  const undo: (() => unknown)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const feed = await FeedSource.open(options.feed, log);
    undo.push(() => feed.stop());

    // The desk listens first: it is what shows that the folder is taken.
    let desk: AdminApi | undefined = undefined;
    const folder = resolve(options.folder ?? DEFAULTS.folder);
    if (!options.databaseUrl) undo.push(await ownFolder(folder, log, () => desk));
    const database = options.databaseUrl ? await openPostgres(options.databaseUrl) : await openPglite(folder);
    undo.push(() => database.close());
    await migrate(database);

    const deliver = deliverOf(options);
    const courier = deliver && courierFor(database, deliver, feed, options.withdrawals, log);
    if (courier) undo.push(() => courier.stop());
    else await forgetNotices(database);

    const service = new Service({
      database,
      feed: () => feed.document,
      hasWaitingList: options.waitingList ?? true,
      notify: courier !== undefined,
      onChange: () => courier?.call(),
    });
    undo.push(() => service.idle());
    desk = openAdmin({
      database,
      feed: () => feed.document,
      rules: () => service.leaveRules(),
      onChange: () => courier?.call(),
    });
    const fill = () => service.feedChanged().catch((error: unknown) => log('error', aboutError(error)));
    await fill();
    feed.watch(() => void fill());

    const server = publicServer({
      service,
      origins: options.origins ?? [],
      perMinute: options.perMinute ?? DEFAULTS.perMinute,
      behindProxy: options.behindProxy ?? false,
      log,
    });
    await listen(server, port, host);
    undo.push(() => close(server));
    const { port: taken } = server.address() as AddressInfo;
    log('started', { port: taken, database: options.databaseUrl ? 'postgresql' : 'embedded' });
    return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, port: taken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Holds a data folder that no receiver uses. @returns what gives it up */
export function holdFolder(folder: string): Promise<() => Promise<void>> {
  return ownFolder(
    folder,
    () => {},
    () => undefined,
  );
}

/** Makes this process the owner of a data folder. @returns what gives it up */
async function ownFolder(
  folder: string,
  log: Log,
  desk: () => AdminApi | undefined,
): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const socket = newSocket();
  const server = adminServer(desk, log);
  await listen(server, socketPath(folder, socket));
  try {
    const leave = await takeFolder(folder, socket);
    return async () => {
      leave();
      await close(server);
    };
  } catch (error) {
    await close(server);
    throw error;
  }
}

function deliverOf({ webhook, command }: ReceiverOptions): Deliver | undefined {
  const ways = [webhook && toWebhook(webhook.address, webhook.secret), command && toCommand(command)];
  const all = ways.filter((way) => typeof way === 'function');
  if (all.length === 0) return undefined;
  return async (id, body) => {
    await Promise.all(all.map((way) => way(id, body)));
  };
}

function courierFor(
  database: Database,
  deliver: Deliver,
  feed: FeedSource,
  withdrawals: string | undefined,
  log: Log,
): Courier {
  const courier = new Courier({
    database,
    deliver,
    source: () => ({ feed: feed.document, withdrawals }),
    log,
  });
  courier.call();
  return courier;
}

function listen(server: Server, ...where: [path: string] | [port: number, host: string]): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const done = () => {
      server.off('error', reject);
      resolve();
    };
    if (where.length === 1) server.listen(where[0], done);
    else server.listen(where[0], where[1], done);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), LAST_CALL);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
