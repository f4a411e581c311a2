/**
 * Dates as the feed writes them: a subset of EDTF (ISO 8601-2:2019), plus date-times with an offset.
 * A calendar day stays text until it is formatted: `new Date('2016-06-01')` is a moment in Greenwich, which is
 * another day in half of the world.
 */
declare const brand: unique symbol;

/** A valid date in feed notation, such as `2016`, `2015-23`, `2016-06-01`, `2015-11/2016-02` or `XXXX-09-09`. */
export type FeedDate = string & { readonly [brand]: 'date' };

/** What a feed date says, as precisely as it says it and no more. */
export type DateValue =
  | { readonly precision: 'year'; readonly year: number }
  | { readonly precision: 'season'; readonly year: number; readonly season: Season }
  | { readonly precision: 'month'; readonly year: number; readonly month: number }
  | { readonly precision: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly precision: 'yearless-day'; readonly month: number; readonly day: number }
  | { readonly precision: 'moment'; readonly text: string; readonly hasOffset: boolean }
  | { readonly precision: 'range'; readonly from: DateValue; readonly to: DateValue };

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

const SEASONS: readonly Season[] = ['spring', 'summer', 'autumn', 'winter'];
const CALENDAR = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const YEARLESS = /^XXXX-(\d{2})-(\d{2})$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/;

/** Reads a feed date; `undefined` when it is none, or one that does not exist (`2016-02-30`). */
export function parseDate(text: string): DateValue | undefined {
  const slash = text.indexOf('/');
  if (slash > 0) {
    const from = parseDate(text.slice(0, slash));
    const to = parseDate(text.slice(slash + 1));
    const nested = from?.precision === 'range' || to?.precision === 'range';
    return from && to && !nested && !isBefore(to, from) ? { precision: 'range', from, to } : undefined;
  }
  return parseCalendar(text) ?? parseYearless(text) ?? parseMoment(text);
}

export function isFeedDate(text: string): text is FeedDate {
  return parseDate(text) !== undefined;
}

function parseCalendar(text: string): DateValue | undefined {
  const match = CALENDAR.exec(text);
  if (!match) return undefined;
  const [year, second, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (match[2] === undefined) return { precision: 'year', year };
  if (match[3] === undefined && second >= 21 && second <= 24)
    return { precision: 'season', year, season: SEASONS[second - 21]! };
  if (second < 1 || second > 12) return undefined;
  if (match[3] === undefined) return { precision: 'month', year, month: second };
  return day >= 1 && day <= daysInMonth(year, second)
    ? { precision: 'day', year, month: second, day }
    : undefined;
}

function parseYearless(text: string): DateValue | undefined {
  const match = YEARLESS.exec(text);
  if (!match) return undefined;
  const [month, day] = [Number(match[1]), Number(match[2])];
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2000, month);
  return exists ? { precision: 'yearless-day', month, day } : undefined;
}

function parseMoment(text: string): DateValue | undefined {
  const match = MOMENT.exec(text);
  if (!match || !parseCalendar(match[1]!)) return undefined;
  const [, , hour, minute, second = '0', offset] = match;
  const exists = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  const offsetExists = !offset || offset === 'Z' || (offset.slice(1, 3) < '15' && offset.slice(4) < '60');
  return exists && offsetExists ? { precision: 'moment', text, hasOffset: offset !== undefined } : undefined;
}

/** Days in a month of the Gregorian calendar, `month` counted from 1. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A text that sorts as the dates do. What is less precise comes first: 2016, then 2016-01, then 2016-01-01. */
export function sortKey(value: DateValue): string {
  switch (value.precision) {
    case 'year':
      return pad(value.year, 4);
    case 'season':
      return `${pad(value.year, 4)}-${pad([3, 6, 9, 12][SEASONS.indexOf(value.season)]!, 2)}`;
    case 'month':
      return `${pad(value.year, 4)}-${pad(value.month, 2)}`;
    case 'day':
      return `${pad(value.year, 4)}-${pad(value.month, 2)}-${pad(value.day, 2)}`;
    case 'yearless-day':
      return `9999-${pad(value.month, 2)}-${pad(value.day, 2)}`;
    case 'moment':
      return value.hasOffset ? amsterdamTime(value.text) : value.text;
    case 'range':
      return sortKey(value.from);
  }
}

/**
 * A moment as clocks in Amsterdam show it, so that it sorts among days and times without offset. By the rule for summer
 * time (from the last Sunday of March to that of October, 1:00 UTC): a formatter would cost a page 17 ms.
 */
function amsterdamTime(text: string): string {
  const moment = new Date(text);
  const change = (month: number) => {
    const last = new Date(Date.UTC(moment.getUTCFullYear(), month, 0, 1));
    return last.setUTCDate(31 - last.getUTCDay());
  };
  const isSummer = moment.getTime() >= change(3) && moment.getTime() < change(10);
  const local = new Date(moment.getTime() + (isSummer ? 2 : 1) * 3_600_000).toISOString();
  // Before the year 0 and after 9999 there is a sign in front.
  return /^\d/.test(local) ? local.slice(0, -1) : text;
}

/** Whether all of `a` certainly lies before `b`, judged on what both of them say. */
export function isBefore(a: DateValue, b: DateValue): boolean {
  if ((yearOf(a) === undefined) !== (yearOf(b) === undefined)) return false;
  const [left, right] = [lastKey(a), sortKey(b)];
  const common = Math.min(left.length, right.length);
  return left.slice(0, common) < right.slice(0, common);
}

/** As `sortKey`, for the end of what a date may mean. */
function lastKey(value: DateValue): string {
  if (value.precision === 'range') return lastKey(value.to);
  if (value.precision !== 'season') return sortKey(value);
  const months = 6 + 3 * SEASONS.indexOf(value.season);
  return months > 12 ? `${pad(value.year + 1, 4)}-03` : `${pad(value.year, 4)}-${pad(months, 2)}`;
}

/** The year a date falls in, or begins in, where it says one. */
export function yearOf(value: DateValue): number | undefined {
  if (value.precision === 'range') return yearOf(value.from);
  return value.precision === 'yearless-day' ? undefined : Number(sortKey(value).slice(0, 4));
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
