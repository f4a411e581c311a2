import { addDays, localAt, type Day } from '../../dates/amsterdam.js';
import { instantOfMoment } from '../../dates/date-span.js';
import { parseDate, type FeedDate } from '../../dates/edtf.js';

interface Period {
  readonly start?: FeedDate | undefined;
  readonly end?: FeedDate | undefined;
}

/** A moment on a clock of the Netherlands or of Greenwich, or on no clock that is named. */
const ON_OUR_CLOCK = /T[\d:.]+(?:Z|-00:00|\+0[0-2]:00)?$/;

/**
 * Reads whole days that a spreadsheet or a database has written as midnight: in Greenwich, in Amsterdam or in no zone. An
 * end at midnight, or a minute before, counts with the day before it.
 *
 * @returns the days; `undefined` for what has no start at midnight, or an end at another time, which is a time then, and
 * for days that are written as such.
 */
export function mendWholeDays({ start, end }: Period): Period | undefined {
  const day = start && dayOf(start);
  const first = day ?? (start && dayAt(start, 'T00:00'));
  if (!first || (day && !end)) return undefined;
  if (!end) return { start: asDate(first) };
  const after = dayAt(end, 'T00:00');
  const last = after
    ? addDays(after, after > first ? -1 : 0)
    : (dayAt(end, 'T23:59') ?? (day ? undefined : dayOf(end)));
  if (!last || last < first) return undefined;
  return { start: asDate(first), end: last === first ? undefined : asDate(last) };
}

const asDate = (day: Day) => day as string as FeedDate;

/** @returns the day on which it is this time, on the clock of the text or Amsterdam's, at a moment. */
function dayAt(date: FeedDate, time: string): Day | undefined {
  const value = parseDate(date);
  if (value?.precision !== 'moment') return undefined;
  const clocks = [ON_OUR_CLOCK.test(date) ? date : '', localAt(instantOfMoment(value))];
  return clocks.filter((text) => text.slice(10, 16) === time)[0]?.slice(0, 10) as Day | undefined;
}

function dayOf(date: FeedDate): Day | undefined {
  return parseDate(date)?.precision === 'day' ? (date as string as Day) : undefined;
}
