import { daysBetween, type Day } from '../../dates/amsterdam.js';
import type { Part } from '../../feed/sections/programme.js';
import type { EditionSchedule, Entry } from '../programme.js';

/** A session whose day is known, and its place in its edition. */
export interface DatedSession {
  readonly entry: Entry;
  readonly index: number;
  readonly day: Day;
}

/** The days that an overview draws, from the first session to the last. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
  readonly sessions: readonly DatedSession[];
}

/** Longer than that, the drawing would tell nothing. */
const MAX_SPAN_DAYS = 6 * 365;

/** What there is to draw of an edition; `undefined` where there is too little, or too much. */
export function spanOf(entries: readonly Entry[]): Span | undefined {
  const placed = entries.flatMap((entry, index) =>
    entry.when?.exact ? [{ entry, index, day: entry.when.first }] : [],
  );
  if (placed.length < 3) return undefined;
  const days = placed.map(({ day }) => day).sort();
  const [first, last] = [days[0]!, days.at(-1)!];
  const length = daysBetween(first, last);
  return length > 13 && length <= MAX_SPAN_DAYS ? { first, last, sessions: placed } : undefined;
}

/** The parts that have a session on a known day: each is a bar of the overview. */
export function datedParts({ parts }: EditionSchedule): readonly Part[] {
  return parts.flatMap(({ part, groups }) =>
    part && groups.some(({ entries }) => entries.some(({ when }) => when?.exact)) ? [part] : [],
  );
}
