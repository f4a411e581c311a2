import type { Database, Queries, Transaction } from './database.js';
import { COUNT_CHANGES, IS_DOUBTFUL, isStatus } from './places.js';
import { feedsOf } from './reading.js';

/**
 * An archive holds all of a database, empty rows and notices too, to be read into another: of another kind or a later
 * version. Its lines are JSON: a head, then a row of a table each, in an order in which they can be stored again.
 */
const HEAD = { format: 'ceal-widgets archive', version: 1 } as const;

/** The tables, each after those that it refers to, and the order of its rows. */
const TABLES = { ceal_settings: 'feed, name', ceal_signups: 'seq, id', ceal_notices: 'id' } as const;
type Table = keyof typeof TABLES;

const PAGE_SIZE = 500;

/** Yields the lines of an archive of one feed, or of all, as one instant saw it where the database can. */
export async function* archiveLines(queries: Queries, feed?: string): AsyncGenerator<string> {
  yield JSON.stringify(HEAD);
  // Settings without a feed are those of the whole installation, its secret among them: none of one organisation's.
  const feeds = feed === undefined ? ['', ...(await feedsOf(queries))] : [feed];
  for (const table of Object.keys(TABLES) as Table[])
    for (const each of feeds) yield* linesOf(queries, table, each);
}

async function* linesOf(queries: Queries, table: Table, feed: string): AsyncGenerator<string> {
  const key = `(${TABLES[table]})`;
  for (let last: unknown[] | undefined; ;) {
    const columns = TABLES[table].split(', ');
    const rows = await queries.query<{ row: Readonly<Record<string, unknown>>; line: string }>(
      `select to_jsonb(r) as row, to_jsonb(r)::text as line from ${table} as r
        where feed = $1 ${last ? `and ${key} > (${columns.map((_, n) => `$${n + 2}`).join(', ')})` : ''}
        order by ${TABLES[table]} limit ${PAGE_SIZE}`,
      [feed, ...(last ?? [])],
    );
    for (const { line } of rows) yield `{"table":"${table}","row":${line}}`;
    if (rows.length < PAGE_SIZE) return;
    last = columns.map((column) => rows.at(-1)!.row[column]);
  }
}

/** What an archive held. */
export interface Imported {
  readonly signups: number;
  readonly feeds: readonly string[];
}

/**
 * Stores an archive, all of it or nothing. Rejects with a message for whoever imports it where it is none, ends early, or
 * where the database has sign-ups of one of its feeds already.
 */
export function importArchive(database: Database, lines: AsyncIterable<string>): Promise<Imported> {
  return database.transaction(async (tx) => {
    const feeds = new Set<string>();
    let signups = 0;
    let page: { table: Table; rows: unknown[] } | undefined;
    const store = async () => {
      if (page) await storeRows(tx, page.table, page.rows);
      page = undefined;
    };
    const columns = await columnsOf(tx);
    let number = 0;
    for await (const line of lines) {
      number += 1;
      // Editors put a byte order mark at the start.
      const value = parseLine(number === 1 ? line.replace(/^\ufeff/, '') : line, number);
      if (number === 1) {
        checkHead(value);
        continue;
      }
      const { table, row } = value as { table?: unknown; row?: Readonly<Record<string, unknown>> };
      if (typeof table !== 'string' || !(table in TABLES) || typeof row?.['feed'] !== 'string')
        throw new Error(`Line ${number} is none of an archive.`);
      const unknown = Object.keys(row).find((column) => !columns.get(table)?.includes(column));
      if (unknown !== undefined) throw new Error(`Line ${number}: this version does not know "${unknown}".`);
      if (table === 'ceal_signups') {
        if (!isStatus(row['status']))
          throw new Error(`Line ${number}: "${String(row['status'])}" is no status.`);
        signups += 1;
        if (!feeds.has(row['feed'])) await checkEmpty(tx, row['feed']);
        feeds.add(row['feed']);
      }
      if (page && (page.table !== table || page.rows.length >= PAGE_SIZE)) await store();
      page ??= { table: table as Table, rows: [] };
      page.rows.push(row);
    }
    if (number === 0) checkHead(undefined);
    await store();
    // A receiver that stores at the same time counts before this, or after.
    await tx.query('lock table ceal_places in exclusive mode');
    for (const feed of feeds) await recount(tx, feed);
    await tx.query(
      `select setval(sequence, greatest(last, coalesce(pg_sequence_last_value(sequence::regclass), 1)))
         from (select pg_get_serial_sequence('ceal_signups', 'seq') as sequence, coalesce(max(seq), 1) as last
                 from ceal_signups) as numbers`,
    );
    return { signups, feeds: [...feeds] };
  });
}

/** The columns of each table. */
async function columnsOf(queries: Queries): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await queries.query<{ name: string; columns: readonly string[] }>(
    `select relname::text as name, json_agg(attname) as columns
       from pg_class join pg_attribute on attrelid = pg_class.oid
      where pg_class.oid = any(array[${Object.keys(TABLES)
        .map((table) => `'${table}'::regclass`)
        .join()}]::oid[]) and attnum > 0 and not attisdropped group by relname`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`Line ${number} is not whole: the archive was cut off, or is none.`);
  }
}

function checkHead(head: unknown): void {
  const { format, version } = (head ?? {}) as { format?: unknown; version?: unknown };
  if (format !== HEAD.format) throw new Error('This is no archive: make one with export --format archive.');
  if (version !== HEAD.version)
    throw new Error('This archive is of a newer version of ceal-widgets. Use that version.');
}

async function checkEmpty(queries: Queries, feed: string): Promise<void> {
  const [found] = await queries.query('select 1 as one from ceal_signups where feed = $1 limit 1', [feed]);
  if (found)
    throw new Error(`The database has sign-ups of the feed "${feed}" already: import into one without.`);
}

/** Stores rows; columns that an earlier version did not have stay empty. */
async function storeRows(tx: Transaction, table: Table, rows: readonly unknown[]): Promise<void> {
  await tx.query(
    `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)
     ${table === 'ceal_settings' ? 'on conflict do nothing' : ''}`,
    [JSON.stringify(rows)],
  );
}

async function recount(tx: Transaction, feed: string): Promise<void> {
  await tx.query('delete from ceal_places where feed = $1', [feed]);
  await tx.query(
    `with changes as (
       select edition, signup, status, ${IS_DOUBTFUL} as is_doubtful, 1 as n from ceal_signups where feed = $1
     ) ${COUNT_CHANGES}`,
    [feed],
  );
}
