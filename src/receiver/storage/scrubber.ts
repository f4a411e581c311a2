import { errorFacts, type Log } from '../log.js';
import type { Database } from './database.js';
import { PERSONAL_TABLES } from './schema.js';

/** The wait after the last withdrawal: several that come together cost no more than one. */
const QUIET_MS = 60_000;
/** The time between two of its own accord: it writes all tables anew, while visitors wait. */
const MIN_INTERVAL_MS = 3_600_000;
/** The size of tables, in bytes, that are written anew within the time in which a receiver stops. */
const MAX_SIZE_AT_STOP = 64 * 1_048_576;

/** Removes what visitors withdrew from the files of the database, some time after they did, or when it stops. */
export class Scrubber {
  readonly #database: Database;
  readonly #log: Log;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #lastAt = -Infinity;

  constructor(database: Database, log: Log) {
    this.#database = database;
    this.#log = log;
  }

  /** Tells that personal data was deleted. */
  soon(): void {
    clearTimeout(this.#timer);
    const wait = Math.max(QUIET_MS, this.#lastAt + MIN_INTERVAL_MS - performance.now());
    this.#timer = setTimeout(() => (this.#running = this.#scrub()), wait).unref();
  }

  async stop(): Promise<void> {
    const isDue = this.#timer !== undefined;
    clearTimeout(this.#timer);
    await this.#running;
    if (isDue && (await this.#isSmall())) await this.#scrub();
  }

  async #scrub(): Promise<void> {
    this.#timer = undefined;
    this.#lastAt = performance.now();
    await this.#database.scrub(PERSONAL_TABLES).catch((error: unknown) => {
      this.#log('scrub-failed', errorFacts(error));
    });
  }

  async #isSmall(): Promise<boolean> {
    const sizes = PERSONAL_TABLES.map((table) => `pg_total_relation_size('${table}')`).join(' + ');
    const [row] = await this.#database
      .query<{ bytes: number }>(`select (${sizes})::float8 as bytes`)
      .catch(() => []);
    return row !== undefined && row.bytes < MAX_SIZE_AT_STOP;
  }
}
