import { dayAt } from '../dates/amsterdam.js';
import { nextChange, phaseAt, type Phase } from './phase.js';
import type { Entry } from './programme.js';

/** Progress of an edition at one moment. */
export interface EditionProgress {
  /** The time for which it was computed, and the one until which it stays the same, in milliseconds since 1970. */
  readonly since: number;
  readonly until: number;
  /** Phase of each entry, by index. */
  readonly phases: readonly Phase[];
  /** Index of the first entry that is not over; the number of entries when all are. */
  readonly present: number;
  /** True when an entry is past or going on. */
  readonly begun: boolean;
  /** First entry still to come, if it is sure to; neither a cancelled one nor a break, which nobody waits for. */
  readonly next: Entry | undefined;
}

/** The last progress of each edition's entries. */
const latest = new WeakMap<readonly Entry[], EditionProgress>();

/** Tells the progress of an edition: the same object as long as nothing begins, ends or becomes another day. */
export function editionProgress(entries: readonly Entry[], now: number): EditionProgress {
  const known = latest.get(entries);
  if (known && known.since <= now && now < known.until) return known;
  const progress = progressAt(entries, now);
  latest.set(entries, progress);
  return progress;
}

function progressAt(entries: readonly Entry[], now: number): EditionProgress {
  const today = dayAt(now);
  const phases = entries.map(({ when }) => phaseAt(when, now, today));
  const present = phases.map((phase) => phase !== 'past' && phase !== 'undated').indexOf(true);
  let next: Entry | undefined;
  entries.forEach((entry, index) => {
    const { when, cancelled, session } = entry;
    const { kind, status } = session;
    if (phases[index] !== 'later' || !when?.exact || cancelled || kind === 'break' || status === 'unknown')
      return;
    if (!next || when.key < next.when!.key) next = entry;
  });
  const whens = entries.map(({ when }) => when);
  return {
    since: now,
    until: nextChange(whens, now),
    phases,
    present: present < 0 ? phases.length : present,
    begun: phases.some((phase) => phase !== 'later' && phase !== 'undated'),
    next,
  };
}

/** The entries with a known day that are not over: those worth putting into a calendar. */
export function stillToCome(entries: readonly Entry[], now: number): readonly Entry[] {
  const today = dayAt(now);
  return entries.filter(({ when }) => when?.exact && phaseAt(when, now, today) !== 'past');
}
