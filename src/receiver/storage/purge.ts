import type { FeedDocument } from '../../feed/document.js';
import { LAST_DAY, toDateSpan } from '../../dates/date-span.js';
import { isBefore, parseDate, type DateValue, type FeedDate } from '../../dates/edtf.js';
import { editions } from '../../feed/sections/editions.js';
import { signups } from '../../feed/sections/signups.js';
import type { Database } from './database.js';
import { COUNT_CHANGES, IS_DOUBTFUL, placesLock, STATUS_COLUMNS } from './places.js';

/**
 * Months that rows without a sign-up are kept: ids that were replaced before they arrived. They keep late copies out for
 * as long as these may be on their way.
 */
const EMPTY_ROW_MONTHS = 1;
/** Days after which a notice that nobody took is no news any more. */
const NOTICE_DAYS = 30;
/** Rows in one transaction: few, so that a visitor does not wait for it. */
const BATCH_SIZE = 1_000;

/** The numbers of a purge. */
export interface Purged {
  readonly removed: number;
  /** Sign-ups for which the feed says no period. */
  readonly unlimited: number;
  /** True if anything was ever stored of this feed. */
  readonly isKnown: boolean;
  /** Sign-ups in the database that are of other feeds, by the id of the feed: their periods are not known here. */
  readonly others: Readonly<Record<string, number>>;
}

export interface PurgeOptions {
  /** Now, in epoch milliseconds. */
  readonly instant: number;
  /** Months for sign-ups of which the feed says no period; without it these stay. */
  readonly defaultMonths?: number | undefined;
}

/** What is stored for one edition and sign-up; both are empty where there is none. */
interface StoredGroup {
  readonly feed: string;
  readonly edition: string;
  readonly signup: string;
  readonly n: number;
}

/**
 * Removes what has been kept for as long as the feed says: `retentionMonths` after the end of the edition, or after the
 * sign-up itself where no end is known. Goes by the counts, so that nothing is read of what stays.
 */
export async function purge(
  database: Database,
  document: FeedDocument,
  { instant, defaultMonths }: PurgeOptions,
): Promise<Purged> {
  const feed = document.head.id ?? '';
  const periods = new Map(
    document.read(signups).values.map(({ id, retentionMonths }) => [id, retentionMonths ?? defaultMonths]),
  );
  const ends = new Map(
    document.read(editions).values.map(({ id, start, end }) => [id, [end ?? start].find(isKnownEnd)]),
  );
  const groups = await database.query<StoredGroup>(
    `select feed, edition, signup, (${Object.values(STATUS_COLUMNS).join(' + ')})::float8 as n from ceal_places`,
  );
  let removed = 0;
  let unlimited = 0;
  for (const { edition, signup, n } of groups.filter((group) => group.feed === feed && group.n > 0)) {
    const period = signup === '' ? EMPTY_ROW_MONTHS : (periods.get(signup) ?? defaultMonths);
    if (period === undefined) {
      unlimited += n;
      continue;
    }
    const limit = monthsBefore(instant, period);
    const end = parseDate(ends.get(edition) ?? '');
    // Everything of an edition that ended long enough ago, or what came before the limit where no end is known.
    if (end && !isBefore(end, toMoment(limit))) continue;
    removed += await removeOld(database, { feed, edition, signup }, end ? undefined : limit);
  }
  await database.query(
    `delete from ceal_notices where feed = $1 and at < now() - make_interval(days => ${NOTICE_DAYS})`,
    [feed],
  );
  const others: Record<string, number> = {};
  for (const group of groups)
    if (group.feed !== feed && group.n > 0) others[group.feed] = (others[group.feed] ?? 0) + group.n;
  return { removed, unlimited, isKnown: groups.some((group) => group.feed === feed), others };
}

/**
 * Removes what came before an instant, or everything without one, the oldest first and a few rows at a time. Where the
 * oldest are not old enough it reads no further. @returns their number
 */
async function removeOld(
  database: Database,
  { feed, edition, signup }: Omit<StoredGroup, 'n'>,
  before: Date | undefined,
): Promise<number> {
  const values = [feed, edition, signup, before?.toISOString() ?? null];
  for (let removed = 0; ;) {
    // Looks first without the lock, which visitors may wait for.
    const [found] = await database.query(`${OLDEST} limit 1`, values);
    if (!found) return removed;
    const gone = await database.transaction(
      (tx) =>
        tx.query<{ n: number }>(
          `with gone as (
             delete from ceal_signups where feed = $1 and id in (${OLDEST})
             returning edition, signup, status, ${IS_DOUBTFUL} as is_doubtful
           ), changes as (
             select edition, signup, status, is_doubtful, -1 as n from gone
           ), counted as (${COUNT_CHANGES})
           select count(*)::float8 as n from gone`,
          values,
        ),
      { locks: [placesLock(feed, edition)] },
    );
    removed += gone[0]?.n ?? 0;
  }
}

const OLDEST = `
  select id from (
    select id, received_at from ceal_signups
     where feed = $1 and coalesce(edition, '') = $2 and coalesce(signup, '') = $3
     order by ceal_signups.seq limit ${BATCH_SIZE}
  ) as oldest where $4::timestamptz is null or received_at < $4::timestamptz`;

/** True for a date that ends some time: what has an open end, or no year, would keep entries for ever. */
function isKnownEnd(date: FeedDate | undefined): date is FeedDate {
  const span = toDateSpan({ start: date });
  return span !== undefined && span.last < LAST_DAY;
}

/** The same day of an earlier month, or the last one of a shorter month. */
function monthsBefore(instant: number, months: number): Date {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date;
}

function toMoment(date: Date): DateValue {
  return { precision: 'moment', text: date.toISOString(), hasOffset: true };
}
