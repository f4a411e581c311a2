import { resolve } from 'node:path';
import { openAdmin } from './admin/admin-api.js';
import { AdminServer } from './admin/admin-server.js';
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
import { within } from './within.js';

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** The address of the metrics, where they are served. */
  readonly metricsUrl?: string | undefined;
  /** Answers the requests it has, stores what was taken on, and closes everything it opened. */
  stop(): Promise<void>;
}

/**
 * The time in which a receiver should have stopped; then the command that runs it ends the process. It is more than its
 * requests, its work, its scrubber and its database get one after another.
 */
export const STOP_TIMEOUT_MS = 15_000;
/** The time that work which no visitor waits for gets to end. */
const WORK_TIMEOUT_MS = 3_000;

/**
 * Starts a receiver, and waits for a feed at an address and a database that cannot be reached yet. Rejects with a message
 * for whoever starts it, and leaves nothing open then.
 */
export async function startReceiver(options: ReceiverOptions): Promise<Receiver> {
  const { signal, host = DEFAULTS.host, port = DEFAULTS.port } = options;
  const metrics = new Metrics();
  const log = metrics.watchLog(options.log ?? logToOutput);
  // What is to end at a stop: that of one list together, and one list after another.
  const serving: End[] = [];
  const working: End[] = [];
  const scrubbing: End[] = [];
  const storing: End[] = [];
  const endAll = async (ends: End[]) => {
    const outcomes = await Promise.allSettled(ends.splice(0).map((end) => end()));
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') log('error', errorFacts(outcome.reason));
  };
  const stop = async () => {
    await endAll(serving);
    await within(WORK_TIMEOUT_MS, endAll(working));
    await endAll(scrubbing);
    await endAll(storing);
  };
  try {
    const deliver = deliverTo(options, log);
    // Every sign-up would be withdrawn, and nobody would know why.
    if (options.confirm && !deliver)
      throw new Error(
        'Somebody must send the mails in which an address is confirmed: name a webhook or a command.',
      );
    const open = () => ReceiverFeed.open(options.feed, log, signal);
    const feed = await untilReachable(open, { for: 'feed', log, signal });

    const admin = new AdminServer(log);
    const database = options.databaseUrl
      ? await openServer(options.databaseUrl, { feed: feed.id, log, signal })
      : await openFolder(resolve(options.folder ?? DEFAULTS.folder), {
          feed: feed.id,
          log,
          signal,
          admin,
        });
    storing.push(() => database.close());
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
    if (worker) working.push(() => worker.stop());
    await writeSetting(database, feed.id, IS_TOLD, worker !== undefined);
    const onChange = () => worker?.wake();

    const scrubber = new Scrubber(database, log);
    scrubbing.push(() => scrubber.stop());
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
    working.push(() => service.idle());
    const scrub = () => scrubber.atOnce();
    admin.api = openAdmin({ database, feed: () => feed.document, onChange, scrub });
    serving.push(() => admin.finish());
    onChange();
    const upkeep = new Upkeep(database, service, log);
    working.push(() => upkeep.stop());
    await upkeep.run();
    feed.watch(() => void upkeep.run());
    working.push(() => feed.stop());

    let metricsUrl: string | undefined;
    if (options.metricsPort !== undefined) {
      const server = metricsServer(metrics, () => gaugesOf(service, feed, database), log);
      await listen(server, options.metricsPort, DEFAULTS.host);
      // Whoever asks for figures asks again.
      serving.push(() => closeServer(server, 0));
      metricsUrl = `http://${DEFAULTS.host}:${portOf(server)}/metrics`;
    }
    const { origins = [], perMinute = DEFAULTS.perMinute, behindProxy = false } = options;
    const server = publicServer({ service, origins, perMinute, behindProxy, log });
    await listen(server, port, host);
    serving.push(() => closeServer(server));
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

/** Ends something that a receiver has begun. */
type End = () => Promise<void>;

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
