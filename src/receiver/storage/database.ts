/**
 * A PostgreSQL database, embedded or on a server. The SQL is the same; only how it is reached differs. Numbers and times
 * are cast in the queries to what both drivers read alike.
 */
export interface Queries {
  /** One statement with `$1` places. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
}

export interface Database extends Queries {
  /** All of it or nothing; what it throws is thrown on. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The code of a database error (SQLSTATE), which tells no values; messages do. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** A package that only the receiver needs is not there: said in one line, with what to do. */
export class MissingPackage extends Error {
  constructor(name: string, what: string) {
    super(`${what} needs the package ${name}. Install it: npm install ${name}`);
  }
}

/** Imports an optional package. */
export async function optional<T>(load: () => Promise<T>, name: string, what: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw code === 'ERR_MODULE_NOT_FOUND' ? new MissingPackage(name, what) : error;
  }
}
