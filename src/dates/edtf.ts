/**
 * Dates as the feed writes them: a subset of EDTF (ISO 8601-2:2019), plus date-times with an offset.
 * A calendar day stays text until it is formatted: `new Date('2016-06-01')` is a moment in Greenwich, which is
 * another day in half of the world.
 */
import { offsetAt } from './summer-time.js';

declare const brand: unique symbol;

/** A valid date in feed notation, such as `2016`, `2015-23`, `2016-06-01`, `2015-11/2016-02` or `XXXX-09-09`. */
export type FeedDate = string & { readonly [brand]: 'date' };

/** The value of a feed date, no more precise than the feed says it. */
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
/** Year, month or season, day, time and offset; what is no hour, minute or offset does not fit. */
const SHAPE =
  /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d)(T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?$/;

/**
 * Reads a feed date.
 *
 * @returns `undefined` when it is none, or one that does not exist (`2016-02-30`).
 */
export function parseDate(text: string): DateValue | undefined {
  const slash = text.indexOf('/');
  if (slash > 0) {
    const from = parseDate(text.slice(0, slash));
    const to = parseDate(text.slice(slash + 1));
    const nested = from?.precision === 'range' || to?.precision === 'range';
    return from && to && !nested && !isBefore(to, from) ? { precision: 'range', from, to } : undefined;
  }
  return parseOne(text);
}

export function isFeedDate(text: string): text is FeedDate {
  return parseDate(text) !== undefined;
}

function parseOne(text: string): DateValue | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const hasYear = year >= 0;
  if (day >= 0) {
    if (!isMonth(month) || day < 1 || day > daysInMonth(hasYear ? year : 2000, month)) return undefined;
    if (!hasYear) return match[4] ? undefined : { precision: 'yearless-day', month, day };
    if (match[4]) return { precision: 'moment', text, hasOffset: match[5] !== undefined };
    return { precision: 'day', year, month, day };
  }
  if (!hasYear) return undefined;
  if (match[2] === undefined) return { precision: 'year', year };
  const season = SEASONS[month - 21];
  if (season) return { precision: 'season', year, season };
  return isMonth(month) ? { precision: 'month', year, month } : undefined;
}

function isMonth(month: number): boolean {
  return month >= 1 && month <= 12;
}

/** @returns the days in a month of the Gregorian calendar, `month` counted from 1. */
export function daysInMonth(year: number, month: number): number {
  // The calendar repeats every 400 years; `Date.UTC` takes the first hundred years for those of 1900.
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** @returns a text that sorts as the dates do. What is less precise comes first: 2016, then 2016-01, then 2016-01-01. */
export function sortKey(value: DateValue): string {
  switch (value.precision) {
    case 'range':
      return sortKey(value.from);
    case 'moment':
      return value.hasOffset ? amsterdamTime(value.text) : value.text;
    case 'year':
      return key(value.year);
    case 'season':
      return key(value.year, 3 + 3 * SEASONS.indexOf(value.season));
    case 'month':
      return key(value.year, value.month);
    case 'day':
      return key(value.year, value.month, value.day);
    case 'yearless-day':
      return key(9999, value.month, value.day);
  }
}

/** Compares sort keys, for lists in order of time. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function key(...parts: number[]): string {
  return parts.map((part, index) => String(part).padStart(index > 0 ? 2 : 4, '0')).join('-');
}

/** @returns a moment as clocks in Amsterdam show it, so that it sorts among days and times without offset. */
function amsterdamTime(text: string): string {
  const instant = Number(new Date(text));
  const local = new Date(instant + offsetAt(instant)).toISOString();
  // Before the year 0 and after 9999 there is a sign in front.
  return /^\d/.test(local) ? local.slice(0, -1) : text;
}

/** @returns whether all of `a` certainly lies before `b`, as far as both say. */
export function isBefore(a: DateValue, b: DateValue): boolean {
  if ((yearOf(a) === undefined) !== (yearOf(b) === undefined)) return false;
  const [left, right] = [lastKey(a), sortKey(b)];
  const common = Math.min(left.length, right.length);
  return left.slice(0, common) < right.slice(0, common);
}

/** @returns the key, as that of `sortKey`, of the end of what a date may mean. */
function lastKey(value: DateValue): string {
  if (value.precision === 'range') return lastKey(value.to);
  if (value.precision !== 'season') return sortKey(value);
  const months = 6 + 3 * SEASONS.indexOf(value.season);
  return months > 12 ? key(value.year + 1, 3) : key(value.year, months);
}

/** @returns the year a date falls in, or begins in; `undefined` where it says none. */
export function yearOf(value: DateValue): number | undefined {
  if (value.precision === 'range') return yearOf(value.from);
  return value.precision === 'yearless-day' ? undefined : Number(sortKey(value).slice(0, 4));
}
