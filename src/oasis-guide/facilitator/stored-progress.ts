import { asRecord } from '../../feed/record.js';
import { LONGEST_NOTE, sized, type Progress, type Spot, type StepProgress } from './progress.js';
import type { Timer } from './timer.js';

/**
 * Progress as text, to be kept on a device, and back. Whatever else writes in a page's storage, and people with its tools
 * do, reading never throws: what does not fit is left out.
 */
const VERSION = 1;
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const SCREEN = /^[a-z][a-z0-9-]{0,79}$/;
/** No feed has more steps, and no step more items. */
const MOST = 100;

export function writeProgress(progress: Progress, feed: string): string {
  return JSON.stringify({
    version: VERSION,
    feed,
    group: progress.group,
    at: progress.at,
    steps: Object.fromEntries(
      [...progress.steps].map(([id, { materials, activities, timers, note }]) => [
        id,
        { materials: [...materials], activities: [...activities], timers: Object.fromEntries(timers), note },
      ]),
    ),
  });
}

/** The progress in a text, if it is one of this feed. `now`: a timer cannot have been started later. */
export function readProgress(text: string | null, feed: string, now: number): Progress | undefined {
  const stored = asRecord(parsed(text));
  if (stored['version'] !== VERSION || stored['feed'] !== feed) return undefined;
  const steps = entriesById(stored['steps']).map(([id, step]) => [id, readStep(step, now)] as const);
  const at = readSpot(stored['at']);
  return sized({ ...(at && { at }), steps: new Map(steps) }, stored['group'] as number | undefined);
}

function readSpot(value: unknown): Spot | undefined {
  const { step, screen } = asRecord(value);
  const areWords = typeof step === 'string' && typeof screen === 'string';
  return areWords && ID.test(step) && SCREEN.test(screen) ? { step, screen } : undefined;
}

function readStep(value: unknown, now: number): StepProgress {
  const { materials, activities, timers, note } = asRecord(value);
  return {
    materials: readIds(materials),
    activities: readIds(activities),
    timers: new Map(
      entriesById(timers).flatMap(([id, timer]) => {
        const read = readTimer(timer, now);
        return read ? [[id, read]] : [];
      }),
    ),
    note: typeof note === 'string' ? note.slice(0, LONGEST_NOTE) : '',
  };
}

function readTimer(value: unknown, now: number): Timer | undefined {
  const { spent, since } = asRecord(value);
  const isTime = (time: unknown): time is number => Number.isFinite(time) && (time as number) >= 0;
  if (!isTime(spent) || spent > now) return undefined;
  return isTime(since) && since <= now ? { spent, since } : { spent };
}

function readIds(value: unknown): ReadonlySet<string> {
  const ids: unknown[] = Array.isArray(value) ? value.slice(0, MOST) : [];
  return new Set(ids.filter((id): id is string => typeof id === 'string' && ID.test(id)));
}

function entriesById(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(asRecord(value))
    .filter(([id]) => ID.test(id))
    .slice(0, MOST);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
