import { allocatePlaces, type AllocationContext } from '../allocate-places.js';
import type { Database, Transaction } from './database.js';
import { COUNT_CHANGES, countPlaces, editionsWithWaiting, IS_DOUBTFUL, placesLock } from './places.js';

/** The rules that places are offered by. */
export interface OfferRules extends Pick<AllocationContext, 'capacityOf'> {
  /** True to put notices into the outbox. */
  readonly notify: boolean;
}

/** Gives places to people who wait, where an edition has more than are taken. @returns true if somebody got one */
export async function promoteWaiting(database: Database, feed: string, rules: OfferRules): Promise<boolean> {
  let isPromoted = false;
  for (const edition of await editionsWithWaiting(database, feed)) {
    if (!rules.capacityOf(edition).promotes) continue;
    const offered = await database.transaction(
      async (tx) => {
        const counts = await countPlaces(tx, feed, [edition]);
        const context = { hasWaitingList: true, newReference: () => '', stored: new Map() };
        const { offers } = allocatePlaces([], { ...context, counts, capacityOf: rules.capacityOf });
        const count = offers.get(edition) ?? 0;
        if (count > 0) offerPlaces(tx, { feed, edition, count, notify: rules.notify });
        return count;
      },
      { locks: [placesLock(feed, edition)] },
    );
    isPromoted ||= offered > 0;
  }
  return isPromoted;
}

interface PlaceOffer {
  readonly feed: string;
  readonly edition: string;
  /** The number of places. */
  readonly count: number;
  readonly notify: boolean;
}

/** Gives places to the first who wait, with a notice to each. */
export function offerPlaces(tx: Transaction, { feed, edition, count, notify }: PlaceOffer): void {
  tx.write(
    `with moved as (
       update ceal_signups set status = 'accepted', offered_at = now(), changed_at = now()
        where feed = $1 and id in (select id from ceal_signups
                                    where feed = $1 and edition = $2 and status = 'waiting-list' order by seq limit $3)
       returning id, edition, signup, ${IS_DOUBTFUL} as is_doubtful
     ), notified as (
       insert into ceal_notices (feed, signup, event) select $1, id, 'signup.offered' from moved where $4::boolean
     ), changes as (
       select edition, signup, 'accepted' as status, is_doubtful, 1 as n from moved
        union all select edition, signup, 'waiting-list', is_doubtful, -1 from moved
     ) ${COUNT_CHANGES}`,
    [feed, edition, count, notify],
  );
}

interface Leaving {
  readonly ids: readonly string[];
  readonly status: 'withdrawn' | 'erased';
  /** Why they leave, where nobody has said so. */
  readonly reason?: 'unconfirmed';
}

/** Empties sign-ups of one edition that are withdrawn or erased, under its lock, and offers the places that come free. */
export async function releasePlaces(
  tx: Transaction,
  { feed, edition }: { readonly feed: string; readonly edition: string | null },
  { ids, status, reason }: Leaving,
  { capacityOf, notify }: OfferRules,
): Promise<void> {
  const [{ freed } = { freed: 0 }] = await tx.query<{ freed: number }>(
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
     select (count(*) filter (where status = 'accepted'))::float8 as freed from before`,
    [feed, ids, status, notify, reason ?? null],
  );
  const { limit, offers } = capacityOf(edition ?? '');
  if (edition === null || freed === 0 || !offers) return;
  const { taken, waiting } = (await countPlaces(tx, feed, [edition])).get(edition) ?? {
    taken: 0,
    waiting: 0,
  };
  const count = Math.min(freed, waiting, limit - taken);
  if (count > 0) offerPlaces(tx, { feed, edition, count, notify });
}
