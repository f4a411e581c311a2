import { errorFacts, type Log } from '../log.js';
import type { Database } from '../storage/database.js';
import type { Deliver } from './deliver.js';
import { messageOf, type MessageSource } from './message.js';
import { postponeNotice, settleNotice, takeNotices, type Notice } from './outbox.js';

/** The time between two looks for notices that are due again. */
const POLL_INTERVAL_MS = 5_000;

export interface OutboxWorkerOptions {
  readonly database: Database;
  readonly deliver: Deliver;
  readonly source: () => MessageSource;
  readonly log: Log;
}

/** Delivers the notices of the outbox, apart from the requests that put them there. Retries what fails. */
export class OutboxWorker {
  readonly #options: OutboxWorkerOptions;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | undefined;
  #isStopped = false;
  #hasWork = false;

  constructor(options: OutboxWorkerOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.wake(), POLL_INTERVAL_MS);
  }

  /** Looks into the outbox at once; safe to call at any time. */
  wake(): void {
    this.#hasWork = true;
    if (this.#isStopped || this.#running) return;
    this.#running = this.#run().finally(() => (this.#running = undefined));
  }

  /** Settles when the notices in hand are delivered or postponed. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #run(): Promise<void> {
    const { database, log } = this.#options;
    try {
      while (this.#hasWork && !this.#isStopped) {
        this.#hasWork = false;
        const notices = await takeNotices(database, this.#options.source().feed.head.id ?? '');
        // A batch is limited: there may be more.
        if (notices.length > 0) this.#hasWork = true;
        await Promise.all(notices.map((notice) => this.#deliver(notice)));
      }
    } catch (error) {
      log('notices-failed', errorFacts(error));
    }
  }

  async #deliver(notice: Notice): Promise<void> {
    const { database, deliver, source, log } = this.#options;
    // Replaced or erased since: nothing of it may be sent any more.
    const isObsolete = notice.entry === null && notice.event !== 'signup.withdrawn';
    try {
      if (!isObsolete) await deliver(notice.id, JSON.stringify(messageOf(notice, source(), Date.now())));
      await settleNotice(database, notice);
    } catch (error) {
      const isRetried = await postponeNotice(database, notice);
      log(isRetried ? 'notice-postponed' : 'notice-given-up', {
        ...errorFacts(error),
        attempts: notice.attempts,
      });
    }
  }
}
