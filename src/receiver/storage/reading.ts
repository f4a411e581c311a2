import type { KeptEntry } from '../validate-entry.js';
import type { SignupStatus } from '../allocate-places.js';
import type { Queries } from './database.js';

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
  readonly entry: KeptEntry;
}

export interface SignupFilter {
  readonly signup?: string | undefined;
  readonly edition?: string | undefined;
  readonly status?: string | undefined;
}

const PAGE_SIZE = 500;
const TIME_FORMAT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** Yields every sign-up that is not empty, in the order of arrival, read a page at a time. */
export async function* readSignups(
  queries: Queries,
  filter: SignupFilter = {},
): AsyncGenerator<SignupRecord> {
  for (let last = 0; ;) {
    const rows = await queries.query<SignupRecord & { seq: number }>(
      `select seq::float8 as seq, reference, status, feed, signup, edition, entry,
              to_char(received_at at time zone 'utc', ${TIME_FORMAT}) as "receivedAt",
              to_char(offered_at at time zone 'utc', ${TIME_FORMAT}) as "offeredAt"
         from ceal_signups
        where seq > $1 and entry is not null
          and ($2::text is null or signup = $2) and ($3::text is null or edition = $3)
          and ($4::text is null or status = $4)
        order by seq limit ${PAGE_SIZE}`,
      [last, filter.signup ?? null, filter.edition ?? null, filter.status ?? null],
    );
    for (const { seq, ...row } of rows) {
      last = seq;
      yield row;
    }
    if (rows.length < PAGE_SIZE) return;
  }
}

/** The number of sign-ups `n` of one kind. */
export interface SignupCount {
  readonly feed: string;
  readonly signup: string | null;
  readonly edition: string | null;
  readonly status: SignupStatus;
  readonly n: number;
}

export function countSignups(queries: Queries): Promise<readonly SignupCount[]> {
  return queries.query<SignupCount>(
    `select feed, signup, edition, status, count(*)::integer as n from ceal_signups
      group by feed, signup, edition, status order by feed, signup, edition, status`,
  );
}
