import { createHash } from 'node:crypto';
import { mailboxOf } from '../mailbox.js';
import type { Queries } from '../storage/database.js';
import type { Notice } from './outbox.js';

const INTERVAL_MINUTES = 60;

/**
 * Takes the one mail an hour that an address gets of what was signed up, however it is written: anybody can type
 * somebody else's. An attempt at the same notice has it again.
 * @returns false if the address had another mail within the hour
 */
export async function takeMail(queries: Queries, notice: Notice): Promise<boolean> {
  const { id, feed, event, entry, offeredAt } = notice;
  // Offers come from the organisation, and one that has been made tells more than what came before it.
  if (event !== 'signup.received' || offeredAt !== null || entry?.email === undefined) return true;
  const rows = await queries.query(
    `insert into ceal_mails as mail (feed, address, notice) values ($1, $2, $3)
     on conflict (feed, address) do update set notice = excluded.notice, at = excluded.at
      where mail.notice = excluded.notice or mail.at <= now() - make_interval(mins => ${INTERVAL_MINUTES})
     returning 1 as one`,
    [feed, digestOfMailbox(entry.email), id],
  );
  return rows.length > 0;
}

/** Forgets that an address had a mail: whoever reads its mail has asked for more. */
export async function allowMail(queries: Queries, feed: string, address: string): Promise<void> {
  await queries.query('delete from ceal_mails where feed = $1 and address = $2', [
    feed,
    digestOfMailbox(address),
  ]);
}

/** Forgets who had a mail longer than an hour ago. */
export async function forgetMails(queries: Queries, feed: string): Promise<void> {
  await queries.query(
    `delete from ceal_mails where feed = $1 and at <= now() - make_interval(mins => ${INTERVAL_MINUTES})`,
    [feed],
  );
}

/** A digest of the mailbox behind an address: that is what gets the mail, however the address is written. */
function digestOfMailbox(address: string): string {
  return createHash('sha256').update(mailboxOf(address)).digest('base64url');
}
