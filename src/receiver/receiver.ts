import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { openAdmin, type AdminApi } from './admin/admin-api.js';
import { adminServer } from './admin/admin-server.js';
import { publicServer } from './http/server.js';
import { errorFacts, logToOutput, type Log } from './log.js';
import { toCommand, toWebhook, type Deliver } from './notices/deliver.js';
import { OutboxWorker } from './notices/outbox-worker.js';
import { ReceiverFeed } from './receiver-feed.js';
import { Service } from './service.js';
import { newSocketName, socketPath, acquireFolderLock } from './storage/folder-lock.js';
import type { Database } from './storage/database.js';
import { openPglite } from './storage/pglite.js';
import { openPostgres } from './storage/postgres.js';
import { feedsOf } from './storage/reading.js';
import { migrate } from './storage/schema.js';
import { untilReachable } from './until-reachable.js';

export interface ReceiverOptions {
  /** The http(s) address or the file of the feed. */
  readonly feed: string;
  /** The address of a PostgreSQL database; without it the embedded one in `folder` is used. */
  readonly databaseUrl?: string | undefined;
  /** The data folder of the embedded database, `ceal-data` by default; made where it is not there. */
  readonly folder?: string;
  /** The address to listen on; this machine only (`127.0.0.1`) by default. */
  readonly host?: string;
  /** 8787 by default; 0 is any that is free. */
  readonly port?: number;
  /** Sites whose pages may send, as `https://www.example.org`; its own needs no mention. */
  readonly origins?: readonly string[];
  /** Requests a minute from one address; 60 by default. */
  readonly perMinute?: number;
  /** True behind a reverse proxy, whose headers say who asks; false by default. */
  readonly behindProxy?: boolean;
  /** False to refuse sign-ups for a full edition; true by default. */
  readonly waitingList?: boolean;
  /** The address that gets notices, and the secret to sign them with. */
  readonly webhook?: { readonly address: string; readonly secret: string } | undefined;
  /** A shell command that gets notices on its standard input. */
  readonly command?: string | undefined;
  /** The public address of the withdrawal page, for the text of confirmations. */
  readonly withdrawals?: string | undefined;
  readonly log?: Log;
  /** Ends a start that waits for the feed or the database: it rejects then. */
  readonly signal?: AbortSignal;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** Answers the requests it has, stores what was taken on, and closes everything it opened. */
  stop(): Promise<void>;
}

export const DEFAULTS = { folder: 'ceal-data', host: '127.0.0.1', port: 8787, perMinute: 60 } as const;
/** The time between two looks for places that were left open. */
const PROMOTE_INTERVAL_MS = 60_000;
/** The time that open connections get to end by themselves. */
const CLOSE_TIMEOUT_MS = 10_000;

/**
 * Starts a receiver, and waits for a feed at an address and a database that cannot be reached yet. Rejects with a message
 * for whoever starts it, and leaves nothing open then.
 */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { log = logToOutput, host = DEFAULTS.host, port = DEFAULTS.port, signal } = options;
  // Taken down in the reverse order.
  const cleanups: (() => unknown)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const feed = await untilReachable(() => ReceiverFeed.open(options.feed, log, signal), {
      for: 'feed',
      log,
      signal,
    });
    cleanups.push(() => feed.stop());

    // The admin server listens first: its socket shows that the folder is taken. It answers once there is an API.
    let admin: AdminApi | undefined = undefined;
    const folder = resolve(options.folder ?? DEFAULTS.folder);
    if (!options.databaseUrl) cleanups.push(await lockFolder(folder, { log, admin: () => admin }));
    const database = options.databaseUrl ? await openPostgres(options.databaseUrl) : await openPglite(folder);
    cleanups.push(() => database.close());
    await untilReachable(() => migrate(database), { for: 'database', log, signal });
    if (!options.databaseUrl) await checkFeed(database, feed.document.head.id ?? '');
    await feed.rememberIn(database);

    const deliver = deliverOf(options);
    const source = () => ({ feed: feed.document, withdrawals: options.withdrawals });
    const worker = deliver && new OutboxWorker({ database, deliver, source, log });
    if (worker) cleanups.push(() => worker.stop());

    const service = new Service({
      database,
      feed: () => feed.document,
      closedSignups: () => feed.closedSignups,
      hasWaitingList: options.waitingList ?? true,
      notify: worker !== undefined,
      onChange: () => worker?.wake(),
    });
    cleanups.push(() => service.idle());
    admin = openAdmin({
      database,
      feed: () => feed.document,
      rules: () => service.offerRules(),
      onChange: () => worker?.wake(),
    });
    const promote = () => service.promoteWaiting().catch((error: unknown) => log('error', errorFacts(error)));
    worker?.wake();
    await promote();
    feed.watch(() => void promote());
    const timer = setInterval(() => void promote(), PROMOTE_INTERVAL_MS);
    cleanups.push(() => clearInterval(timer));

    const server = publicServer({
      service,
      origins: options.origins ?? [],
      perMinute: options.perMinute ?? DEFAULTS.perMinute,
      behindProxy: options.behindProxy ?? false,
      log,
    });
    await listen(server, port, host);
    cleanups.push(() => close(server));
    cleanups.unshift(() => log('stopped'));
    const { port: actualPort } = server.address() as AddressInfo;
    log('started', { port: actualPort, database: options.databaseUrl ? 'postgresql' : 'embedded' });
    return { url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`, port: actualPort, stop };
  } catch (error) {
    await stop();
    if (signal?.aborted) log('stopped');
    throw error;
  }
}

/** Rejects where a folder has sign-ups of other feeds only: under a new id, places that are taken would be free. */
async function checkFeed(database: Database, id: string): Promise<void> {
  const stored = await feedsOf(database);
  if (stored.length > 0 && !stored.includes(id))
    throw new Error(
      `This data folder has the sign-ups of the feed "${stored.join('", "')}", and the id of this feed is "${id}". Give it its id back, or name another folder with --data.`,
    );
}

/**
 * Locks a data folder for this process, and makes it where it is not there. While it is locked, `admin` answers the
 * commands on its socket. Rejects with `FolderLockedError` where another process has it.
 * @returns a function that unlocks it
 */
export async function lockFolder(
  folder: string,
  { log = () => {}, admin = () => undefined }: { log?: Log; admin?: () => AdminApi | undefined } = {},
): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const socket = newSocketName();
  const server = adminServer(admin, log);
  await listen(server, socketPath(folder, socket));
  try {
    const unlock = await acquireFolderLock(folder, socket);
    return async () => {
      unlock();
      await close(server);
    };
  } catch (error) {
    await close(server);
    throw error;
  }
}

/** Delivers to the webhook and to the command; `undefined` where there is neither. */
function deliverOf({ webhook, command }: ReceiverOptions): Deliver | undefined {
  const targets = [webhook && toWebhook(webhook.address, webhook.secret), command && toCommand(command)];
  const deliveries = targets.filter((target) => typeof target === 'function');
  if (deliveries.length === 0) return undefined;
  return async (id, body) => {
    await Promise.all(deliveries.map((deliver) => deliver(id, body)));
  };
}

function listen(server: Server, ...address: [path: string] | [port: number, host: string]): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const onListening = () => {
      server.off('error', reject);
      resolve();
    };
    if (address.length === 1) server.listen(address[0], onListening);
    else server.listen(address[0], address[1], onListening);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), CLOSE_TIMEOUT_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
