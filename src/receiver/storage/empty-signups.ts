import type { Transaction } from './database.js';
import { offerPlaces, type OfferRules } from './offers.js';
import { COUNT_CHANGES, countPlaces, IS_DOUBTFUL } from './places.js';

interface Leaving {
  readonly ids: readonly string[];
  readonly status: 'withdrawn' | 'erased';
  /** Why they leave, where nobody has said so. */
  readonly reason?: 'unconfirmed';
}

/**
 * Empties sign-ups of one edition, under its lock, and offers the places that come free. Those that another has emptied
 * meanwhile stay as they are. @returns the number of those that it emptied
 */
export async function emptySignups(
  tx: Transaction,
  { feed, edition }: { readonly feed: string; readonly edition: string | null },
  { ids, status, reason }: Leaving,
  { capacityOf, notify }: OfferRules,
): Promise<number> {
  const [{ emptied, freed } = { emptied: 0, freed: 0 }] = await tx.query<{ emptied: number; freed: number }>(
    `with before as (
       select id, edition, signup, status, ${IS_DOUBTFUL} as is_doubtful from ceal_signups
        where feed = $1 and id = any($2::uuid[]) and status in ('accepted', 'waiting-list')
     ), emptied as (
       update ceal_signups set status = $3, digest = null, entry = null, mailbox = null,
              confirm_by = null, changed_at = now()
        where feed = $1 and id in (select id from before)
     ), notified as (
       insert into ceal_notices (feed, signup, event, reason)
       select $1, id, 'signup.withdrawn', $5 from before where $4::boolean
     ), changes as (
       select edition, signup, status, is_doubtful, -1 as n from before
        union all select edition, signup, $3, false, 1 from before
     ), counted as (${COUNT_CHANGES})
     select count(*)::float8 as emptied, (count(*) filter (where status = 'accepted'))::float8 as freed
       from before`,
    [feed, ids, status, notify, reason ?? null],
  );
  const { limit, offers } = capacityOf(edition ?? '');
  if (edition === null || freed === 0 || !offers) return emptied;
  const { taken, waiting } = (await countPlaces(tx, feed, [edition])).get(edition) ?? {
    taken: 0,
    waiting: 0,
  };
  const count = Math.min(freed, waiting, limit - taken);
  if (count > 0) offerPlaces(tx, { feed, edition, count, notify });
  return emptied;
}
