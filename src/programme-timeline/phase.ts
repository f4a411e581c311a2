import { dayAt, nextMidnight } from '../dates/amsterdam.js';
import type { DateSpan } from '../dates/date-span.js';

/**
 * Phase of a session: `now` is going on, `today` is on this day but not certainly at this hour, `later` is still to come,
 * `undated` has no date, or one without a year.
 */
export type Phase = 'past' | 'now' | 'today' | 'later' | 'undated';

/** `now`: milliseconds since 1970; `today`: the day in Amsterdam at that time. */
export function phaseAt(when: DateSpan | undefined, now: number, today = dayAt(now)): Phase {
  if (!when) return 'undated';
  if (when.last < today || (when.end !== undefined && when.end <= now)) return 'past';
  if (!when.exact || when.first > today) return 'later';
  const begun = when.start === undefined || when.start <= now;
  // Of a whole day, or of a meeting without an end, only the day is certain.
  const certain = when.first < when.last || (when.start !== undefined && when.end !== undefined);
  return begun && certain ? 'now' : 'today';
}

/** The next instant at which a span changes its phase; at the latest the end of the day in Amsterdam. */
export function nextChange(whens: readonly (DateSpan | undefined)[], now: number): number {
  let next = nextMidnight(now);
  for (const when of whens)
    for (const instant of [when?.start, when?.end])
      if (instant !== undefined && instant > now && instant < next) next = instant;
  return next;
}
