import { createHash } from 'node:crypto';
import type { PlaceCount, SignupStatus } from '../allocate-places.js';
import type { Database, Queries, Transaction } from './database.js';

/**
 * The key of the advisory lock on the places of an edition; without an edition, on all sign-ups of the feed that have
 * none. Whoever holds it is alone with the edition's places, in every instance that uses the database.
 */
export function placesLock(feed: string, edition: string | null | undefined): bigint {
  return keyOf('places', feed, edition ?? '');
}

/** The key of the lock on what is stored under an id: whoever replaces it waits until it is stored, and the other way round. */
export function idLock(feed: string, id: string): bigint {
  return keyOf('id', feed, id);
}

function keyOf(...parts: readonly string[]): bigint {
  return createHash('sha256')
    .update(JSON.stringify(['ceal-widgets', ...parts]))
    .digest()
    .readBigInt64BE();
}

/** A sign-up, as far as its edition's lock is concerned. */
interface OfEdition {
  readonly id: string;
  readonly edition: string | null;
}

/** Does work on sign-ups, those of each edition in one transaction under its lock. @returns what comes of each */
export async function inEditions<T>(
  database: Database,
  feed: string,
  rows: readonly OfEdition[],
  work: (
    tx: Transaction,
    of: { readonly edition: string | null; readonly ids: readonly string[] },
  ) => Promise<T>,
): Promise<readonly T[]> {
  const results: T[] = [];
  for (const edition of new Set(rows.map((row) => row.edition))) {
    const ids = rows.filter((row) => row.edition === edition).map(({ id }) => id);
    const locks = [placesLock(feed, edition)];
    results.push(await database.transaction((tx) => work(tx, { edition, ids }), { locks }));
  }
  return results;
}

/** Places taken and people waiting, by edition. */
export async function countPlaces(
  queries: Queries,
  feed: string,
  editions: readonly string[],
): Promise<ReadonlyMap<string, PlaceCount>> {
  if (editions.length === 0) return new Map();
  const rows = await queries.query<PlaceCount & { edition: string }>(
    `select edition, sum(accepted)::float8 as taken, sum(waiting)::float8 as waiting
       from ceal_places where feed = $1 and edition = any($2::text[]) group by edition`,
    [feed, [...new Set(editions)]],
  );
  return new Map(rows.map(({ edition, taken, waiting }) => [edition, { taken, waiting }]));
}

/** The editions of a feed for which somebody waits. */
export async function editionsWithWaiting(queries: Queries, feed: string): Promise<readonly string[]> {
  const rows = await queries.query<{ edition: string }>(
    `select distinct edition from ceal_places where feed = $1 and edition <> '' and waiting > 0`,
    [feed],
  );
  return rows.map(({ edition }) => edition);
}

/** The columns of `ceal_places` in which sign-ups of each status are counted. */
export const STATUS_COLUMNS = {
  accepted: 'accepted',
  'waiting-list': 'waiting',
  withdrawn: 'withdrawn',
  erased: 'erased',
  replaced: 'replaced',
} as const satisfies Readonly<Record<SignupStatus, string>>;

/** True for the name of a status that a sign-up can have. */
export function isStatus(status: unknown): boolean {
  return typeof status === 'string' && Object.hasOwn(STATUS_COLUMNS, status);
}

const SUMS = Object.entries(STATUS_COLUMNS).map(
  ([status, column]) => [column, `coalesce(sum(n) filter (where change.status = '${status}'), 0)`] as const,
);
const ALL = [...SUMS, ['doubtful', 'coalesce(sum(n) filter (where change.is_doubtful), 0)'] as const];

/**
 * The end of a statement that changes sign-ups: counts the rows of `changes (edition, signup, status, is_doubtful, n)`,
 * where `n` is 1 for what has come and -1 for what has gone. `$1` is the feed.
 */
export const COUNT_CHANGES = `
  insert into ceal_places as place (feed, edition, signup, ${ALL.map(([column]) => column).join(', ')})
  select $1, coalesce(edition, ''), coalesce(signup, ''), ${ALL.map(([, sum]) => sum).join(', ')}
    from changes as change group by 2, 3
  on conflict (feed, edition, signup) do update
     set ${ALL.map(([column]) => `${column} = place.${column} + excluded.${column}`).join(', ')}`;

/** SQL that is true for a row of a sign-up that somebody should look at. */
export const IS_DOUBTFUL = `coalesce(entry ? 'review', false)`;
