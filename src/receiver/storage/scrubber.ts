import { errorFacts, type Log } from '../log.js';
import { within } from '../within.js';
import type { Database } from './database.js';
import { personalBytes } from './schema.js';
import { readSetting, writeSetting } from './settings.js';

/** The wait after the last withdrawal: several that come together cost no more than one. */
const QUIET_MS = 60_000;
/** The time between two of its own accord: it writes all tables anew, while visitors wait. */
const MIN_INTERVAL_MS = 3_600_000;
/** The time that a scrub gets to end when the receiver stops. */
const STOP_TIMEOUT_MS = 3_000;
/** The size of tables, in bytes, that are written anew within the time in which a receiver stops. */
const MAX_SIZE_AT_STOP = 64 * 1_048_576;

/** The setting that stands while something is to be removed: a receiver that is killed before goes on with it. */
const DUE = 'scrub-due';

/** Removes what visitors withdrew from the files of the database, some time after they did, or when it stops. */
export class Scrubber {
  readonly #database: Database;
  readonly #log: Log;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #lastAt = -Infinity;
  #isStopped = false;

  constructor(database: Database, log: Log) {
    this.#database = database;
    this.#log = log;
  }

  /** Goes on with what the receiver before this one left to be done. */
  async start(): Promise<void> {
    if ((await readSetting(this.#database, '', DUE)) === true) this.soon();
  }

  /** Tells that personal data was deleted. */
  soon(): void {
    if (this.#timer !== undefined || this.#isStopped) return;
    this.#note(true);
    const wait = Math.max(QUIET_MS, this.#lastAt + MIN_INTERVAL_MS - performance.now());
    this.#timer = setTimeout(() => void this.#run(), wait).unref();
  }

  /** Removes at once what was deleted. Settles when that is done, or has failed: then it is tried again later. */
  async atOnce(): Promise<void> {
    this.soon();
    await this.#run();
  }

  /** Settles within some seconds: what is not removed by then is left to the receiver after this one. */
  async stop(): Promise<void> {
    const isDue = this.#timer !== undefined;
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await within(STOP_TIMEOUT_MS, this.#finish(isDue));
  }

  async #finish(isDue: boolean): Promise<void> {
    await this.#running;
    if (isDue && (await this.#isSmall())) await this.#run();
  }

  /** Scrubs after the one that is going on, which may have passed what was deleted since. */
  #run(): Promise<void> {
    this.#running = this.#running.then(() => this.#scrub());
    return this.#running;
  }

  async #scrub(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lastAt = performance.now();
    try {
      await this.#database.scrub();
      // What was deleted meanwhile has a timer of its own.
      if (this.#timer === undefined) await writeSetting(this.#database, '', DUE, false);
    } catch (error) {
      this.#log('scrub-failed', errorFacts(error));
      this.soon();
    }
  }

  #note(isDue: boolean): void {
    void writeSetting(this.#database, '', DUE, isDue).catch((error: unknown) => {
      this.#log('scrub-failed', errorFacts(error));
    });
  }

  async #isSmall(): Promise<boolean> {
    return (await personalBytes(this.#database).catch(() => Infinity)) < MAX_SIZE_AT_STOP;
  }
}
