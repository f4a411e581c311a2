import { dayAt } from '../dates/amsterdam.js';
import { phaseAt, type Phase } from './phase.js';
import type { Entry } from './programme.js';

/** Progress of an edition at one moment. */
export interface EditionProgress {
  /** Phase of each entry, by index. */
  readonly phases: readonly Phase[];
  /** Index of the first entry that is not over; the number of entries when all are. */
  readonly present: number;
  /** True when an entry is past or going on. */
  readonly begun: boolean;
  /** First entry still to come, if it is sure to; neither a cancelled one nor a break, which nobody waits for. */
  readonly next: Entry | undefined;
}

export function editionProgress(entries: readonly Entry[], now: number): EditionProgress {
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
  return {
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
