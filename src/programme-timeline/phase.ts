import { dayAt, nextMidnight } from '../dates/amsterdam.js';
import type { DateSpan } from '../dates/date-span.js';

/**
 * Where something stands in time: `now` is going on, `today` is on this day but not certainly at this hour, `later` is
 * still to come. What has no date that can be placed is `undated`.
 */
export type Phase = 'past' | 'now' | 'today' | 'later' | 'undated';

export function phaseAt(when: DateSpan | undefined, now: number, today = dayAt(now)): Phase {
  if (!when) return 'undated';
  if (when.last < today || (when.end !== undefined && when.end <= now)) return 'past';
  if (!when.exact || when.first > today) return 'later';
  const begun = when.start === undefined || when.start <= now;
  // Of a whole day, or a meeting that does not say how long it takes, only the day is certain.
  const certain = when.first < when.last || (when.start !== undefined && when.end !== undefined);
  return begun && certain ? 'now' : 'today';
}

/** The next instant at which one of these changes its phase, at the latest when the day in Amsterdam ends. */
export function nextChange(whens: readonly (DateSpan | undefined)[], now: number): number {
  let next = nextMidnight(now);
  for (const when of whens)
    for (const instant of [when?.start, when?.end])
      if (instant !== undefined && instant > now && instant < next) next = instant;
  return next;
}
