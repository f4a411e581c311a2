import { chmodSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { openAdmin, type AdminApi } from './admin/admin-api.js';
import { adminServer } from './admin/admin-server.js';
import { publicServer } from './http/server.js';
import { errorFacts, logToOutput, type Log } from './log.js';
import { ConfirmationLinks } from './confirmations.js';
import { forgetMails } from './notices/mail-limit.js';
import { OutboxWorker } from './notices/outbox-worker.js';
import { deliverTo } from './notices/recipients.js';
import { ReceiverFeed } from './receiver-feed.js';
import { Service } from './service.js';
import type { Database } from './storage/database.js';
import { acquireFolderLock, newSocketName, socketPath, type HeldFolder } from './storage/folder-lock.js';
import { openPglite } from './storage/pglite.js';
import { openPostgres } from './storage/postgres.js';
import { makePrivate } from './storage/private-folder.js';
import { feedsOf } from './storage/reading.js';
import { migrate } from './storage/schema.js';
import { Scrubber } from './storage/scrubber.js';
import { formSecretOf } from './storage/settings.js';
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
  /** The address that gets notices, and the secret to sign them with: one or two as Standard Webhooks write them. */
  readonly webhook?: { readonly address: string; readonly secret: string } | undefined;
  /** A shell command that gets notices on its standard input. */
  readonly command?: string | undefined;
  /** The public address of the withdrawal page, for the text of confirmations. */
  readonly withdrawals?: string | undefined;
  /** The sender of confirmations, as `Name <name@example.org>`. */
  readonly mailFrom?: string | undefined;
  /**
   * The hours in which an e-mail address must be confirmed for its sign-up to stay, and the public address of the page
   * for that. Somebody must send the mails: it needs a webhook or a command.
   */
  readonly confirm?: { readonly hours: number; readonly address: string } | undefined;
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
/** The time in which a receiver stops, whatever the database, a webhook or a client does. */
export const STOP_TIMEOUT_MS = 15_000;
/** The time of it that open connections get to end by themselves. */
const CLOSE_TIMEOUT_MS = 8_000;

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
  const stopAndSay = async () => {
    const start = performance.now();
    log('stopping', { withinMs: STOP_TIMEOUT_MS });
    await stop();
    log('stopped', { ms: Math.round(performance.now() - start) });
  };
  try {
    const deliver = deliverTo(options, log);
    const feed = await untilReachable(() => ReceiverFeed.open(options.feed, log, signal), {
      for: 'feed',
      log,
      signal,
    });
    cleanups.push(() => feed.stop());

    // The admin server listens first: its socket shows that the folder is taken. It answers once there is an API.
    let admin: AdminApi | undefined = undefined;
    const folder = resolve(options.folder ?? DEFAULTS.folder);
    const held = options.databaseUrl ? undefined : await lockFolder(folder, { log, admin: () => admin });
    if (held) cleanups.push(() => held.release());
    if (options.databaseUrl) {
      const address = options.databaseUrl;
      await untilReachable(() => migratePostgres(address), { for: 'database', log, signal });
    }
    const database = options.databaseUrl
      ? await openPostgres(options.databaseUrl)
      : await openPglite(folder, { check: () => checkHeld(held, log) });
    cleanups.push(() => database.close());
    if (held) {
      await migrate(database);
      await checkFeed(database, feed.document.head.id ?? '');
    }
    await feed.rememberIn(database);

    const { withdrawals, mailFrom } = options;
    const confirm = options.confirm && {
      hours: options.confirm.hours,
      links: new ConfirmationLinks(options.confirm.address, await formSecretOf(database)),
    };
    const source = () => ({ feed: feed.document, withdrawals, mailFrom, confirm });
    const worker = deliver && new OutboxWorker({ database, deliver, source, log });
    if (worker) cleanups.push(() => worker.stop());

    const scrubber = new Scrubber(database, log);
    cleanups.push(() => scrubber.stop());
    const service = new Service({
      database,
      feed: () => feed.document,
      closedSignups: () => feed.closedSignups,
      hasWaitingList: options.waitingList ?? true,
      notify: worker !== undefined,
      formSecret: await formSecretOf(database),
      confirm,
      onChange: () => worker?.wake(),
      onDeleted: () => scrubber.soon(),
      log,
    });
    cleanups.push(() => service.idle());
    admin = openAdmin({
      database,
      feed: () => feed.document,
      rules: () => service.offerRules(),
      onChange: () => worker?.wake(),
    });
    const promote = () => service.promoteWaiting().catch((error: unknown) => log('error', errorFacts(error)));
    const tidy = async () => {
      await promote();
      await service.releaseUnconfirmed();
      await forgetMails(database, feed.document.head.id ?? '');
    };
    worker?.wake();
    await promote();
    feed.watch(() => void promote());
    const timer = setInterval(
      () => void tidy().catch((error: unknown) => log('error', errorFacts(error))),
      PROMOTE_INTERVAL_MS,
    );
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
    const { port: actualPort } = server.address() as AddressInfo;
    log('started', { port: actualPort, database: options.databaseUrl ? 'postgresql' : 'embedded' });
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${actualPort}`,
      port: actualPort,
      stop: stopAndSay,
    };
  } catch (error) {
    await stop();
    if (signal?.aborted) log('stopped');
    throw error;
  }
}

/** Migrates without the limits that the work for visitors has. */
async function migratePostgres(address: string): Promise<void> {
  const database = await openPostgres(address, { limited: false });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

/** Ends the process where its folder is no longer its own: even closing the database would write in it. */
function checkHeld(held: HeldFolder | undefined, log: Log): void {
  try {
    held?.check();
  } catch (error) {
    log('folder-lost', errorFacts(error));
    process.exit(1);
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
 * Locks a data folder for this process, and makes it where it is not there. The folder, and all that this process makes
 * from now on, are its user's alone. While it is locked, `admin` answers the commands on its socket. Rejects with
 * `FolderLockedError` where another process has it.
 */
export async function lockFolder(
  folder: string,
  { log = () => {}, admin = () => undefined }: { log?: Log; admin?: () => AdminApi | undefined } = {},
): Promise<HeldFolder> {
  makePrivate(folder);
  const socket = newSocketName();
  const server = adminServer(admin, log);
  await listen(server, socketPath(folder, socket));
  try {
    if (process.platform !== 'win32') chmodSync(socketPath(folder, socket), 0o600);
    const held = await acquireFolderLock(folder, socket);
    return {
      check: held.check,
      release: async () => {
        await held.release();
        await close(server);
      },
    };
  } catch (error) {
    await close(server);
    throw error;
  }
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
