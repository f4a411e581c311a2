import type { NewSignup } from '../allocate-places.js';
import { mailboxOf } from '../mailbox.js';
import type { Queries } from './database.js';

/** An address for an edition, as it is compared: `''` stands for none. */
interface EditionMailbox {
  readonly edition: string;
  readonly mailbox: string;
}

/** A sign-up that is stored, and how its owner is reached. */
interface KnownAddress extends EditionMailbox {
  readonly id: string;
  readonly email: string;
}

/** A sign-up to be stored, with what its address is compared by. */
export interface MailedSignup extends NewSignup {
  readonly mailbox: string | undefined;
}

/**
 * The sign-ups of one mailbox for one edition that are looked at: whoever sends one address again and again must not make
 * the next sign-up slow. Another writing differs from at least one of so many, unless all of them are written like it.
 */
const MAX_KNOWN = 100;

/** Sign-ups of a feed that have one of these addresses, in whatever writing, for the same edition. */
export async function findAddresses(
  queries: Queries,
  feed: string,
  addresses: readonly { readonly edition: string; readonly email: string }[],
): Promise<readonly KnownAddress[]> {
  if (addresses.length === 0) return [];
  return queries.query<KnownAddress>(
    `select known.id, asked.edition, asked.mailbox, known.email
       from (select distinct edition, mailbox from unnest($2::text[], $3::text[]) as row (edition, mailbox)) as asked
      cross join lateral (
        select id, entry ->> 'email' as email from ceal_signups
         where feed = $1 and mailbox = asked.mailbox and coalesce(edition, '') = asked.edition
         limit ${MAX_KNOWN}
      ) as known`,
    [feed, addresses.map(({ edition }) => edition), addresses.map(({ email }) => mailboxOf(email))],
  );
}

/** Marks sign-ups whose mailbox has signed up for the same edition in another writing. Pure. */
export function markSameMailbox(
  rows: readonly NewSignup[],
  known: readonly KnownAddress[],
  replaced: ReadonlySet<string>,
): readonly MailedSignup[] {
  /** The writings of each mailbox for each edition. */
  const writings = new Map<string, Set<string>>();
  const writingsOf = ({ edition, mailbox }: EditionMailbox) => {
    const key = JSON.stringify([edition, mailbox]);
    const set = writings.get(key) ?? new Set();
    writings.set(key, set);
    return set;
  };
  for (const address of known)
    if (!replaced.has(address.id)) writingsOf(address).add(address.email.toLowerCase());
  return rows.map((row) => {
    const { id, entry } = row;
    if (entry.email === undefined) return { ...row, mailbox: undefined };
    const mailbox = mailboxOf(entry.email);
    const writing = entry.email.toLowerCase();
    const others = writingsOf({ edition: row.edition ?? '', mailbox });
    const isSame = others.size > (others.has(writing) ? 1 : 0);
    if (!replaced.has(id)) others.add(writing);
    const review = [...(entry.review ?? []), ...(isSame ? (['sameMailbox'] as const) : [])];
    return { ...row, mailbox, entry: review.length > 0 ? { ...entry, review } : entry };
  });
}
