import { cleanReference, isSameEmail, isSamePhone } from '../../signup/contact.js';
import type { KeptEntry } from '../validate-entry.js';
import type { Database, Queries } from './database.js';
import { emptySignups } from './empty-signups.js';
import type { OfferRules } from './offers.js';
import { inEditions } from './places.js';

/** A sign-up that is to be emptied. */
interface FoundSignup {
  readonly id: string;
  readonly edition: string | null;
  readonly entry: KeptEntry;
}

/** Withdraws a sign-up for whoever knows its reference and its e-mail address or phone number. @returns true if there was one */
export async function withdraw(
  database: Database,
  feed: string,
  by: { readonly reference: string; readonly contact: string },
  rules: OfferRules,
): Promise<boolean> {
  const [row] = await findByReference(database, feed, by.reference);
  if (!row || !hasContact(row.entry, by.contact)) return false;
  return (await release(database, feed, { rows: [row], status: 'withdrawn' }, rules)) > 0;
}

function hasContact({ email, phone }: KeptEntry, contact: string): boolean {
  const isEmail = email !== undefined && isSameEmail(email, contact);
  return isEmail || (phone !== undefined && isSamePhone(phone, contact));
}

/** The person whose sign-ups are erased. */
export interface EraseBy {
  readonly reference?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/** Erases what a feed has of a person, found by reference, e-mail address or telephone number. @returns the number of sign-ups */
export async function eraseSignups(
  database: Database,
  feed: string,
  by: EraseBy,
  rules: OfferRules,
): Promise<number> {
  const rows = by.reference ? [...(await findByReference(database, feed, by.reference))] : [];
  if (by.email !== undefined || by.phone !== undefined)
    for await (const row of readContacts(database, feed)) {
      const { email = '', phone = '' } = row.entry;
      const isEmail = by.email !== undefined && isSameEmail(email, by.email);
      if (isEmail || (by.phone !== undefined && isSamePhone(phone, by.phone))) rows.push(row);
    }
  return release(database, feed, { rows, status: 'erased' }, rules);
}

function findByReference(queries: Queries, feed: string, reference: string): Promise<readonly FoundSignup[]> {
  return queries.query<FoundSignup>(
    `select id, edition, entry from ceal_signups where feed = $1 and reference = $2 and entry is not null`,
    [feed, cleanReference(reference)],
  );
}

const PAGE_SIZE = 1_000;

/**
 * Yields how everybody of a feed is reached. Compared by the caller and not in the database: addresses from before they
 * were cleaned are found as well.
 */
async function* readContacts(queries: Queries, feed: string): AsyncGenerator<FoundSignup> {
  for (let last = 0; ;) {
    const rows = await queries.query<FoundSignup & { seq: number }>(
      `select id, edition, seq::float8 as seq,
              jsonb_strip_nulls(jsonb_build_object('email', entry -> 'email', 'phone', entry -> 'phone')) as entry
         from ceal_signups where feed = $1 and seq > $2 and entry is not null
        order by ceal_signups.seq limit ${PAGE_SIZE}`,
      [feed, last],
    );
    for (const { seq, ...row } of rows) {
      last = seq;
      yield row;
    }
    if (rows.length < PAGE_SIZE) return;
  }
}

/** Empties sign-ups, an edition at a time. @returns the number of those that were not empty yet */
async function release(
  database: Database,
  feed: string,
  { rows, status }: { readonly rows: readonly FoundSignup[]; readonly status: 'withdrawn' | 'erased' },
  rules: OfferRules,
): Promise<number> {
  const released = await inEditions(database, feed, rows, (tx, { edition, ids }) =>
    emptySignups(tx, { feed, edition }, { ids, status }, rules),
  );
  return released.reduce((sum, n) => sum + n, 0);
}
