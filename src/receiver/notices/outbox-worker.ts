import { errorFacts, ProblemLog, type Log } from '../log.js';
import type { Database } from '../storage/database.js';
import { DeliveryError, type Deliver } from './deliver.js';
import { INTERVAL_MINUTES, takeMail } from './mail-limit.js';
import type { MailSource } from './participant-mail.js';
import { noticeBodyOf } from './notice-body.js';
import { postponeNotice, returnNotice, settleNotice, takeNotices, type Notice } from './outbox.js';

/** The time between two looks for notices that are due again. */
const POLL_INTERVAL_MS = 5_000;
const MAX_DELIVERIES_AT_ONCE = 5;
/** The time that deliveries have to end by themselves when the receiver stops. */
const STOP_TIMEOUT_MS = 2_000;

interface OutboxWorkerOptions {
  readonly database: Database;
  readonly deliver: Deliver;
  readonly source: () => MailSource;
  readonly log: Log;
}

/** Delivers the notices of the outbox, apart from the requests that put them there. Retries what fails. */
export class OutboxWorker {
  readonly #options: OutboxWorkerOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #deliveries = new Set<Promise<void>>();
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #isStopped = false;
  #hasWork = false;
  readonly #failures: ProblemLog;
  readonly #postponed: ProblemLog;

  constructor(options: OutboxWorkerOptions) {
    this.#options = options;
    this.#failures = new ProblemLog(options.log, 'notices-failed');
    this.#postponed = new ProblemLog(options.log, 'notice-postponed');
    this.#timer = setInterval(() => this.wake(), POLL_INTERVAL_MS);
  }

  /** Looks into the outbox at once; safe to call at any time. */
  wake(): void {
    this.#hasWork = true;
    if (this.#isStopped || this.#running) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      // Woken between its last look and its end.
      if (this.#hasWork) this.wake();
    });
  }

  /** Settles when the notices in hand are delivered or put back: within a few seconds, whatever a webhook does. */
  async stop(): Promise<void> {
    this.#switchOff();
    const timer = setTimeout(() => this.#stopping.abort(), STOP_TIMEOUT_MS);
    await this.#running;
    await Promise.all(this.#deliveries);
    clearTimeout(timer);
    // What a command left behind ends too.
    this.#stopping.abort();
  }

  #switchOff(): void {
    this.#isStopped = true;
    clearInterval(this.#timer);
  }

  async #run(): Promise<void> {
    const { database, source } = this.#options;
    try {
      while (this.#hasWork && !this.#isStopped) {
        // One that hangs keeps its own place only.
        if (this.#deliveries.size >= MAX_DELIVERIES_AT_ONCE) await Promise.race(this.#deliveries);
        this.#hasWork = false;
        const free = MAX_DELIVERIES_AT_ONCE - this.#deliveries.size;
        const notices = await takeNotices(database, source().feed.head.id ?? '', free);
        this.#failures.clear();
        // What is taken at once is limited: there may be more.
        if (notices.length > 0) this.#hasWork = true;
        for (const notice of notices) this.#start(notice);
      }
    } catch (error) {
      // The next look is for the timer: the database may be away for long.
      this.#hasWork = false;
      this.#failures.report(errorFacts(error));
    }
  }

  #start(notice: Notice): void {
    const delivery = this.#deliver(notice)
      .catch((error: unknown) => this.#failures.report(errorFacts(error)))
      .finally(() => this.#deliveries.delete(delivery));
    this.#deliveries.add(delivery);
  }

  async #deliver(notice: Notice): Promise<void> {
    const { database, deliver, source } = this.#options;
    // Replaced or erased since: nothing of it may be sent any more.
    const isObsolete = notice.entry === null && notice.event !== 'signup.withdrawn';
    try {
      if (!isObsolete) {
        const decision = await takeMail(database, notice);
        if (decision === 'later') return await returnNotice(database, notice, INTERVAL_MINUTES);
        await deliver({
          id: notice.id,
          body: JSON.stringify(noticeBodyOf(notice, source(), { mayMail: decision === 'now' })),
          signal: this.#stopping.signal,
        });
      }
    } catch (error) {
      return this.#putBack(notice, error);
    }
    await settleNotice(database, notice);
    // One that failed before arrives: the recipient is well again.
    if (notice.attempts > 1) this.#postponed.clear();
  }

  /** Puts a notice that did not arrive back into the outbox. */
  async #putBack(notice: Notice, error: unknown): Promise<void> {
    const { database, log } = this.#options;
    const { isGone, retryAfterMs } =
      error instanceof DeliveryError ? error : { isGone: false, retryAfterMs: 0 };
    // Nobody wants it any more, until the operator starts the receiver again.
    if (isGone) this.#switchOff();
    if (isGone || this.#stopping.signal.aborted) return returnNotice(database, notice);
    const facts = error instanceof DeliveryError ? { reason: error.reason } : errorFacts(error);
    if (await postponeNotice(database, notice, retryAfterMs)) this.#postponed.report(facts);
    else log('notice-given-up', { ...facts, attempts: notice.attempts });
  }
}
