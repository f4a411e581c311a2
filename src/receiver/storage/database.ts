/**
 * A connection to a PostgreSQL database, embedded or on a server. The SQL is the same for both; numbers and times are
 * cast in the queries to types that both drivers read alike.
 */
export interface Queries {
  /** Runs one statement with `$1` parameters. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

export interface Database extends Queries {
  /** Commits all of `work`, or nothing; rejects with what `work` throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Runs work beside all other, on a connection and with a limit of its own: within 4 s it has ended or rejects. */
  probe<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Removes what was deleted from the files of tables, as far as the database can. */
  scrub(tables: readonly string[]): Promise<void>;
  /** Closes it within some seconds, whether or not the database answers. */
  close(): Promise<void>;
}

/** The code of a database error (SQLSTATE), which unlike its message quotes no values. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : undefined;
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
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === 'ERR_MODULE_NOT_FOUND' ? new MissingPackage(name, purpose) : error;
  }
}
