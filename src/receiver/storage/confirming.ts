import type { Database } from './database.js';
import { emptySignups } from './empty-signups.js';
import type { OfferRules } from './offers.js';
import { inEditions } from './places.js';

/**
 * Confirms the address of a sign-up, and with it every other sign-up of the feed that waits for the same: an address gets
 * one mail an hour.
 * @returns the address, or `undefined` where the sign-up is not there any more
 */
export async function confirmAddress(
  database: Database,
  feed: string,
  reference: string,
): Promise<string | undefined> {
  const [found] = await database.query<{ id: string; edition: string | null; email: string }>(
    `select id, edition, entry ->> 'email' as email from ceal_signups
      where feed = $1 and reference = $2 and entry ? 'email'`,
    [feed, reference],
  );
  if (!found) return undefined;
  const waiting = await database.query<{ id: string; edition: string | null }>(
    `select id, edition from ceal_signups
      where feed = $1 and lower(entry ->> 'email') = lower($2) and entry is not null and confirm_by is not null`,
    [feed, found.email],
  );
  // Under the lock: what is past its time is being released, or is not.
  const confirmed = await inEditions(database, feed, waiting, (tx, { ids }) =>
    tx.query<{ id: string }>(
      `update ceal_signups set confirm_by = null, changed_at = now()
        where feed = $1 and id = any($2::uuid[]) and confirm_by is not null returning id`,
      [feed, ids],
    ),
  );
  const isDone = !waiting.some(({ id }) => id === found.id);
  const isThere = isDone || confirmed.flat().some(({ id }) => id === found.id);
  return isThere ? found.email : undefined;
}

/** Sign-ups in one transaction: few, so that a visitor does not wait for it. */
const BATCH_SIZE = 1_000;

/**
 * SQL that is true for a sign-up whose time to confirm is over. Where the mail that asks for it is still on its way,
 * nobody could have confirmed.
 */
const IS_OVER = `confirm_by <= now() and not exists (
  select from ceal_notices n where n.feed = s.feed and n.signup = s.id and n.event = 'signup.received'
     and n.due_at < 'infinity')`;

/** Withdraws the sign-ups of which nobody confirmed the address in time. @returns their number */
export async function releaseUnconfirmed(
  database: Database,
  feed: string,
  rules: OfferRules,
): Promise<number> {
  for (let released = 0; ;) {
    const over = await database.query<{ id: string; edition: string | null }>(
      `select id, edition from ceal_signups s where feed = $1 and ${IS_OVER} limit ${BATCH_SIZE}`,
      [feed],
    );
    const done = await inEditions(database, feed, over, async (tx, { edition, ids }) => {
      // Under the lock: it may have been confirmed meanwhile.
      const left = await tx.query<{ id: string }>(
        `select id from ceal_signups s where feed = $1 and id = any($2::uuid[]) and ${IS_OVER}`,
        [feed, ids],
      );
      const leaving = { ids: left.map(({ id }) => id), status: 'withdrawn', reason: 'unconfirmed' } as const;
      return emptySignups(tx, { feed, edition }, leaving, rules);
    });
    released += done.reduce((sum, n) => sum + n, 0);
    if (over.length < BATCH_SIZE) return released;
  }
}
