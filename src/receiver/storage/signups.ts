import { randomInt } from 'node:crypto';
import {
  allocatePlaces,
  type Allocation,
  type AllocationContext,
  type PlaceCount,
  type StoredSignup,
  type Submission,
  type SubmissionResult,
} from '../allocate-places.js';
import type { ParsedEntry } from '../entry.js';
import type { EntryValidation } from '../validate-entry.js';
import type { Database, Queries } from './database.js';

/** A sign-up on its way into the database. */
export type UnvalidatedSubmission = Omit<Submission, 'validation'> & { readonly parsed: ParsedEntry };

/** The rules of a receiver's settings and its feed on places, at one instant. */
export interface PlaceRules extends Pick<AllocationContext, 'capacityOf' | 'hasWaitingList'> {
  readonly validate: (parsed: ParsedEntry) => EntryValidation;
  /** True to put notices into the outbox. */
  readonly notify: boolean;
}

/**
 * Stores sign-ups in one transaction. The lock makes all that concerns places of one feed happen one after another, in
 * every instance that uses the database; `rules` is called, and places are counted, only under it.
 */
export function storeSignups(
  database: Database,
  feed: string,
  submissions: readonly UnvalidatedSubmission[],
  rules: () => PlaceRules,
): Promise<readonly SubmissionResult[]> {
  return database.transaction(async (tx) => {
    await lockPlaces(tx, feed);
    const { validate, notify, ...placeRules } = rules();
    const validated = submissions.map(({ parsed, ...rest }) => ({ ...rest, validation: validate(parsed) }));
    const ids = validated.flatMap(({ id, alsoKnownAs = [], replaces }) => [id, ...alsoKnownAs, ...replaces]);
    const stored = await findStored(tx, ids);
    const editions = [
      ...validated.flatMap(({ validation }) =>
        validation.kind === 'valid' ? (validation.edition?.id ?? []) : [],
      ),
      ...[...stored.values()].flatMap(({ edition }) => edition ?? []),
    ];
    const counts = await countPlaces(tx, feed, editions);
    const allocation = allocatePlaces(validated, { ...placeRules, stored, counts, newReference });
    await write(tx, allocation, { feed, notify });
    return allocation.results;
  });
}

/** Gives places to people who wait, where an edition has more places than before. */
export function promoteWaiting(
  database: Database,
  feed: string,
  editions: readonly string[],
  rules: () => PlaceRules,
): Promise<void> {
  return database.transaction(async (tx) => {
    await lockPlaces(tx, feed);
    const { notify, ...placeRules } = rules();
    const counts = await countPlaces(tx, feed, editions);
    const allocation = allocatePlaces([], { ...placeRules, stored: new Map(), counts, newReference });
    await write(tx, allocation, { feed, notify });
  });
}

/** The rows that are stored under ids, by id. */
async function findStored(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredSignup>> {
  const rows = await queries.query<StoredSignup>(
    `select id, digest, status, reference, edition, seq::float8 as seq from ceal_signups where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Takes the lock on a feed's places, until the transaction ends. */
export async function lockPlaces(tx: Queries, feed: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ceal-widgets ${feed}`]);
}

/** Places taken and people waiting, by edition. */
export async function countPlaces(
  queries: Queries,
  feed: string,
  editions: readonly string[],
): Promise<ReadonlyMap<string, PlaceCount>> {
  if (editions.length === 0) return new Map();
  const rows = await queries.query<PlaceCount & { edition: string }>(
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
  { rows, replaced, offers }: Allocation,
  { feed, notify }: { readonly feed: string; readonly notify: boolean },
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
  for (const [edition, count] of offers) await offerPlaces(tx, { feed, edition, count, notify });
}

interface PlaceOffer {
  readonly feed: string;
  readonly edition: string;
  /** The number of places. */
  readonly count: number;
  readonly notify: boolean;
}

/** Gives places to the first who wait, with a notice to each. */
async function offerPlaces(tx: Queries, { feed, edition, count, notify }: PlaceOffer): Promise<void> {
  await tx.query(
    `with moved as (
       update ceal_signups set status = 'accepted', offered_at = now(), changed_at = now()
        where id in (select id from ceal_signups
                      where feed = $1 and edition = $2 and status = 'waiting-list' order by seq limit $3)
       returning id
     )
     insert into ceal_notices (signup, event) select id, 'signup.offered' from moved where $4::boolean`,
    [feed, edition, count, notify],
  );
}

/** The rules that releasing a place goes by. */
export type ReleaseRules = Pick<PlaceRules, 'capacityOf' | 'notify'>;

/** Empties sign-ups that are withdrawn or erased, and offers the places that come free. */
export async function releasePlaces(
  tx: Queries,
  feed: string,
  { ids, status }: { readonly ids: readonly string[]; readonly status: 'withdrawn' | 'erased' },
  { capacityOf, notify }: ReleaseRules,
): Promise<void> {
  const freed = await tx.query<{ edition: string; n: number }>(
    `with before as (
       select id, edition, status from ceal_signups where id = any($1::uuid[]) and status in ('accepted', 'waiting-list')
     ), emptied as (
       update ceal_signups set status = $2, digest = null, entry = null, changed_at = now()
        where id in (select id from before) returning id
     ), notified as (
       insert into ceal_notices (signup, event) select id, 'signup.withdrawn' from emptied where $3::boolean
     )
     select edition, count(*)::integer as n from before where status = 'accepted' and edition is not null group by edition`,
    [ids, status, notify],
  );
  const editions = freed.map(({ edition }) => edition);
  const counts = await countPlaces(tx, feed, editions);
  for (const { edition, n } of freed) {
    const { limit, offers } = capacityOf(edition);
    const { taken, waiting } = counts.get(edition) ?? { taken: 0, waiting: 0 };
    const count = Math.min(n, waiting, limit - taken);
    if (offers && count > 0) await offerPlaces(tx, { feed, edition, count, notify });
  }
}

/** Digits and letters without 0, 1, I, L, O and U, so that a reference can be read aloud and spells no word. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference, which the visitor keeps: ten characters, about 49 bits, too many to guess. */
function newReference(): string {
  const letters = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]!).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
