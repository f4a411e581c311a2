import { randomInt } from 'node:crypto';
import {
  allocatePlaces,
  type Allocation,
  type AllocationContext,
  type StoredSignup,
  type Submission,
  type SubmissionResult,
} from '../allocate-places.js';
import type { ParsedEntry } from '../entry.js';
import type { EntryValidation } from '../validate-entry.js';
import type { Database, Queries, Transaction } from './database.js';
import { findAddresses, markSameMailbox, type MailedSignup } from './mailboxes.js';
import { offerPlaces, type OfferRules } from './offers.js';
import { COUNT_CHANGES, countPlaces, idLock, IS_DOUBTFUL, placesLock } from './places.js';

/** A sign-up on its way into the database. */
export type UnvalidatedSubmission = Omit<Submission, 'validation'> & { readonly parsed: ParsedEntry };

/** The rules of a receiver's settings and its feed on places; `capacityOf` answers by the feed as it is when asked. */
export interface PlaceRules extends OfferRules, Pick<AllocationContext, 'hasWaitingList'> {
  readonly validate: (parsed: ParsedEntry) => EntryValidation;
  /** Hours in which an address must be confirmed for its sign-up to stay; without it none needs to be. */
  readonly confirmHours?: number | undefined;
}

/** An attempt to store: its results, or the editions that had to be locked for it too. */
type Attempt = { readonly results: readonly SubmissionResult[] } | { readonly unlocked: readonly string[] };

/** Ids that one transaction locks: a server has room for some thousand locks in all. */
const MAX_IDS = 256;

/**
 * Stores sign-ups in one transaction, under the locks of their editions and ids: places are counted, and given, only
 * there. What a sign-up replaces may be of another edition, which is known only when it is read: then it begins again,
 * with the lock of that one too.
 */
export async function storeSignups(
  database: Database,
  feed: string,
  submissions: readonly UnvalidatedSubmission[],
  rules: PlaceRules,
): Promise<readonly SubmissionResult[]> {
  const ids = submissions.flatMap(({ id, alsoKnownAs = [], replaces }) => [id, ...alsoKnownAs, ...replaces]);
  if (ids.length > MAX_IDS && submissions.length > 1) {
    const half = submissions.length >> 1;
    const parts = [submissions.slice(0, half), submissions.slice(half)];
    const results = [];
    for (const part of parts) results.push(...(await storeSignups(database, feed, part, rules)));
    return results;
  }
  const { validate, notify, confirmHours, ...placeRules } = rules;
  const validated = submissions.map(({ parsed, ...rest }) => ({ ...rest, validation: validate(parsed) }));
  const addresses = validated.flatMap(({ validation }) => {
    const email = validation.kind === 'valid' ? validation.kept.email : undefined;
    return email === undefined ? [] : [{ edition: editionOf(validation), email }];
  });
  const editions = new Set(validated.map(({ validation }) => editionOf(validation)));
  for (;;) {
    const attempt = await database.transaction(
      async (tx): Promise<Attempt> => {
        const [stored, counts, known] = await Promise.all([
          findStored(tx, feed, ids),
          countPlaces(tx, feed, [...editions]),
          findAddresses(tx, feed, addresses),
        ]);
        const unlocked = [...stored.values()]
          .map(({ edition }) => edition ?? '')
          .filter((edition) => !editions.has(edition));
        if (unlocked.length > 0) return { unlocked };
        const allocation = allocatePlaces(validated, { ...placeRules, stored, counts, newReference });
        const replaced = new Set(allocation.replaced.map(({ id }) => id));
        const rows = markSameMailbox(allocation.rows, known, replaced);
        write(tx, { ...allocation, rows }, { feed, notify, confirmHours });
        return { results: allocation.results };
      },
      {
        locks: [
          ...[...editions].map((edition) => placesLock(feed, edition)),
          ...ids.map((id) => idLock(feed, id)),
        ],
      },
    );
    if ('results' in attempt) return attempt.results;
    for (const edition of attempt.unlocked) editions.add(edition);
  }
}

/** The edition that an entry is for; empty where it has none. */
function editionOf(validation: EntryValidation): string {
  return (validation.kind === 'valid' && validation.edition?.id) || '';
}

/** The rows that are stored under ids, by id. */
async function findStored(
  queries: Queries,
  feed: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredSignup>> {
  const rows = await queries.query<StoredSignup>(
    `select id, digest, status, reference, edition, seq::float8 as seq
       from ceal_signups where feed = $1 and id = any($2::uuid[])`,
    [feed, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function write(
  tx: Transaction,
  { rows, replaced, offers }: Omit<Allocation, 'rows'> & { readonly rows: readonly MailedSignup[] },
  { feed, notify, confirmHours }: { readonly feed: string } & Pick<PlaceRules, 'notify' | 'confirmHours'>,
): void {
  if (rows.length > 0)
    tx.write(
      `with stored as (
         insert into ceal_signups (id, seq, feed, signup, edition, status, reference, digest, entry,
                                   mailbox, confirm_by)
         select id, coalesce(seq, nextval(pg_get_serial_sequence('ceal_signups', 'seq'))), $1, signup, edition, status,
                reference, digest, entry, mailbox,
                case when entry ? 'email' then now() + make_interval(secs => $4::float8 * 3600) end
           from jsonb_to_recordset($2::jsonb) as row (n integer, id uuid, seq bigint, signup text, edition text,
                status text, reference text, digest text, entry jsonb, mailbox text)
          order by n
         returning id, edition, signup, status, entry
       ), notified as (
         insert into ceal_notices (feed, signup, event) select $1, id, 'signup.received' from stored where $3::boolean
       ), changes as (
         select edition, signup, status, ${IS_DOUBTFUL} as is_doubtful, 1 as n from stored
       ) ${COUNT_CHANGES}`,
      [feed, JSON.stringify(rows.map((row, n) => ({ n, ...row }))), notify, confirmHours ?? null],
    );
  if (replaced.length > 0)
    tx.write(
      `with given as (
         select id, by from jsonb_to_recordset($2::jsonb) as row (id uuid, by uuid)
       ), before as (
         select edition, signup, status, ${IS_DOUBTFUL} as is_doubtful
           from ceal_signups where feed = $1 and id in (select id from given)
       ), emptied as (
         insert into ceal_signups (id, feed, status, replaced_by) select id, $1, 'replaced', by from given
         on conflict (feed, id) do update
            set status = 'replaced', replaced_by = excluded.replaced_by, digest = null, entry = null,
                mailbox = null, confirm_by = null, changed_at = now()
         returning edition, signup, status
       ), changes as (
         select edition, signup, status, is_doubtful, -1 as n from before
          union all select edition, signup, status, false, 1 from emptied
       ) ${COUNT_CHANGES}`,
      [feed, JSON.stringify(replaced)],
    );
  for (const [edition, count] of offers) offerPlaces(tx, { feed, edition, count, notify });
}

/** Digits and letters without 0, 1, I, L, O and U, so that a reference can be read aloud and spells no word. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference, which the visitor keeps: ten characters, about 49 bits, too many to guess. */
export function newReference(): string {
  const letters = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)]!).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}
