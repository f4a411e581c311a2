import { randomInt } from 'node:crypto';
import type { ReadEntry } from '../entry.js';
import type { Judgement } from '../validate-entry.js';
import {
  place,
  type Answer,
  type Count,
  type Held,
  type Placed,
  type Situation,
  type Submission,
} from '../allocate-places.js';
import type { Database, Queries } from './database.js';

/** A sign-up on its way into the database. */
export type Attempt = Omit<Submission, 'judgement'> & { readonly read: ReadEntry };

/** What a receiver's settings and its feed say about places. */
export interface PlaceRules extends Pick<Situation, 'roomOf' | 'hasWaitingList'> {
  readonly judge: (read: ReadEntry) => Judgement;
  /** Whether somebody is told of what happens. */
  readonly notify: boolean;
}

/**
 * Stores sign-ups in one transaction. The lock makes all that concerns places of one feed happen one after another, in
 * every instance that uses the database; window and places are looked at only once it is held.
 */
export function storeSignups(
  database: Database,
  feed: string,
  attempts: readonly Attempt[],
  rules: () => PlaceRules,
): Promise<readonly Answer[]> {
  return database.transaction(async (tx) => {
    await lockPlaces(tx, feed);
    const now = rules();
    const submissions = attempts.map(({ read, ...attempt }) => ({ ...attempt, judgement: now.judge(read) }));
    const ids = submissions.flatMap(({ id, alsoKnownAs = [], replaces }) => [
      id,
      ...alsoKnownAs,
      ...replaces,
    ]);
    const held = await findHeld(tx, ids);
    const editions = [
      ...submissions.flatMap(({ judgement }) =>
        judgement.kind === 'good' ? (judgement.edition?.id ?? []) : [],
      ),
      ...[...held.values()].flatMap(({ edition }) => edition ?? []),
    ];
    const counts = await countPlaces(tx, feed, editions);
    const placed = place(submissions, { ...now, held, counts, newReference });
    await write(tx, feed, placed, now.notify);
    return placed.answers;
  });
}

/** Gives places to people who wait, where an edition has room for more than before. */
export function fillPlaces(
  database: Database,
  feed: string,
  editions: readonly string[],
  rules: () => PlaceRules,
): Promise<void> {
  return database.transaction(async (tx) => {
    await lockPlaces(tx, feed);
    const now = rules();
    const counts = await countPlaces(tx, feed, editions);
    await write(tx, feed, place([], { ...now, held: new Map(), counts, newReference }), now.notify);
  });
}

/** How an id stands, without waiting for anybody. */
export async function findHeld(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  const rows = await queries.query<Held>(
    `select id, digest, status, reference, edition, seq::float8 as seq from ceal_signups where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function lockPlaces(tx: Queries, feed: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ceal-widgets ${feed}`]);
}

/** Places taken and people waiting, by edition. */
export async function countPlaces(
  queries: Queries,
  feed: string,
  editions: readonly string[],
): Promise<ReadonlyMap<string, Count>> {
  if (editions.length === 0) return new Map();
  const rows = await queries.query<Count & { edition: string }>(
    `select edition,
            (count(*) filter (where status = 'accepted'))::integer as taken,
            (count(*) filter (where status = 'waiting-list'))::integer as waiting
       from ceal_signups
      where feed = $1 and edition = any($2::text[]) and status in ('accepted', 'waiting-list')
      group by edition`,
    [feed, [...new Set(editions)]],
  );
  return new Map(rows.map(({ edition, taken, waiting }) => [edition, { taken, waiting }]));
}

async function write(
  tx: Queries,
  feed: string,
  { rows, replaced, offers }: Placed,
  notify: boolean,
): Promise<void> {
  if (rows.length > 0)
    await tx.query(
      `with stored as (
         insert into ceal_signups (id, seq, feed, signup, edition, status, reference, digest, entry)
         select id, coalesce(seq, nextval(pg_get_serial_sequence('ceal_signups', 'seq'))), $1, signup, edition, status,
                reference, digest, entry
           from jsonb_to_recordset($2::jsonb) as row (n integer, id uuid, seq bigint, signup text, edition text,
                status text, reference text, digest text, entry jsonb)
          order by n
         returning id
       )
       insert into ceal_notices (signup, event) select id, 'signup.received' from stored where $3::boolean`,
      [feed, JSON.stringify(rows.map((row, n) => ({ n, ...row }))), notify],
    );
  if (replaced.length > 0)
    await tx.query(
      `insert into ceal_signups (id, feed, status, replaced_by)
       select id, $1, 'replaced', by from jsonb_to_recordset($2::jsonb) as row (id uuid, by uuid)
       on conflict (id) do update
          set status = 'replaced', replaced_by = excluded.replaced_by, digest = null, entry = null, changed_at = now()`,
      [feed, JSON.stringify(replaced)],
    );
  for (const [edition, n] of offers) await offerPlaces(tx, feed, edition, n, notify);
}

/** Gives places to the first who wait, and lets them be told. */
async function offerPlaces(
  tx: Queries,
  feed: string,
  edition: string,
  n: number,
  notify: boolean,
): Promise<void> {
  await tx.query(
    `with moved as (
       update ceal_signups set status = 'accepted', offered_at = now(), changed_at = now()
        where id in (select id from ceal_signups
                      where feed = $1 and edition = $2 and status = 'waiting-list' order by seq limit $3)
       returning id
     )
     insert into ceal_notices (signup, event) select id, 'signup.offered' from moved where $4::boolean`,
    [feed, edition, n, notify],
  );
}

/** What leaving needs to know of the rules. */
export type LeaveRules = Pick<PlaceRules, 'roomOf' | 'notify'>;

/** Empties sign-ups that are withdrawn or erased, and offers the places that come free. */
export async function giveUp(
  tx: Queries,
  feed: string,
  ids: readonly string[],
  status: 'withdrawn' | 'erased',
  { roomOf, notify }: LeaveRules,
): Promise<void> {
  const freed = await tx.query<{ edition: string; n: number }>(
    `with before as (
       select id, edition, status from ceal_signups where id = any($1::uuid[]) and status in ('accepted', 'waiting-list')
     ), emptied as (
       update ceal_signups set status = $2, digest = null, entry = null, changed_at = now()
        where id in (select id from before) returning id
     ), told as (
       insert into ceal_notices (signup, event) select id, 'signup.withdrawn' from emptied where $3::boolean
     )
     select edition, count(*)::integer as n from before where status = 'accepted' and edition is not null group by edition`,
    [ids, status, notify],
  );
  const counts = await countPlaces(
    tx,
    feed,
    freed.map(({ edition }) => edition),
  );
  for (const { edition, n } of freed) {
    const { capacity, offers } = roomOf(edition);
    const { taken, waiting } = counts.get(edition) ?? { taken: 0, waiting: 0 };
    const most = Math.min(n, waiting, capacity - taken);
    if (offers && most > 0) await offerPlaces(tx, feed, edition, most, notify);
  }
}

/** No 0, 1, I, L, O or U: to be read aloud, and to spell nothing. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a visitor keeps: ten letters, too many to guess. */
function newReference(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]!).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
