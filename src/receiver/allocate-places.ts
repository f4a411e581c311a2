import type { EntryValidation, KeptEntry } from './validate-entry.js';

/**
 * The rules by which places are given out. Pure: what the database holds goes in, what must change comes out, so that
 * they can be read and tested without one. The caller holds the lock on the places until its transaction has committed.
 */

/** The state of a sign-up. The last three are empty: nothing of what was filled in is left. */
export type SignupStatus = 'accepted' | 'waiting-list' | 'withdrawn' | 'erased' | 'replaced';

/** A sign-up that asks to be stored. */
export interface Submission {
  readonly id: string;
  /** Other ids under which the same may be stored already. */
  readonly alsoKnownAs?: readonly string[];
  readonly replaces: readonly string[];
  readonly digest: string;
  readonly validation: EntryValidation;
}

/** The row that is stored under an id. */
export interface StoredSignup {
  readonly id: string;
  readonly digest: string | null;
  readonly status: SignupStatus;
  readonly reference: string | null;
  readonly edition: string | null;
  /** Its number in the order; `undefined` where it is only about to be stored. */
  readonly seq: number | undefined;
}

/** Places of an edition that are taken, and people who wait. */
export interface PlaceCount {
  taken: number;
  waiting: number;
}

/** The places that an edition has. */
export interface Capacity {
  /** `Infinity` where there is no limit. */
  readonly limit: number;
  /** True if places that come free are still given to people who wait. */
  readonly offers: boolean;
  /** True if people who wait move up by themselves when there is room; false where the feed says that it is full. */
  readonly promotes: boolean;
}

/** An edition that has left the feed: every place that comes free goes to the next who waits. */
export const UNKNOWN_CAPACITY: Capacity = { limit: Infinity, offers: true, promotes: false };

export type SubmissionResult =
  | { readonly kind: 'stored' | 'replayed'; readonly reference: string; readonly status: SignupStatus }
  | { readonly kind: 'key-reused' | 'withdrawn' | 'full' }
  | Exclude<EntryValidation, { readonly kind: 'valid' }>;

/** A row to be inserted. */
export interface NewSignup {
  readonly id: string;
  readonly digest: string;
  readonly reference: string;
  readonly status: SignupStatus;
  readonly signup: string;
  readonly edition: string | undefined;
  readonly entry: KeptEntry;
  /** The number of its predecessor; `undefined` for the next one. */
  readonly seq: number | undefined;
}

/** The changes that a batch of submissions makes. */
export interface Allocation {
  /** In the order of the submissions. */
  readonly results: readonly SubmissionResult[];
  /** In the order in which they are to be numbered. */
  readonly rows: readonly NewSignup[];
  /** Ids that are replaced: what is stored under them is emptied, and what comes later is not stored. */
  readonly replaced: readonly { readonly id: string; readonly by: string }[];
  /** The number of people on an edition's waiting list who get a place, first come first. */
  readonly offers: ReadonlyMap<string, number>;
}

export interface AllocationContext {
  /** By id. */
  readonly stored: ReadonlyMap<string, StoredSignup>;
  /** By edition. */
  readonly counts: ReadonlyMap<string, PlaceCount>;
  readonly capacityOf: (edition: string) => Capacity;
  readonly hasWaitingList: boolean;
  readonly newReference: () => string;
}

/** Gives places to submissions one after another, in the order in which they came. */
export function allocatePlaces(submissions: readonly Submission[], context: AllocationContext): Allocation {
  const { capacityOf, hasWaitingList, newReference } = context;
  const stored = new Map(context.stored);
  const counts = new Map([...context.counts].map(([edition, count]) => [edition, { ...count }]));
  const rows: NewSignup[] = [];
  const replaced: { id: string; by: string }[] = [];
  const offers = new Map<string, number>();
  const countOf = (edition: string) => {
    let count = counts.get(edition);
    if (!count) counts.set(edition, (count = { taken: 0, waiting: 0 }));
    return count;
  };
  /** Gives up to `max` free places to those who wait. */
  const promote = (edition: string, max: number) => {
    const count = countOf(edition);
    const promoted = Math.min(max, count.waiting, Math.max(0, capacityOf(edition).limit - count.taken));
    if (promoted <= 0) return;
    count.taken += promoted;
    count.waiting -= promoted;
    offers.set(edition, (offers.get(edition) ?? 0) + promoted);
  };

  for (const edition of counts.keys()) if (capacityOf(edition).promotes) promote(edition, Infinity);

  const results = submissions.map((submission): SubmissionResult => {
    const { id, digest, validation } = submission;
    // Before anything else: what is stored already is answered as it was then, whatever the feed says by now.
    const known = [id, ...(submission.alsoKnownAs ?? [])].map((key) => stored.get(key)).find(Boolean);
    if (known) return replay(known, submission);
    if (validation.kind !== 'valid') return validation;
    const { signup, kept: entry, waitingOnly } = validation;
    const edition = validation.edition?.id;

    const replacedIds = submission.replaces.filter((key) => key !== id);
    const active = replacedIds.flatMap((key) => stored.get(key) ?? []).filter(isActive);
    // For the same edition it keeps the predecessor's place; for another one it begins anew, and that place is free.
    const predecessor = active.find((signup) => signup.edition === (edition ?? null));
    const count = edition === undefined ? undefined : countOf(edition);
    const isFull =
      edition !== undefined &&
      (waitingOnly || count!.waiting > 0 || count!.taken >= capacityOf(edition).limit);
    if (!predecessor && isFull && !hasWaitingList) return { kind: 'full' };

    const status = predecessor?.status ?? (isFull ? 'waiting-list' : 'accepted');
    if (count) count[status === 'accepted' ? 'taken' : 'waiting'] += 1;
    const reference = newReference();
    const seq = predecessor?.seq;
    const row: NewSignup = { id, digest, reference, status, signup: signup.id, edition, entry, seq };
    // The predecessor may be in the same batch and have no number yet: then this row is numbered right after it.
    const predecessorIndex = rows.findIndex((other) => other.id === predecessor?.id);
    rows.splice(predecessorIndex < 0 ? rows.length : predecessorIndex + 1, 0, row);
    stored.set(id, { id, digest, status, reference, edition: edition ?? null, seq });
    for (const replacedId of replacedIds) {
      const before = stored.get(replacedId);
      if (before && !isActive(before)) continue;
      replaced.push({ id: replacedId, by: id });
      stored.set(replacedId, { ...(before ?? EMPTY), id: replacedId, status: 'replaced' });
      if (!before?.edition) continue;
      countOf(before.edition)[before.status === 'accepted' ? 'taken' : 'waiting'] -= 1;
      if (before.status === 'accepted' && before !== predecessor && capacityOf(before.edition).offers)
        promote(before.edition, 1);
    }
    return { kind: 'stored', reference, status };
  });
  return { results, rows, replaced, offers };
}

const EMPTY: Omit<StoredSignup, 'id' | 'status'> = {
  digest: null,
  reference: null,
  edition: null,
  seq: undefined,
};

function isActive({ status }: StoredSignup): boolean {
  return status === 'accepted' || status === 'waiting-list';
}

/**
 * Answers a submission whose id is stored already. Another content learns that only where it is valid itself: who tries
 * keys leaves a trace, or learns nothing.
 */
function replay(known: StoredSignup, { digest, validation }: Submission): SubmissionResult {
  if (isActive(known) && known.digest === digest)
    return { kind: 'replayed', reference: known.reference!, status: known.status };
  if (validation.kind === 'invalid') return validation;
  return { kind: isActive(known) ? 'key-reused' : 'withdrawn' };
}
