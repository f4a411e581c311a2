import type { NewSignup } from '../allocate-places.js';
import { mailboxOf } from '../mailbox.js';
import type { Queries } from './database.js';

/** A sign-up that is stored, and how its owner is reached. */
interface KnownAddress {
  readonly id: string;
  readonly edition: string | null;
  readonly mailbox: string;
  readonly email: string;
}

/** A sign-up to be stored, with what its address is compared by. */
export interface MailedSignup extends NewSignup {
  readonly mailbox: string | undefined;
}

/** The sign-ups of a feed that have one of these addresses, in whatever writing. */
export async function findAddresses(
  queries: Queries,
  feed: string,
  emails: readonly string[],
): Promise<readonly KnownAddress[]> {
  if (emails.length === 0) return [];
  return queries.query<KnownAddress>(
    `select id, edition, mailbox, entry ->> 'email' as email from ceal_signups where feed = $1 and mailbox = any($2::text[])`,
    [feed, emails.map(mailboxOf)],
  );
}

/** Marks sign-ups whose mailbox has signed up for the same edition in another writing. Pure. */
export function markSameMailbox(
  rows: readonly NewSignup[],
  known: readonly KnownAddress[],
  replaced: ReadonlySet<string>,
): readonly MailedSignup[] {
  const addresses = known.filter(({ id }) => !replaced.has(id));
  return rows.map((row) => {
    const { id, entry } = row;
    if (entry.email === undefined) return { ...row, mailbox: undefined };
    const address = { id, edition: row.edition ?? null, mailbox: mailboxOf(entry.email), email: entry.email };
    const isSame = addresses.some(
      ({ edition, mailbox, email }) =>
        edition === address.edition &&
        mailbox === address.mailbox &&
        email.toLowerCase() !== address.email.toLowerCase(),
    );
    if (!replaced.has(id)) addresses.push(address);
    const review = [...(entry.review ?? []), ...(isSame ? (['sameMailbox'] as const) : [])];
    return { ...row, mailbox: address.mailbox, entry: review.length > 0 ? { ...entry, review } : entry };
  });
}
