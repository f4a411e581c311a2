/**
 * Dates as the feed writes them: EDTF level 1 (ISO 8601-2:2019) for the years 0000 to 9999, a day without its year, and
 * date-times with an offset.
 * A calendar day stays text until it is formatted: `new Date('2016-06-01')` is a moment in Greenwich, which is
 * another day in half of the world.
 */
import { offsetAt } from './summer-time.js';

declare const brand: unique symbol;

/**
 * A valid date in feed notation, such as `2016`, `2015-23`, `2016-06-01`, `2015-11/2016-02`, `2014~`, `201X`, `2013/..`
 * or `XXXX-09-09`.
 */
export type FeedDate = string & { readonly [brand]: 'date' };

/** The feed date of which nothing is known. */
export const UNKNOWN_DATE = 'XXXX' as FeedDate;

/** EDTF's sign of a date that is about right, of one that is uncertain, and of one that is both. */
export type Qualifier = '~' | '?' | '%';

/** The value of a feed date other than a range, no more precise than the feed says it. */
export type SingleDate = (
  | { readonly precision: 'unknown' }
  | { readonly precision: 'century' | 'decade' | 'year'; readonly year: number }
  | { readonly precision: 'season'; readonly year: number; readonly season: Season }
  | { readonly precision: 'month'; readonly year: number; readonly month: number }
  | { readonly precision: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly precision: 'yearless-day'; readonly month: number; readonly day: number }
  | { readonly precision: 'moment'; readonly text: string; readonly hasOffset: boolean }
) & { readonly qualifier?: Qualifier };

/** The value of a feed date; an end of a range is `null` where it is open or not known. */
export type DateValue =
  | SingleDate
  | { readonly precision: 'range'; readonly from: SingleDate | null; readonly to: SingleDate | null };

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

const SEASONS: readonly Season[] = ['spring', 'summer', 'autumn', 'winter'];
/** Year, month or season, day, time, offset and qualifier; a number that is none of these does not fit. */
const SHAPE =
  /^(\d\d(?:\d\d|\dX|XX)|XXXX)(?:-(0[1-9]|1[0-2]|2[1-4]|XX)(?:-(0[1-9]|[12]\d|3[01]|XX)(T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?)?)?([~?%])?$/;
/** An end of a range that is open, or not known. */
const OPEN = /^(\.\.|XXXX)?$/;

/**
 * Reads a feed date.
 *
 * @returns `undefined` when it is none, or one that does not exist (`2016-02-30`).
 */
export function parseDate(text: string): DateValue | undefined {
  if (!text.includes('/')) return parseOne(text);
  const [start, end, rest] = text.split('/') as [string, string, string?];
  const [from, to] = [start, end].map((part) => (OPEN.test(part) ? null : parseOne(part)));
  const isRange = rest === undefined && from !== undefined && to !== undefined && (from ?? to);
  return isRange && !(from && to && isBefore(to, from)) ? { precision: 'range', from, to } : undefined;
}

export function isFeedDate(text: string): text is FeedDate {
  return parseDate(text) !== undefined;
}

function parseOne(text: string): SingleDate | undefined {
  const match = SHAPE.exec(text);
  const value = match ? valueOf(match) : undefined;
  const qualifier = match?.[6] as Qualifier | undefined;
  return value && qualifier ? { ...value, qualifier } : value;
}

/** An unknown digit makes a number `NaN`, which is on neither side of any bound. */
function valueOf(match: RegExpExecArray): SingleDate | undefined {
  const [text, digits = '', months, days, time, offset, qualifier] = match;
  const [year, month, day] = [Number(digits), Number(months), Number(days)];
  const hasYear = year >= 0;
  if (day >= 0) {
    const isDay = month < 13 && day <= daysInMonth(hasYear ? year : 2000, month);
    if (!isDay || !(hasYear || digits === UNKNOWN_DATE)) return undefined;
    if (time) return hasYear && !qualifier ? { precision: 'moment', text, hasOffset: !!offset } : undefined;
    return hasYear ? { precision: 'day', year, month, day } : { precision: 'yearless-day', month, day };
  }
  if (time) return undefined;
  if (month >= 0) {
    if (!hasYear) return undefined;
    const season = SEASONS[month - 21];
    if (!season) return { precision: 'month', year, month };
    return days ? undefined : { precision: 'season', year, season };
  }
  if (hasYear) return { precision: 'year', year };
  if (digits === UNKNOWN_DATE) return qualifier ? undefined : { precision: 'unknown' };
  return {
    precision: digits.endsWith('XX') ? 'century' : 'decade',
    year: Number(digits.replace(/X/g, '0')),
  };
}

/** @returns the days in a month of the Gregorian calendar, `month` counted from 1. */
export function daysInMonth(year: number, month: number): number {
  // The calendar repeats every 400 years; `Date.UTC` takes the first hundred years for those of 1900.
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/**
 * @returns a text that sorts as the dates do. What is less precise comes first: `201X`, then 2016, 2016-01 and 2016-01-01;
 * what has no year comes last, and an open beginning is sorted by its end.
 */
export function sortKey(value: DateValue): string {
  if (value.precision === 'range') return sortKey((value.from ?? value.to)!);
  if (value.precision === 'moment') return value.hasOffset ? amsterdamTime(value.text) : value.text;
  const { year = UNKNOWN_DATE, season, month = season && monthOf(season), day }: DateParts = value;
  return key(year, month, day).slice(0, DIGITS[value.precision]);
}

/** The figures that a date may have. */
interface DateParts {
  readonly precision: string;
  readonly year?: number | string;
  readonly season?: Season;
  readonly month?: number;
  readonly day?: number;
}

/** The digits of the year that are known, where these are not all. */
const DIGITS: Readonly<Record<string, number>> = { century: 2, decade: 3 };

/** @returns the month in which a season begins. */
function monthOf(season: Season): number {
  return 3 + 3 * SEASONS.indexOf(season);
}

/** Compares sort keys, for lists in order of time. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function key(...parts: (number | string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .map((part, index) => String(part).padStart(index > 0 ? 2 : 4, '0'))
    .join('-');
}

/** @returns a moment as clocks in Amsterdam show it, so that it sorts among days and times without offset. */
function amsterdamTime(text: string): string {
  const instant = Number(new Date(text));
  const local = new Date(instant + offsetAt(instant)).toISOString();
  // Before the year 0 and after 9999 there is a sign in front.
  return /^\d/.test(local) ? local.slice(0, -1) : text;
}

/** @returns whether all of `a` certainly lies before `b`, as far as both say; what is about or perhaps is taken as it is. */
export function isBefore(a: DateValue, b: DateValue): boolean {
  const [left, right] = [lastKey(a), b.precision === 'range' && !b.from ? '' : sortKey(b)];
  const common = Math.min(left.length, right.length);
  return left.startsWith('X') === right.startsWith('X') && left.slice(0, common) < right.slice(0, common);
}

/** @returns the key, as that of `sortKey`, of the end of what a date may mean; empty where it is open. */
function lastKey(value: DateValue): string {
  if (value.precision === 'range') return value.to ? lastKey(value.to) : '';
  if (value.precision !== 'season') return sortKey(value);
  const months = monthOf(value.season) + 3;
  return months > 12 ? key(value.year + 1, 3) : key(value.year, months);
}

/** @returns the year, or the first of the years, a date falls in or begins in; `undefined` where it says none. */
export function yearOf(value: DateValue): number | undefined {
  if (value.precision === 'range') return yearOf((value.from ?? value.to)!);
  if (value.precision === 'moment') return Number(sortKey(value).slice(0, 4));
  return 'year' in value ? value.year : undefined;
}
