import { errorFacts, ProblemLog, type Log } from '../log.js';
import { forgetMails } from '../notices/mail-limit.js';
import type { Service } from '../service.js';
import type { Database } from '../storage/database.js';

const INTERVAL_MS = 60_000;

/**
 * What a receiver does by itself every minute, and when its feed has changed: it gives out places that were left open,
 * releases those that nobody confirmed, and forgets who had a mail.
 */
export class Upkeep {
  readonly #database: Database;
  readonly #service: Service;
  readonly #problems: ProblemLog;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();

  constructor(database: Database, service: Service, log: Log) {
    this.#database = database;
    this.#service = service;
    this.#problems = new ProblemLog(log, 'error');
    this.#timer = setInterval(() => void this.run(), INTERVAL_MS);
  }

  /** Settles when it is done, or has failed and the log says so. */
  run(): Promise<void> {
    this.#running = this.#running
      .then(() => this.#tidy())
      .then(() => this.#problems.clear())
      .catch((error: unknown) => this.#problems.report(errorFacts(error)));
    return this.#running;
  }

  /** Settles when what it is at has ended. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #tidy(): Promise<void> {
    await this.#service.promoteWaiting();
    await this.#service.releaseUnconfirmed();
    await forgetMails(this.#database, this.#service.feed.head.id ?? '');
  }
}
