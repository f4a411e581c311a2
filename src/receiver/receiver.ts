import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { openAdmin, type AdminApi } from './admin/admin-api.js';
import { adminServer } from './admin/admin-server.js';
import { publicServer } from './http/server.js';
import { errorFacts, logToOutput, type Log } from './log.js';
import { Metrics, metricsServer, processGauges } from './metrics.js';
import { toCommand, toWebhook, type Deliver } from './notices/deliver.js';
import { OutboxWorker } from './notices/outbox-worker.js';
import { clearNotices, countNotices } from './notices/outbox.js';
import { ReceiverFeed } from './receiver-feed.js';
import { Service } from './service.js';
import { newSocketName, socketPath, acquireFolderLock } from './storage/folder-lock.js';
import { openPglite } from './storage/pglite.js';
import { openPostgres } from './storage/postgres.js';
import { migrate } from './storage/schema.js';

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
  /** The port of `GET /metrics` on this machine, for Prometheus; none by default, 0 is any that is free. */
  readonly metricsPort?: number | undefined;
  readonly log?: Log;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** The address of the metrics, where they are served. */
  readonly metricsUrl?: string | undefined;
  /** Answers the requests it has, stores what was taken on, and closes everything it opened. */
  stop(): Promise<void>;
}

export const DEFAULTS = { folder: 'ceal-data', host: '127.0.0.1', port: 8787, perMinute: 60 } as const;
/** The time that open connections get to end by themselves. */
const CLOSE_TIMEOUT_MS = 10_000;

/** Starts a receiver. Rejects with a message for whoever starts it, and leaves nothing open then. */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { host = DEFAULTS.host, port = DEFAULTS.port } = options;
  const metrics = new Metrics();
  const log = metrics.watchLog(options.log ?? logToOutput);
  // Taken down in the reverse order.
  const cleanups: (() => unknown)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const feed = await ReceiverFeed.open(options.feed, log);
    cleanups.push(() => feed.stop());

    // The admin server listens first: its socket shows that the folder is taken. It answers once there is an API.
    let admin: AdminApi | undefined = undefined;
    const folder = resolve(options.folder ?? DEFAULTS.folder);
    if (!options.databaseUrl) cleanups.push(await lockFolder(folder, { log, admin: () => admin }));
    const database = options.databaseUrl ? await openPostgres(options.databaseUrl) : await openPglite(folder);
    cleanups.push(() => database.close());
    await migrate(database);

    const deliver = deliverOf(options);
    const source = () => ({ feed: feed.document, withdrawals: options.withdrawals });
    const worker =
      deliver && new OutboxWorker({ database, deliver: metrics.watchDelivery(deliver), source, log });
    if (worker) cleanups.push(() => worker.stop());
    else await clearNotices(database);

    const service = new Service({
      database,
      feed: () => feed.document,
      hasWaitingList: options.waitingList ?? true,
      notify: worker !== undefined,
      onChange: () => worker?.wake(),
      metrics,
    });
    cleanups.push(() => service.idle());
    admin = openAdmin({
      database,
      feed: () => feed.document,
      rules: () => service.releaseRules(),
      onChange: () => worker?.wake(),
    });
    const promote = () => service.feedChanged().catch((error: unknown) => log('error', errorFacts(error)));
    worker?.wake();
    await promote();
    feed.watch(() => void promote());

    let metricsUrl: string | undefined = undefined;
    if (options.metricsPort !== undefined) {
      const gauges = async () => {
        const isUp = await service.isReady();
        const notices = isUp ? await countNotices(database) : undefined;
        return {
          ceal_queue_length: service.queueLength,
          ceal_feed_age_seconds: feed.ageSeconds,
          ceal_database_up: isUp ? 1 : 0,
          ceal_notices_waiting: notices?.waiting,
          ceal_notices_given_up: notices?.givenUp,
          ...processGauges(),
        };
      };
      const metricsOnly = metricsServer(metrics, gauges, log);
      await listen(metricsOnly, options.metricsPort, DEFAULTS.host);
      cleanups.push(() => close(metricsOnly));
      metricsUrl = `http://${DEFAULTS.host}:${portOf(metricsOnly)}/metrics`;
    }

    const server = publicServer({
      service,
      origins: options.origins ?? [],
      perMinute: options.perMinute ?? DEFAULTS.perMinute,
      behindProxy: options.behindProxy ?? false,
      log,
    });
    await listen(server, port, host);
    cleanups.push(() => close(server));
    const actualPort = portOf(server);
    log('started', { port: actualPort, database: options.databaseUrl ? 'postgresql' : 'embedded' });
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`;
    return { url, port: actualPort, metricsUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
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
