import { parseDate, sortKey, type DateValue, type FeedDate } from './edtf.js';
import { dayAt, instantOf, lastOf, type Day } from './amsterdam.js';

/** The time in which something happens, as far as its dates tell. */
export interface DateSpan {
  /** Sorts as time does; a whole day comes before its hours, a month before its days. */
  readonly key: string;
  /** The first and the last day on which it may be. */
  readonly first: Day;
  readonly last: Day;
  /** The instants at which it begins and ends, in milliseconds since 1970, where the feed gives a time. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** True when its days are known, not only a month, a season or a year. */
  readonly exact: boolean;
}

interface Period {
  readonly start?: FeedDate | undefined;
  readonly end?: FeedDate | undefined;
}

type Moment = Extract<DateValue, { precision: 'moment' }>;
type SingleDate = Exclude<DateValue, { precision: 'range' }>;

/**
 * Finds the first and the last date of a period. A range holds both; an end alone is a beginning too.
 *
 * @returns `undefined` for a period without a readable date; `to` is left out where it would be `from` again.
 */
export function boundsOf({
  start,
  end,
}: Period): { from: SingleDate; to: SingleDate | undefined } | undefined {
  const begins = start && parseDate(start);
  const ends = end && parseDate(end);
  const from = begins ?? ends;
  if (!from) return undefined;
  const to = ends && begins ? ends : from;
  const last = to.precision === 'range' ? to.to : to;
  return {
    from: (from.precision === 'range' ? from.from : from) as SingleDate,
    to: last === from ? undefined : (last as SingleDate),
  };
}

/** @returns the time of a period of the feed; `undefined` where it has no date, or one without a year. */
export function toDateSpan(period: Period): DateSpan | undefined {
  const ends = boundsOf(period);
  const from = ends && boundOf(ends.from);
  const to = ends?.to ? boundOf(ends.to) : from;
  if (!ends || !from || !to) return undefined;
  const start = ends.from.precision === 'moment' ? instantOfMoment(ends.from) : undefined;
  const stops = ends.to?.precision === 'moment' ? instantOfMoment(ends.to) : undefined;
  const end = stops !== undefined && (start === undefined || stops > start) ? stops : undefined;
  // A span that ends at midnight ends on the day before.
  const last = end === undefined ? to.last : dayAt(end - 1);
  return {
    key: from.key,
    first: from.first,
    last: last < from.first ? from.last : last,
    start,
    end,
    exact: from.exact && to.exact,
  };
}

/** @returns the instant of a date-time, in milliseconds since 1970; without an offset it is Amsterdam time. */
export function instantOfMoment({ text, hasOffset }: Moment): number {
  // More than milliseconds is more than every browser reads.
  const readable = text.replace(/(\.\d{3})\d+/, '$1');
  return hasOffset ? Number(new Date(readable)) : instantOf(readable);
}

interface Bound {
  readonly key: string;
  readonly first: Day;
  readonly last: Day;
  readonly exact: boolean;
}

/** The number of months that a date may mean, where it does not say a day. */
const MONTHS = { year: 12, season: 3, month: 1 } as const;

/** @returns the first and the last day that a date may mean. */
function boundOf(value: SingleDate): Bound | undefined {
  if (value.precision === 'yearless-day') return undefined;
  const key = sortKey(value);
  const first = `${key}-01-01`.slice(0, 10) as Day;
  if (value.precision === 'day' || value.precision === 'moment')
    return { key, first, last: first, exact: true };
  return { key, first, last: lastOf(first, MONTHS[value.precision]), exact: false };
}
