import type { KeptEntry } from '../validate-entry.js';
import type { SignupStatus } from '../allocate-places.js';
import type { Queries } from './database.js';
import { STATUS_COLUMNS } from './places.js';

/** A sign-up as the commands show it. Times are ISO 8601 in UTC. */
export interface SignupRecord {
  readonly reference: string;
  readonly status: SignupStatus;
  readonly feed: string;
  readonly signup: string;
  readonly edition: string | null;
  readonly receivedAt: string;
  /** The time at which a place came free for it. */
  readonly offeredAt: string | null;
  /** The end of the time to confirm the address, where it is not confirmed yet. */
  readonly confirmBy: string | null;
  readonly entry: KeptEntry;
}

export interface SignupFilter {
  readonly feed?: string | undefined;
  readonly signup?: string | undefined;
  readonly edition?: string | undefined;
  readonly status?: string | undefined;
}

const PAGE_SIZE = 500;

/** SQL that writes a time as ISO 8601 in UTC. */
export function isoTime(column: string): string {
  return `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * Yields every sign-up that is not empty, of one feed after another and in the order of arrival, read a page at a time
 * by an index.
 */
export async function* readSignups(
  queries: Queries,
  filter: SignupFilter = {},
): AsyncGenerator<SignupRecord> {
  for (const feed of filter.feed === undefined ? await feedsOf(queries) : [filter.feed])
    yield* readFeed(queries, { ...filter, feed });
}

async function* readFeed(
  queries: Queries,
  { feed, signup, edition, status }: SignupFilter & { readonly feed: string },
): AsyncGenerator<SignupRecord> {
  // What comes while this goes on is left out, and so the end is an end.
  const [{ end } = { end: 0 }] = await queries.query<{ end: number }>(
    `select coalesce(max(seq), 0)::float8 as end from ceal_signups where feed = $1`,
    [feed],
  );
  for (let last = 0; ;) {
    const rows = await queries.query<SignupRecord & { seq: number }>(
      `select seq::float8 as seq, reference, status, feed, signup, edition, entry,
              ${isoTime('received_at')} as "receivedAt", ${isoTime('offered_at')} as "offeredAt",
              ${isoTime('confirm_by')} as "confirmBy"
         from ceal_signups
        where feed = $1 ${edition === undefined ? '' : `and coalesce(edition, '') = $6`}
          and seq > $2 and seq <= $3 and entry is not null
          and ($4::text is null or signup = $4) and ($5::text is null or status = $5)
        order by ceal_signups.seq limit ${PAGE_SIZE}`,
      [feed, last, end, signup ?? null, status ?? null, ...(edition === undefined ? [] : [edition])],
    );
    for (const { seq, ...row } of rows) {
      last = seq;
      yield row;
    }
    if (rows.length < PAGE_SIZE) return;
  }
}

/** The ids of the feeds of which anything is stored. */
export async function feedsOf(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.query<{ feed: string }>('select distinct feed from ceal_places order by feed');
  return rows.map(({ feed }) => feed);
}

/** The number of sign-ups `n` of one kind. */
export interface SignupCount {
  readonly feed: string;
  readonly signup: string | null;
  readonly edition: string | null;
  readonly status: SignupStatus | 'doubtful' | 'unconfirmed';
  readonly n: number;
}

const STATUS_COUNTS = Object.entries(STATUS_COLUMNS)
  .map(([status, column]) => `('${status}', ${column})`)
  .join(', ');

/** Counts by feed, sign-up, edition and status; those that are `doubtful` or `unconfirmed` are among the others too. */
export function countSignups(queries: Queries, feed?: string): Promise<readonly SignupCount[]> {
  return queries.query<SignupCount>(
    `select feed, nullif(signup, '') as signup, nullif(edition, '') as edition, status, n::float8 as n
       from ceal_places
      cross join lateral (values ${STATUS_COUNTS}, ('doubtful', doubtful)) as count (status, n)
      where n > 0 and ($1::text is null or feed = $1)
      union all
     select feed, signup, edition, 'unconfirmed', count(*)::float8 from ceal_signups
      where confirm_by is not null and ($1::text is null or feed = $1) group by feed, signup, edition
      order by feed, signup, edition, status`,
    [feed ?? null],
  );
}
