import type { KeptEntry } from '../validate-entry.js';
import type { Status } from '../allocate-places.js';
import type { Queries } from '../storage/database.js';

/** What somebody may want to hear of. */
export type NoticeEvent = 'signup.received' | 'signup.offered' | 'signup.withdrawn';

/** Something that happened and that is still to be told, with the sign-up as it is now. */
export interface Notice {
  readonly id: string;
  readonly event: NoticeEvent;
  readonly attempts: number;
  readonly reference: string;
  readonly status: Status;
  readonly signup: string;
  readonly edition: string | null;
  readonly receivedAt: string;
  /** Nothing where the sign-up is empty by now. */
  readonly entry: KeptEntry | null;
  /** References of earlier sign-ups that this one took the place of. */
  readonly replaces: readonly string[];
}

/** Whoever takes a notice has this long to tell it; after that another one tries. In seconds. */
const LEASE = 120;
/** How long to wait after each failure, in seconds: for three days in all. */
const WAITS = [10, 60, 300, 1_800, 7_200, 18_000, 36_000, 86_400, 86_400];
const AT_ONCE = 5;

/** Takes notices that are due. Several instances may do so at once: each gets others. */
export function takeNotices(queries: Queries): Promise<readonly Notice[]> {
  return queries.query<Notice>(
    `with taken as (
       update ceal_notices set attempts = attempts + 1, due_at = now() + make_interval(secs => ${LEASE})
        where id in (select id from ceal_notices where due_at <= now() order by due_at limit ${AT_ONCE}
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

/** Done with: told, or about something that is no more. */
export async function settleNotice(queries: Queries, { id }: Notice): Promise<void> {
  await queries.query('delete from ceal_notices where id = $1', [id]);
}

/** To be told again later. @returns false where it has been tried often enough */
export async function postponeNotice(queries: Queries, { id, attempts }: Notice): Promise<boolean> {
  const wait = WAITS[attempts - 1];
  if (wait === undefined)
    await queries.query(`update ceal_notices set due_at = 'infinity' where id = $1`, [id]);
  else
    await queries.query('update ceal_notices set due_at = now() + make_interval(secs => $2) where id = $1', [
      id,
      wait,
    ]);
  return wait !== undefined;
}

/** Where nobody wants to hear of anything, nothing is kept to be told. */
export async function forgetNotices(queries: Queries): Promise<void> {
  await queries.query('delete from ceal_notices');
}
