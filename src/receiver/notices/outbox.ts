import type { KeptEntry } from '../validate-entry.js';
import type { SignupStatus } from '../allocate-places.js';
import type { Queries } from '../storage/database.js';

/** The events of which notices are sent. */
export type NoticeEvent = 'signup.received' | 'signup.offered' | 'signup.withdrawn';

/** An event in the outbox, with the sign-up as it is now. */
export interface Notice {
  readonly id: string;
  readonly event: NoticeEvent;
  /** The present one included. */
  readonly attempts: number;
  readonly reference: string;
  readonly status: SignupStatus;
  readonly signup: string;
  readonly edition: string | null;
  readonly receivedAt: string;
  /** `null` where the sign-up is empty by now. */
  readonly entry: KeptEntry | null;
  /** References of earlier sign-ups whose place this one took. */
  readonly replaces: readonly string[];
}

/** The time that a worker has to deliver a notice it took; after that another worker may take it. */
const LEASE_SECONDS = 120;
/** The wait after each failure: three days in all. */
const RETRY_DELAYS_SECONDS = [10, 60, 300, 1_800, 7_200, 18_000, 36_000, 86_400, 86_400];
const MAX_NOTICES_AT_ONCE = 5;

/** Takes notices that are due. Several instances may do so at once: no two get the same. */
export function takeNotices(queries: Queries): Promise<readonly Notice[]> {
  return queries.query<Notice>(
    `with taken as (
       update ceal_notices set attempts = attempts + 1, due_at = now() + make_interval(secs => ${LEASE_SECONDS})
        where id in (select id from ceal_notices where due_at <= now() order by due_at limit ${MAX_NOTICES_AT_ONCE}
                        for update skip locked)
       returning id, signup, event, attempts
     )
     select taken.id, taken.event, taken.attempts, s.reference, s.status, s.signup, s.edition, s.entry,
            to_char(s.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt",
            array(select r.reference from ceal_signups r
                   where r.replaced_by = s.id and r.reference is not null) as replaces
       from taken join ceal_signups s on s.id = taken.signup`,
  );
}

/** Removes a notice that is delivered, or about a sign-up that is gone. */
export async function settleNotice(queries: Queries, { id }: Notice): Promise<void> {
  await queries.query('delete from ceal_notices where id = $1', [id]);
}

/** Puts a notice off until its next attempt. @returns false if that was its last; the notice stays, and is never due */
export async function postponeNotice(queries: Queries, { id, attempts }: Notice): Promise<boolean> {
  const wait = RETRY_DELAYS_SECONDS[attempts - 1];
  if (wait === undefined)
    await queries.query(`update ceal_notices set due_at = 'infinity' where id = $1`, [id]);
  else
    await queries.query('update ceal_notices set due_at = now() + make_interval(secs => $2) where id = $1', [
      id,
      wait,
    ]);
  return wait !== undefined;
}

/** The numbers of notices that are still to be delivered, and of those that are not tried again. */
export async function countNotices(
  queries: Queries,
): Promise<{ readonly waiting: number; readonly givenUp: number }> {
  const [counts] = await queries.query<{ waiting: number; givenUp: number }>(
    `select count(*) filter (where due_at < 'infinity')::integer as waiting,
            count(*) filter (where due_at = 'infinity')::integer as "givenUp" from ceal_notices`,
  );
  return counts ?? { waiting: 0, givenUp: 0 };
}

/** Empties the outbox: for a receiver that has nowhere to deliver to. */
export async function clearNotices(queries: Queries): Promise<void> {
  await queries.query('delete from ceal_notices');
}
