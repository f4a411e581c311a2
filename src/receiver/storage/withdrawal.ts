import type { FeedDocument } from '../../feed/document.js';
import { isBefore, parseDate, type DateValue } from '../../dates/edtf.js';
import { editions } from '../../feed/sections/editions.js';
import { signups } from '../../feed/sections/signups.js';
import type { KeptEntry } from '../validate-entry.js';
import type { Database, Queries } from './database.js';
import { giveUp, lockPlaces, type LeaveRules } from './signups.js';

/** What is empty and never was for any sign-up keeps late attempts out for as long as they may be late. */
const MONTHS_OF_NOTHING = 1;

/** Withdraws a sign-up for whoever knows its reference and how to reach its owner. @returns whether there was one */
export function withdraw(
  database: Database,
  feed: string,
  by: { readonly reference: string; readonly contact: string },
  rules: LeaveRules,
): Promise<boolean> {
  return database.transaction(async (tx) => {
    await lockPlaces(tx, feed);
    const [row] = await tx.query<{ id: string; entry: KeptEntry }>(
      `select id, entry from ceal_signups where feed = $1 and reference = $2 and entry is not null`,
      [feed, by.reference.trim().toUpperCase()],
    );
    if (!row || !isReachedBy(row.entry, by.contact)) return false;
    await giveUp(tx, feed, [row.id], 'withdrawn', rules);
    return true;
  });
}

function isReachedBy({ email, phone }: KeptEntry, contact: string): boolean {
  const address = contact.normalize('NFC').trim().toLowerCase();
  if (email !== undefined && email.toLowerCase() === address) return true;
  const digits = lastDigits(contact);
  return phone !== undefined && digits.length >= 6 && lastDigits(phone) === digits;
}

/** A number is the same with its country before it or not. */
function lastDigits(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(/[^0-9]/g, '')
    .replace(/^0+/, '')
    .slice(-9);
}

/** Erases what is stored of a person, found by reference or by e-mail address. @returns how many sign-ups that were */
export async function erase(
  database: Database,
  by: { readonly reference?: string | undefined; readonly email?: string | undefined },
  rules: LeaveRules,
): Promise<number> {
  const found = (queries: Queries) =>
    queries.query<{ id: string; feed: string }>(
      `select id, feed from ceal_signups
        where entry is not null and (reference = $1 or lower(entry ->> 'email') = lower($2))`,
      [by.reference?.trim().toUpperCase() ?? null, by.email?.normalize('NFC').trim() ?? null],
    );
  const feeds = new Set((await found(database)).map(({ feed }) => feed));
  let erased = 0;
  for (const feed of feeds)
    erased += await database.transaction(async (tx) => {
      await lockPlaces(tx, feed);
      const ids = (await found(tx)).filter((row) => row.feed === feed).map(({ id }) => id);
      await giveUp(tx, feed, ids, 'erased', rules);
      return ids.length;
    });
  return erased;
}

/** What a purge did; `unlimited` are sign-ups for which the feed says no period. */
export interface Purged {
  readonly removed: number;
  readonly unlimited: number;
}

/**
 * Removes whatever has been kept for as long as the feed says: `retentionMonths` after the end of the edition, or after the
 * sign-up itself where no end is known. `months` is for sign-ups of which the feed does not say it.
 */
export async function purge(
  database: Database,
  document: FeedDocument,
  instant: number,
  months: number | undefined,
): Promise<Purged> {
  const feed = document.head.id ?? '';
  const keep = new Map(
    document.read(signups).values.map(({ id, retentionMonths }) => [id, retentionMonths ?? months]),
  );
  const ends = new Map(document.read(editions).values.map(({ id, start, end }) => [id, end ?? start]));
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
      const period = signup === null ? MONTHS_OF_NOTHING : (keep.get(signup) ?? months);
      const end = parseDate((edition === null ? undefined : ends.get(edition)) ?? at);
      if (period === undefined) unlimited += 1;
      else if (end && isBefore(end, monthsBefore(instant, period))) old.push(id);
    }
    if (old.length > 0) await tx.query('delete from ceal_signups where id = any($1::uuid[])', [old]);
    return { removed: old.length, unlimited };
  });
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
