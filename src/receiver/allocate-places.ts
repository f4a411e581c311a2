import type { Judgement, KeptEntry } from './validate-entry.js';

/**
 * Who gets a place. Pure: what the database holds goes in, what must change comes out, so that the rules can be read and
 * tested without one. All of it happens between the lock and the commit of one transaction.
 */

/** How a sign-up stands. The last three are empty: nothing of what was filled in is left. */
export type Status = 'accepted' | 'waiting-list' | 'withdrawn' | 'erased' | 'replaced';

/** A sign-up that asks to be stored. */
export interface Submission {
  readonly id: string;
  /** Other ids under which the same may be stored already. */
  readonly alsoKnownAs?: readonly string[];
  readonly replaces: readonly string[];
  readonly digest: string;
  readonly judgement: Judgement;
}

/** What is stored under an id. */
export interface Held {
  readonly id: string;
  readonly digest: string | null;
  readonly status: Status;
  readonly reference: string | null;
  readonly edition: string | null;
  /** Its place in the order; none yet where it is only about to be stored. */
  readonly seq: number | undefined;
}

/** Places of an edition that are taken, and people who wait. */
export interface Count {
  taken: number;
  waiting: number;
}

export interface Room {
  /** `Infinity` where there is no limit. */
  readonly capacity: number;
  /** Whether places that come free are still given out. */
  readonly offers: boolean;
  /** Whether people who wait move up by themselves when there is room: not where the feed says that it is full. */
  readonly movesUp: boolean;
}

export type Answer =
  | { readonly kind: 'stored' | 'replayed'; readonly reference: string; readonly status: Status }
  | { readonly kind: 'key-reused' | 'withdrawn' | 'full' }
  | Exclude<Judgement, { readonly kind: 'good' }>;

export interface NewRow {
  readonly id: string;
  readonly digest: string;
  readonly reference: string;
  readonly status: Status;
  readonly signup: string;
  readonly edition: string | undefined;
  readonly entry: KeptEntry;
  /** Where it takes the place of an earlier one; else it is the next. */
  readonly seq: number | undefined;
}

export interface Placed {
  /** In the order of the submissions. */
  readonly answers: readonly Answer[];
  /** In the order in which they are to be numbered. */
  readonly rows: readonly NewRow[];
  /** Ids that are put aside: what was stored under them is emptied, and what comes later is not stored. */
  readonly replaced: readonly { readonly id: string; readonly by: string }[];
  /** How many of an edition's waiting list get a place, first come first. */
  readonly offers: ReadonlyMap<string, number>;
}

export interface Situation {
  readonly held: ReadonlyMap<string, Held>;
  readonly counts: ReadonlyMap<string, Count>;
  readonly roomOf: (edition: string) => Room;
  readonly hasWaitingList: boolean;
  readonly newReference: () => string;
}

/** Places submissions one after another, in the order in which they came. */
export function place(submissions: readonly Submission[], situation: Situation): Placed {
  const { roomOf, hasWaitingList, newReference } = situation;
  const held = new Map(situation.held);
  const counts = new Map([...situation.counts].map(([edition, count]) => [edition, { ...count }]));
  const rows: NewRow[] = [];
  const replaced: { id: string; by: string }[] = [];
  const offers = new Map<string, number>();
  const countOf = (edition: string) => {
    let count = counts.get(edition);
    if (!count) counts.set(edition, (count = { taken: 0, waiting: 0 }));
    return count;
  };
  /** Gives up to `most` free places to those who wait. */
  const moveUp = (edition: string, most: number) => {
    const count = countOf(edition);
    const n = Math.min(most, count.waiting, Math.max(0, roomOf(edition).capacity - count.taken));
    if (n <= 0) return;
    count.taken += n;
    count.waiting -= n;
    offers.set(edition, (offers.get(edition) ?? 0) + n);
  };

  for (const edition of counts.keys()) if (roomOf(edition).movesUp) moveUp(edition, Infinity);

  const answers = submissions.map((submission): Answer => {
    const { id, digest, judgement } = submission;
    // First of all: what was stored before is answered as it was then, whatever the feed says by now.
    const earlier = [id, ...(submission.alsoKnownAs ?? [])].map((each) => held.get(each)).find(Boolean);
    if (earlier) return answerAgain(earlier, digest);
    if (judgement.kind !== 'good') return judgement;
    const { signup, kept: entry, waitingOnly } = judgement;
    const edition = judgement.edition?.id;

    const others = submission.replaces.filter((each) => each !== id);
    const active = others.flatMap((each) => held.get(each) ?? []).filter(isActive);
    // The same edition: it keeps the place that it has. Else it begins anew, and what it had is free.
    const heir = active.find((each) => each.edition === (edition ?? null));
    const count = edition === undefined ? undefined : countOf(edition);
    const isFull =
      edition !== undefined &&
      (waitingOnly || count!.waiting > 0 || count!.taken >= roomOf(edition).capacity);
    if (!heir && isFull && !hasWaitingList) return { kind: 'full' };

    const status = heir?.status ?? (isFull ? 'waiting-list' : 'accepted');
    if (count) count[status === 'accepted' ? 'taken' : 'waiting'] += 1;
    const reference = newReference();
    const row = { id, digest, reference, status, signup: signup.id, edition, entry, seq: heir?.seq };
    // What it follows may be among the new ones too, and has no number yet.
    const heirAt = rows.findIndex((each) => each.id === heir?.id);
    rows.splice(heirAt < 0 ? rows.length : heirAt + 1, 0, row);
    held.set(id, { id, digest, status, reference, edition: edition ?? null, seq: heir?.seq });
    for (const each of others) {
      const before = held.get(each);
      if (before && !isActive(before)) continue;
      replaced.push({ id: each, by: id });
      held.set(each, { ...(before ?? EMPTY), id: each, status: 'replaced' });
      if (!before?.edition) continue;
      countOf(before.edition)[before.status === 'accepted' ? 'taken' : 'waiting'] -= 1;
      if (before.status === 'accepted' && before !== heir && roomOf(before.edition).offers)
        moveUp(before.edition, 1);
    }
    return { kind: 'stored', reference, status };
  });
  return { answers, rows, replaced, offers };
}

const EMPTY: Omit<Held, 'id' | 'status'> = { digest: null, reference: null, edition: null, seq: undefined };

function isActive({ status }: Held): boolean {
  return status === 'accepted' || status === 'waiting-list';
}

function answerAgain(earlier: Held, digest: string): Answer {
  if (!isActive(earlier)) return { kind: 'withdrawn' };
  if (earlier.digest !== digest) return { kind: 'key-reused' };
  return { kind: 'replayed', reference: earlier.reference!, status: earlier.status };
}
