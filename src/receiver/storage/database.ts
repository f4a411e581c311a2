import { codeOf } from '../error-code.js';

/**
 * A connection to a PostgreSQL database, embedded or on a server. The SQL is the same for both; numbers and times are
 * cast in the queries to types that both drivers read alike.
 */
export interface Queries {
  /** Runs one statement with `$1` parameters. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

/** A transaction that is going on. */
export interface Transaction extends Queries {
  /** Runs one statement of which only success matters: the transaction rejects where it fails, and does not wait here. */
  write(sql: string, values?: readonly unknown[]): void;
}

/** Queries that all see the same, until `end`. */
export interface Snapshot extends Queries {
  end(): Promise<void>;
}

export interface TransactionOptions {
  /** Keys of advisory locks that it takes first and holds to its end. Taken in order: two cannot wait for each other. */
  readonly locks?: readonly bigint[];
}

export interface Database extends Queries {
  /** The number of transactions that it works on at the same time. */
  readonly concurrency: number;
  /** Commits all of `work`, or nothing; rejects with what `work` throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Begins to read at length: as one instant saw it, where that keeps nobody waiting. */
  snapshot(): Promise<Snapshot>;
  /** Runs work beside all other, on a connection and with a limit of its own: within 4 s it has ended or rejects. */
  probe<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Removes what was deleted from the files of the tables with personal data, as far as the database can. */
  scrub(): Promise<void>;
  /** Closes it within some seconds, whether or not the database answers. */
  close(): Promise<void>;
}

/** Yields what `read` gives from one snapshot, and ends that. */
export async function* fromSnapshot<T>(
  database: Database,
  read: (queries: Queries) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const snapshot = await database.snapshot();
  try {
    yield* read(snapshot);
  } finally {
    await snapshot.end();
  }
}

/** The keys of locks, each once and in the order in which every transaction takes them. */
export function inOrder(locks: readonly bigint[]): readonly bigint[] {
  return [...new Set(locks)].sort((a, b) => (a < b ? -1 : 1));
}

/** The code of a database error (SQLSTATE), which unlike its message quotes no values. */
export function sqlState(error: unknown): string | undefined {
  const code = codeOf(error) ?? '';
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** True if the error is about the data itself: exceptions and broken constraints (SQLSTATE classes 22, 23 and 54). */
export function isAboutContent(error: unknown): boolean {
  return /^(22|23|54)/.test(sqlState(error) ?? '');
}

/** A package that only the receiver needs is not installed. */
export class MissingPackage extends Error {
  constructor(name: string, purpose: string) {
    super(`${purpose} needs the package ${name}. Install it: npm install ${name}`);
  }
}

/** Imports an optional package; rejects with `MissingPackage` where it is not installed. */
export async function optional<T>(load: () => Promise<T>, name: string, purpose: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw codeOf(error) === 'ERR_MODULE_NOT_FOUND' ? new MissingPackage(name, purpose) : error;
  }
}
