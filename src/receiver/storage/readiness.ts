import { errorFacts, type Log } from '../log.js';
import { isAboutContent, sqlState, type Database, type Queries } from './database.js';

/** The age at which an answer is asked for anew: a probe writes, and whoever asks without end must not make it write so. */
const MAX_AGE_MS = 500;
/** The time for which a failure of a sign-up counts, unless another is stored. */
const FAILURE_AGE_MS = 5_000;
/** The code of a disk that is full (SQLSTATE). */
const DISK_FULL = '53100';
/** Rows that are added and taken back after a failure: more than there is room for in what a table has already. */
const TRIAL_ROWS = 2_000;
/** The code by which such a trial takes itself back: any of our own. */
const TRIAL_DONE = 'CW001';

/** Knows whether the database can store, by storing. Says so in the log when it changes, with the reason. */
export class Readiness {
  readonly #database: Database;
  readonly #log: Log;
  #answer: { readonly at: number; readonly isReady: Promise<boolean> } | undefined;
  #reason: string | undefined;
  #failure: { readonly at: number; readonly reason: string } | undefined;
  /** True where storing has failed since it was last seen to succeed. */
  #isInDoubt = false;

  constructor(database: Database, log: Log) {
    this.#database = database;
    this.#log = log;
  }

  /** @returns true if it can store; within some seconds, whatever the database does */
  check(): Promise<boolean> {
    const now = performance.now();
    if (!this.#answer || now - this.#answer.at > MAX_AGE_MS) {
      // Until it has settled nobody asks again.
      const answer = { at: Infinity, isReady: this.#probe() };
      void answer.isReady.then(() => (answer.at = performance.now()));
      this.#answer = answer;
    }
    return this.#answer.isReady;
  }

  /** Tells that something was stored. */
  stored(): void {
    this.#failure = undefined;
  }

  /** Tells of an error in storing: for some seconds that counts as well as a probe would. */
  failed(error: unknown): void {
    if (isAboutContent(error)) return;
    this.#failure = { at: performance.now(), reason: reasonOf(error) };
    // A probe changes one row in place, for which there may be room on a disk that is full.
    if (sqlState(error) === DISK_FULL) this.#isInDoubt = true;
    this.#answer = undefined;
  }

  async #probe(): Promise<boolean> {
    // It may come to be in doubt while a row is written, of which that says nothing.
    const isInDoubt = this.#isInDoubt;
    try {
      await this.#database.probe(isInDoubt ? tryRoom : writeRow);
      if (isInDoubt) this.#isInDoubt = false;
      // A probe needs no lock that a sign-up needs.
      if (this.#failure && performance.now() - this.#failure.at < FAILURE_AGE_MS)
        return this.#say(this.#failure.reason);
      return this.#say(undefined);
    } catch (error) {
      return this.#say(reasonOf(error));
    }
  }

  /** Logs a change. @returns true if there is no reason why it cannot store */
  #say(reason: string | undefined): boolean {
    if (reason !== this.#reason) this.#log(reason ? 'not-ready' : 'ready-again', { reason });
    this.#reason = reason;
    return reason === undefined;
  }
}

function reasonOf(error: unknown): string {
  const { code, error: name } = errorFacts(error);
  return code ?? name ?? 'unknown';
}

async function writeRow(queries: Queries): Promise<void> {
  await queries.query(
    `insert into ceal_probes (id, at) values ('ready', now()) on conflict (id) do update set at = now()`,
  );
}

/** Makes tables grow, and takes it back. Rejects where there is no room. */
async function tryRoom(queries: Queries): Promise<void> {
  await queries
    .query(
      `do $$ begin
    insert into ceal_probes (id, at) select gen_random_uuid()::text, now() from generate_series(1, ${TRIAL_ROWS});
    raise exception using errcode = '${TRIAL_DONE}';
  end $$`,
    )
    .catch((error: unknown) => {
      if (sqlState(error) !== TRIAL_DONE) throw error;
    });
}
