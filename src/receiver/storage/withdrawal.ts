import type { FeedDocument } from '../../feed/document.js';
import { LAST_DAY, toDateSpan } from '../../dates/date-span.js';
import { isBefore, parseDate, type DateValue, type FeedDate } from '../../dates/edtf.js';
import { editions } from '../../feed/sections/editions.js';
import { signups } from '../../feed/sections/signups.js';
import { cleanReference, isSameEmail, isSamePhone } from '../../signup/contact.js';
import type { KeptEntry } from '../validate-entry.js';
import type { Database, Queries } from './database.js';
import { releasePlaces, lockPlaces, type ReleaseRules } from './signups.js';

/**
 * Months that rows without a sign-up are kept: ids that were replaced before they arrived. They keep late copies out for
 * as long as these may be on their way.
 */
const EMPTY_ROW_MONTHS = 1;

/** Withdraws a sign-up for whoever knows its reference and its e-mail address or phone number. @returns true if there was one */
export function withdraw(
  database: Database,
  feed: string,
  by: { readonly reference: string; readonly contact: string },
  rules: ReleaseRules,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    await lockPlaces(tx, feed);
    const [row] = await tx.query<{ id: string; entry: KeptEntry }>(
      `select id, entry from ceal_signups where feed = $1 and reference = $2 and entry is not null`,
      [feed, cleanReference(by.reference)],
    );
    if (!row || !hasContact(row.entry, by.contact)) return false;
    await releasePlaces(tx, feed, { ids: [row.id], status: 'withdrawn' }, rules);
    return true;
  });
}

function hasContact({ email, phone }: KeptEntry, contact: string): boolean {
  const isEmail = email !== undefined && isSameEmail(email, contact);
  return isEmail || (phone !== undefined && isSamePhone(phone, contact));
}

/** Erases what is stored of a person, found by reference or by e-mail address. @returns the number of sign-ups */
export async function eraseSignups(
  database: Database,
  by: { readonly reference?: string | undefined; readonly email?: string | undefined },
  rules: ReleaseRules,
): Promise<number> {
  const reference = by.reference && cleanReference(by.reference);
  const found = async (queries: Queries) => {
    const rows = await queries.query<{ id: string; feed: string; reference: string; email: string | null }>(
      `select id, feed, reference, entry ->> 'email' as email from ceal_signups
        where entry is not null and (reference = $1 or $2)`,
      [reference ?? null, by.email !== undefined],
    );
    // Compared here and not in the database: addresses from before they were cleaned are found as well.
    return rows.filter((row) => row.reference === reference || isSameEmail(row.email ?? '', by.email ?? ''));
  };
  const feeds = new Set((await found(database)).map(({ feed }) => feed));
  let erased = 0;
  for (const feed of feeds)
    erased += await database.transaction(async (tx) => {
      await lockPlaces(tx, feed);
      const ids = (await found(tx)).filter((row) => row.feed === feed).map(({ id }) => id);
      await releasePlaces(tx, feed, { ids, status: 'erased' }, rules);
      return ids.length;
    });
  return erased;
}

/** The numbers of a purge; `unlimited` are sign-ups for which the feed says no period. */
export interface Purged {
  readonly removed: number;
  readonly unlimited: number;
}

export interface PurgeOptions {
  /** Now, in epoch milliseconds. */
  readonly instant: number;
  /** Months for sign-ups of which the feed says no period; without it these stay. */
  readonly defaultMonths?: number | undefined;
}

/**
 * Removes what has been kept for as long as the feed says: `retentionMonths` after the end of the edition, or after the
 * sign-up itself where no end is known.
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
  return database.transaction(async (tx) => {
    await lockPlaces(tx, feed);
    const rows = await tx.query<{ id: string; signup: string | null; edition: string | null; at: string }>(
      `select id, signup, edition, to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
         from ceal_signups where feed = $1`,
      [feed],
    );
    const old: string[] = [];
    let unlimited = 0;
    for (const { id, signup, edition, at } of rows) {
      const period = signup === null ? EMPTY_ROW_MONTHS : (periods.get(signup) ?? defaultMonths);
      const end = parseDate((edition === null ? undefined : ends.get(edition)) ?? at);
      if (period === undefined) unlimited += 1;
      else if (end && isBefore(end, monthsBefore(instant, period))) old.push(id);
    }
    if (old.length > 0) await tx.query('delete from ceal_signups where id = any($1::uuid[])', [old]);
    return { removed: old.length, unlimited };
  });
}

/** True for a date that ends some time: what has an open end, or no year, would keep entries for ever. */
function isKnownEnd(date: FeedDate | undefined): date is FeedDate {
  const span = toDateSpan({ start: date });
  return span !== undefined && span.last < LAST_DAY;
}

/** The same day of an earlier month, or the last one of a shorter month. */
function monthsBefore(instant: number, months: number): DateValue {
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return { precision: 'moment', text: date.toISOString(), hasOffset: true };
}
