import type { KeptEntry } from '../validate-entry.js';
import type { SignupStatus } from '../allocate-places.js';
import type { Queries } from '../storage/database.js';
import { isoTime } from '../storage/reading.js';

/** The events of which notices are sent. */
type NoticeEvent = 'signup.received' | 'signup.offered' | 'signup.withdrawn';

/** An event in the outbox, with the sign-up as it is now. */
export interface Notice {
  readonly id: string;
  readonly feed: string;
  readonly event: NoticeEvent;
  /** The time of what it tells, as ISO 8601 in UTC. */
  readonly at: string;
  /** The present one included. */
  readonly attempts: number;
  readonly reference: string;
  /** As it is now; of `signup.received` as it was then. */
  readonly status: SignupStatus;
  readonly signup: string;
  readonly edition: string | null;
  readonly receivedAt: string;
  /** The time at which a place came free for it. */
  readonly offeredAt: string | null;
  /** The end of the time to confirm the address, where it is not confirmed yet. */
  readonly confirmBy: string | null;
  /** Why it was withdrawn, where nobody did so. */
  readonly reason: 'unconfirmed' | null;
  /** `null` where the sign-up is empty by now. */
  readonly entry: KeptEntry | null;
  /** References of earlier sign-ups whose place this one took. */
  readonly replaces: readonly string[];
}

/** The time that a worker has to deliver a notice it took; after that another worker may take it. */
const LEASE_SECONDS = 120;
/** The wait after each failure: three days in all. */
const RETRY_DELAYS_SECONDS = [10, 60, 300, 1_800, 7_200, 18_000, 36_000, 86_400, 86_400];
/** The longest wait that a recipient may ask for. */
const MAX_RETRY_AFTER_SECONDS = 86_400;

/**
 * Takes at most `count` notices of a feed that are due, the oldest first. Several instances may do so at once: no two get
 * the same.
 */
export function takeNotices(queries: Queries, feed: string, count: number): Promise<readonly Notice[]> {
  return queries.query<Notice>(
    `with taken as (
       update ceal_notices set attempts = attempts + 1, due_at = now() + make_interval(secs => ${LEASE_SECONDS})
        where id in (select id from ceal_notices where feed = $1 and due_at <= now()
                       order by due_at, at limit $2 for update skip locked)
       returning id, feed, signup, event, at, attempts, reason
     )
     select taken.id, taken.feed, taken.event, taken.attempts, taken.reason, ${isoTime('taken.at')} as at,
            case when taken.event = 'signup.received' and s.offered_at is not null then 'waiting-list'
                 else s.status end as status,
            s.reference, s.signup, s.edition, s.entry, ${isoTime('s.received_at')} as "receivedAt",
            ${isoTime('s.offered_at')} as "offeredAt", ${isoTime('s.confirm_by')} as "confirmBy",
            array(select r.reference from ceal_signups r
                   where r.feed = s.feed and r.replaced_by = s.id and r.reference is not null) as replaces
       from taken join ceal_signups s on s.feed = taken.feed and s.id = taken.signup`,
    [feed, count],
  );
}

/**
 * Removes a notice that is delivered, or about a sign-up that is gone. The time to confirm an address begins with the
 * mail that asks for it, however late that was.
 */
export async function settleNotice(queries: Queries, { id }: Notice): Promise<void> {
  await queries.query(
    `with settled as (delete from ceal_notices where id = $1 returning feed, signup, event)
     update ceal_signups s set confirm_by = now() + (s.confirm_by - s.received_at) from settled
      where s.feed = settled.feed and s.id = settled.signup and settled.event = 'signup.received'
        and s.confirm_by is not null`,
    [id],
  );
}

/**
 * Puts a notice off until its next attempt, or for as long as the recipient asks where that is longer.
 * @returns false if that was its last attempt; the notice stays, and is never due
 */
export async function postponeNotice(
  queries: Queries,
  { id, attempts }: Notice,
  retryAfterMs = 0,
): Promise<boolean> {
  const delay = RETRY_DELAYS_SECONDS[attempts - 1];
  if (delay === undefined) {
    await queries.query(`update ceal_notices set due_at = 'infinity' where id = $1`, [id]);
    return false;
  }
  const wait = Math.max(delay, Math.min(Math.ceil(retryAfterMs / 1_000), MAX_RETRY_AFTER_SECONDS));
  await queries.query('update ceal_notices set due_at = now() + make_interval(secs => $2) where id = $1', [
    id,
    wait,
  ]);
  return true;
}

/** Puts a notice back as if it had not been taken, to be taken again at once or after some minutes. */
export async function returnNotice(queries: Queries, { id }: Notice, afterMinutes = 0): Promise<void> {
  await queries.query(
    `update ceal_notices set attempts = attempts - 1, due_at = now() + make_interval(mins => $2) where id = $1`,
    [id, afterMinutes],
  );
}

/** The numbers of notices that are still to be delivered, and of those that are not tried again. */
export async function countNotices(
  queries: Queries,
  feed: string,
): Promise<{ readonly waiting: number; readonly givenUp: number }> {
  const [counts] = await queries.query<{ waiting: number; givenUp: number }>(
    `select count(*) filter (where due_at < 'infinity')::integer as waiting,
            count(*) filter (where due_at = 'infinity')::integer as "givenUp" from ceal_notices where feed = $1`,
    [feed],
  );
  return counts ?? { waiting: 0, givenUp: 0 };
}
