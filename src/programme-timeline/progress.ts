import { dayAt } from '../dates/amsterdam.js';
import { phaseAt, type Phase } from './phase.js';
import type { Entry } from './programme.js';

/** How far an edition is: the phase of every entry, and where the present stands among them. */
export interface EditionProgress {
  readonly phases: readonly Phase[];
  /** The first entry that is not over; the number of entries when all are. */
  readonly present: number;
  /** Whether something was or is already. */
  readonly begun: boolean;
  /** The first entry that is still to come and goes on; a week off is not something to wait for. */
  readonly next: Entry | undefined;
}

export function editionProgress(entries: readonly Entry[], now: number): EditionProgress {
  const today = dayAt(now);
  const phases = entries.map(({ when }) => phaseAt(when, now, today));
  const present = phases.findIndex((phase) => phase !== 'past' && phase !== 'undated');
  let next: Entry | undefined;
  for (const [at, entry] of entries.entries()) {
    const { when, cancelled, session } = entry;
    if (phases[at] !== 'later' || !when?.exact || cancelled || session.kind === 'break') continue;
    if (!next || when.key < next.when!.key) next = entry;
  }
  return {
    phases,
    present: present < 0 ? phases.length : present,
    begun: phases.some((phase) => phase !== 'later' && phase !== 'undated'),
    next,
  };
}

/** The entries of an edition that a visitor may still want in a calendar. */
export function stillToCome(entries: readonly Entry[], now: number): readonly Entry[] {
  const today = dayAt(now);
  return entries.filter(({ when }) => when?.exact && phaseAt(when, now, today) !== 'past');
}
