import { resolve } from 'node:path';
import { openAdmin, type AdminApi } from './admin/admin-api.js';
import { ConfirmationLinks } from './confirmation-links.js';
import { publicServer } from './http/server.js';
import { closeServer, listen, portOf } from './http/listening.js';
import { errorFacts, logToOutput } from './log.js';
import { Metrics, metricsServer, processGauges, type GaugeValues } from './metrics.js';
import { OutboxWorker } from './notices/outbox-worker.js';
import { countNotices } from './notices/outbox.js';
import { deliverTo } from './notices/recipients.js';
import { openFolder, openServer } from './running/open-database.js';
import { DEFAULTS, type ReceiverOptions } from './options.js';
import { ReceiverFeed } from './feed/receiver-feed.js';
import { Service } from './service.js';
import type { Database } from './storage/database.js';
import { Scrubber } from './storage/scrubber.js';
import { formSecretOf, IS_TOLD, writeSetting } from './storage/settings.js';
import { untilReachable } from './running/until-reachable.js';
import { Upkeep } from './running/upkeep.js';

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** The address of the metrics, where they are served. */
  readonly metricsUrl?: string | undefined;
  /** Answers the requests it has, stores what was taken on, and closes everything it opened. */
  stop(): Promise<void>;
}

/** The time in which a receiver should have stopped; then the command that runs it ends the process. */
export const STOP_TIMEOUT_MS = 15_000;

/**
 * Starts a receiver, and waits for a feed at an address and a database that cannot be reached yet. Rejects with a message
 * for whoever starts it, and leaves nothing open then.
 */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { signal, host = DEFAULTS.host, port = DEFAULTS.port } = options;
  const metrics = new Metrics();
  const log = metrics.watchLog(options.log ?? logToOutput);
  // Taken down in the reverse order.
  const cleanups: (() => unknown)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).reverse())
      try {
        await cleanup();
      } catch (error) {
        log('error', errorFacts(error));
      }
  };
  try {
    const deliver = deliverTo(options, log);
    // Every sign-up would be withdrawn, and nobody would know why.
    if (options.confirm && !deliver)
      throw new Error('Somebody must send the mails in which an address is confirmed: name a webhook or a command.');
    const open = () => ReceiverFeed.open(options.feed, log, signal);
    const feed = await untilReachable(open, { for: 'feed', log, signal });

    let admin: AdminApi | undefined = undefined;
    const database = options.databaseUrl
      ? await openServer(options.databaseUrl, { feed: feed.id, log, signal })
      : await openFolder(resolve(options.folder ?? DEFAULTS.folder), {
          feed: feed.id,
          log,
          signal,
          admin: () => admin,
        });
    cleanups.push(() => database.close());
    await feed.rememberIn(database);

    const { withdrawals, mailFrom } = options;
    const secret = await formSecretOf(database);
    const confirm = options.confirm && {
      hours: options.confirm.hours,
      links: new ConfirmationLinks(options.confirm.address, secret),
    };
    const source = () => ({ feed: feed.document, withdrawals, mailFrom, confirm });
    const worker =
      deliver && new OutboxWorker({ database, deliver: metrics.watchDelivery(deliver), source, log });
    if (worker) cleanups.push(() => worker.stop());
    await writeSetting(database, feed.id, IS_TOLD, worker !== undefined);
    const onChange = () => worker?.wake();

    const scrubber = new Scrubber(database, log);
    cleanups.push(() => scrubber.stop());
    await scrubber.start();
    const service = new Service({
      database,
      feed: () => feed.document,
      closedSignups: () => feed.closedSignups,
      hasWaitingList: options.waitingList ?? true,
      notify: worker !== undefined,
      formSecret: secret,
      confirm,
      onChange,
      onDeleted: () => scrubber.soon(),
      log,
      metrics,
    });
    cleanups.push(() => service.idle());
    const scrub = () => scrubber.atOnce();
    admin = openAdmin({ database, feed: () => feed.document, onChange, scrub });
    onChange();
    const upkeep = new Upkeep(database, service, log);
    cleanups.push(() => upkeep.stop());
    await upkeep.run();
    feed.watch(() => void upkeep.run());
    cleanups.push(() => feed.stop());

    let metricsUrl: string | undefined;
    if (options.metricsPort !== undefined) {
      const server = metricsServer(metrics, () => gaugesOf(service, feed, database), log);
      await listen(server, options.metricsPort, DEFAULTS.host);
      cleanups.push(() => closeServer(server));
      metricsUrl = `http://${DEFAULTS.host}:${portOf(server)}/metrics`;
    }
    const { origins = [], perMinute = DEFAULTS.perMinute, behindProxy = false } = options;
    const server = publicServer({ service, origins, perMinute, behindProxy, log });
    await listen(server, port, host);
    cleanups.push(() => closeServer(server));
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${portOf(server)}`;
    log('started', { port: portOf(server), database: options.databaseUrl ? 'postgresql' : 'embedded' });
    return {
      url,
      port: portOf(server),
      metricsUrl,
      stop: async () => {
        const start = performance.now();
        log('stopping', { withinMs: STOP_TIMEOUT_MS });
        await stop();
        log('stopped', { ms: Math.round(performance.now() - start) });
      },
    };
  } catch (error) {
    await stop();
    if (signal?.aborted) log('stopped');
    throw error;
  }
}

async function gaugesOf(service: Service, feed: ReceiverFeed, database: Database): Promise<GaugeValues> {
  const isUp = await service.isReady();
  const notices = isUp ? await countNotices(database, feed.id) : undefined;
  return {
    ceal_queue_length: service.queueLength,
    ceal_feed_age_seconds: feed.ageSeconds,
    ceal_database_up: isUp ? 1 : 0,
    ceal_notices_waiting: notices?.waiting,
    ceal_notices_given_up: notices?.givenUp,
    ...processGauges(),
  };
}
