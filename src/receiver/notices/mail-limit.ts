import { createHash } from 'node:crypto';
import { mailboxOf } from '../mailbox.js';
import type { Queries } from '../storage/database.js';
import type { Notice } from './outbox.js';

/** The time in which a mailbox gets one mail. */
export const INTERVAL_MINUTES = 60;

/** What becomes of a mail: it goes out, it is left out, or it waits until the hour is over. */
type MailDecision = 'now' | 'never' | 'later';

/**
 * Takes the one mail an hour that a mailbox gets of what was signed up, however it is written: anybody can type
 * somebody else's. An attempt at the same notice has it again. Who must confirm another writing of the address has no
 * link in the mail before, and gets one later.
 */
export async function takeMail(queries: Queries, notice: Notice): Promise<MailDecision> {
  const { id, feed, event, entry, offeredAt, confirmBy } = notice;
  // Offers come from the organisation, and one that has been made tells more than what came before it.
  if (event !== 'signup.received' || offeredAt !== null || entry?.email === undefined) return 'now';
  const [mailbox, address] = [mailboxOf(entry.email), entry.email.toLowerCase()].map(digest);
  const taken = await queries.query(
    `insert into ceal_mails as mail (feed, mailbox, address, notice) values ($1, $2, $3, $4)
     on conflict (feed, mailbox) do update
        set address = excluded.address, notice = excluded.notice, at = excluded.at
      where mail.notice = excluded.notice or mail.at <= now() - make_interval(mins => ${INTERVAL_MINUTES})
     returning 1 as one`,
    [feed, mailbox, address, id],
  );
  if (taken.length > 0) return 'now';
  if (confirmBy === null) return 'never';
  const same = await queries.query(
    'select 1 as one from ceal_mails where feed = $1 and mailbox = $2 and address = $3',
    [feed, mailbox, address],
  );
  return same.length > 0 ? 'never' : 'later';
}

/** Forgets that an address had a mail: whoever reads its mail has asked for more. */
export async function allowMail(queries: Queries, feed: string, address: string): Promise<void> {
  await queries.query('delete from ceal_mails where feed = $1 and mailbox = $2', [
    feed,
    digest(mailboxOf(address)),
  ]);
}

/** Forgets who had a mail longer than an hour ago. */
export async function forgetMails(queries: Queries, feed: string): Promise<void> {
  await queries.query(
    `delete from ceal_mails where feed = $1 and at <= now() - make_interval(mins => ${INTERVAL_MINUTES})`,
    [feed],
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
