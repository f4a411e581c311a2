import { parseDate, sortKey, type FeedDate, type SingleDate } from './edtf.js';
import { dayAt, instantOf, lastOf, type Day } from './amsterdam.js';

/** The time in which something happens, as far as its dates tell. */
export interface DateSpan {
  /** Sorts as time does; a whole day comes before its hours, a month before its days. */
  readonly key: string;
  /** The first and the last day on which it may be: those of the calendar where it has an open beginning or end. */
  readonly first: Day;
  readonly last: Day;
  /** The instants at which it begins and ends, in milliseconds since 1970, where the feed gives a time. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** True when its first day is known, and its last one unless that is open: not only a month, about or perhaps. */
  readonly exact: boolean;
}

interface Period {
  readonly start?: FeedDate | undefined;
  readonly end?: FeedDate | undefined;
}

type Moment = Extract<SingleDate, { precision: 'moment' }>;

const FIRST_DAY = '0000-01-01' as Day;
/** The last day of what has an open end. */
export const LAST_DAY = '9999-12-31' as Day;

/** The first and the last date of a period; `null` for an open end. */
interface PeriodEnds {
  readonly from: SingleDate | null;
  readonly to: SingleDate | null;
}

/**
 * Finds the first and the last date of a period, the same where it is one date. A range holds both; an end alone is a
 * beginning too.
 *
 * @returns `undefined` for a period without a date that is known.
 */
export function boundsOf(period: Period): PeriodEnds | undefined {
  const [start, end] = [period.start, period.end].map((date) => (date ? parseDate(date) : undefined));
  const first = start ?? end;
  const last = end && end.precision !== 'unknown' ? end : first;
  if (!first || !last || first.precision === 'unknown') return undefined;
  return {
    from: first.precision === 'range' ? first.from : first,
    to: last.precision === 'range' ? last.to : last,
  };
}

/** @returns the time of a period of the feed; `undefined` where it has no date, or one without a year. */
export function toDateSpan(period: Period): DateSpan | undefined {
  const ends = boundsOf(period);
  if (!ends) return undefined;
  const [from, to] = [ends.from, ends.to].map((date) => date && boundOf(date));
  const key = (from ?? to)?.key;
  // An end without a year is no open one.
  if (key === undefined || from === undefined || to === undefined) return undefined;
  const [start, stops] = [ends.from, ends.to].map((date) =>
    date?.precision === 'moment' ? instantOfMoment(date) : undefined,
  );
  const end = stops !== undefined && (start === undefined || stops > start) ? stops : undefined;
  const first = from?.first ?? FIRST_DAY;
  // A span that ends at midnight ends on the day before.
  const last = end === undefined ? (to?.last ?? LAST_DAY) : dayAt(end - 1);
  return {
    key,
    first,
    last: last < first ? from!.last : last,
    start,
    end,
    exact: from?.exact === true && to?.exact !== false,
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
const MONTHS = { century: 1200, decade: 120, year: 12, season: 3, month: 1 } as const;

/** @returns the first and the last day that a date may mean. */
function boundOf(value: SingleDate): Bound | undefined {
  if (value.precision === 'yearless-day' || value.precision === 'unknown') return undefined;
  const key = sortKey(value);
  const first = `${key}${FIRST_DAY.slice(key.length)}`.slice(0, 10) as Day;
  if (value.precision === 'day' || value.precision === 'moment')
    return { key, first, last: first, exact: !value.qualifier };
  return { key, first, last: lastOf(first, MONTHS[value.precision]), exact: false };
}

/** A session as far as its days in a calendar depend on it. */
interface Dated {
  readonly session: Period & { readonly status: string; readonly movedFrom?: Period | undefined };
  readonly cancelled: boolean;
}

/** @returns the days of a period as far as a calendar can say them: its start where its end is no day. */
export function calendarDays(period: Period, when = toDateSpan(period)): DateSpan | undefined {
  if (when?.exact || (when && isTentative(period))) return when;
  const start = toDateSpan({ start: period.start });
  return start?.exact ? start : undefined;
}

/** @returns the days that a session had, and that calendars have to free, where it was put off without a new day. */
export function freedDays({ session, cancelled }: Dated): DateSpan | undefined {
  const { status, movedFrom } = session;
  const isOff = movedFrom && (cancelled || status === 'moved') && !calendarDays(session);
  return isOff ? calendarDays(movedFrom) : undefined;
}

/** @returns whether the days of a period would be known, were they not about or perhaps. */
function isTentative({ start, end }: Period): boolean {
  const [from, to] = [start, end].map((date) => date?.replace(/[~?%]/g, '') as FeedDate | undefined);
  return (from !== start || to !== end) && toDateSpan({ start: from, end: to })?.exact === true;
}
