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
