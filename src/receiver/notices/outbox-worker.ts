import { aboutError, type Log } from '../log.js';
import type { Database } from '../storage/database.js';
import type { Deliver } from './deliver.js';
import { messageOf, type MessageSource } from './message.js';
import { postponeNotice, settleNotice, takeNotices, type Notice } from './outbox.js';

/** How often to look for what is due again, in milliseconds. */
const PAUSE = 5_000;

export interface CourierOptions {
  readonly database: Database;
  readonly deliver: Deliver;
  readonly source: () => MessageSource;
  readonly log: Log;
}

/** Tells what is to be told, beside the answers and never in their way; what fails is tried again. */
export class Courier {
  readonly #options: CourierOptions;
  readonly #timer: NodeJS.Timeout;
  #round: Promise<void> | undefined;
  #isStopped = false;
  #isCalled = false;

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.call(), PAUSE);
  }

  /** There is something new. */
  call(): void {
    this.#isCalled = true;
    if (this.#isStopped || this.#round) return;
    this.#round = this.#rounds().finally(() => (this.#round = undefined));
  }

  /** Settles when what it has in hand is told or left for later. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await this.#round;
  }

  async #rounds(): Promise<void> {
    const { database, log } = this.#options;
    try {
      while (this.#isCalled && !this.#isStopped) {
        this.#isCalled = false;
        const notices = await takeNotices(database);
        // Where there were some, there may be more.
        if (notices.length > 0) this.#isCalled = true;
        await Promise.all(notices.map((notice) => this.#tell(notice)));
      }
    } catch (error) {
      log('notices-failed', aboutError(error));
    }
  }

  async #tell(notice: Notice): Promise<void> {
    const { database, deliver, source, log } = this.#options;
    // Replaced or erased since: nobody is to be told of it any more.
    const isGone = notice.entry === null && notice.event !== 'signup.withdrawn';
    try {
      if (!isGone) await deliver(notice.id, JSON.stringify(messageOf(notice, source(), Date.now())));
      await settleNotice(database, notice);
    } catch (error) {
      const again = await postponeNotice(database, notice);
      log(again ? 'notice-postponed' : 'notice-given-up', {
        ...aboutError(error),
        attempts: notice.attempts,
      });
    }
  }
}
