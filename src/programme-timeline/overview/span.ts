import { daysBetween, type Day } from '../../dates/amsterdam.js';
import type { Part } from '../../feed/sections/programme.js';
import type { EditionSchedule, Entry } from '../programme.js';
import { flatMap } from '../../lists.js';

/** Session whose day is known; `index` is its index in the edition. */
export interface DatedSession {
  readonly entry: Entry;
  readonly index: number;
  readonly day: Day;
}

/** Days that an overview draws, from the first session to the last. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
  readonly sessions: readonly DatedSession[];
}

/** Longest span to draw, in days; of a longer one nothing could be read. */
const MAX_SPAN_DAYS = 6 * 365;
const MIN_SPAN_DAYS = 14;
const MIN_SESSIONS = 3;

/** The span to draw of an edition; `undefined` for fewer than 3 dated sessions, and for less than 2 weeks or more than 6 years. */
export function spanOf(entries: readonly Entry[]): Span | undefined {
  const sessions = flatMap(entries, (entry, index) =>
    entry.when?.exact ? [{ entry, index, day: entry.when.first }] : [],
  );
  if (sessions.length < MIN_SESSIONS) return undefined;
  const days = sessions.map(({ day }) => day).sort();
  const [first, last] = [days[0]!, days.at(-1)!];
  const length = daysBetween(first, last);
  return length >= MIN_SPAN_DAYS && length <= MAX_SPAN_DAYS ? { first, last, sessions } : undefined;
}

/** The parts with a session on a known day: each becomes a bar of the overview. */
export function datedParts({ parts }: EditionSchedule): readonly Part[] {
  return flatMap(parts, ({ part, groups }) =>
    part && groups.some(({ entries }) => entries.some(({ when }) => when?.exact)) ? [part] : [],
  );
}
