/**
 * Amsterdam's clock. An instant is milliseconds since 1970, whatever the machine's own time zone; a day is the text
 * `2027-09-09`, a local time the text `2027-09-09T13:30`. Texts of one kind sort as time does.
 */
import { offsetAt } from './summer-time.js';

export { offsetAt };

declare const brand: unique symbol;

/** A day in Amsterdam, as `2027-09-09`. */
export type Day = string & { readonly [brand]: 'day' };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The first and the last instant that can be written with a year of four digits. */
const [EARLIEST, LATEST] = [Number(new Date('0000-01-02')), Number(new Date('9999-12-31'))];

/** @returns the local time at an instant, to the minute. */
export function localAt(instant: number): string {
  const bounded = Math.min(Math.max(instant, EARLIEST), LATEST);
  return new Date(bounded + offsetAt(bounded)).toISOString().slice(0, 16);
}

/** @returns the day at an instant. */
export function dayAt(instant: number): Day {
  return localAt(instant).slice(0, 10) as Day;
}

/**
 * Reads a local time. In the hour that comes twice in October the first is meant; in the hour that is left out
 * in March the clock has moved on, as RFC 5545 has it.
 *
 * @returns the instant; `NaN` for what is no local time.
 */
export function instantOf(local: string): number {
  const asUtc = Number(new Date(`${local}Z`));
  const inSummer = asUtc - 2 * HOUR_MS;
  return offsetAt(inSummer) === 2 * HOUR_MS ? inSummer : asUtc - HOUR_MS;
}

/** @returns the day so many days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return new Date(Number(new Date(day)) + days * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** @returns the last day of so many months, the first of which begins on the day `first`. */
export function lastOf(first: Day, months: number): Day {
  const date = new Date(first);
  date.setUTCMonth(date.getUTCMonth() + months, 0);
  return new Date(Math.min(date.getTime(), LATEST)).toISOString().slice(0, 10) as Day;
}

export function daysBetween(from: Day, to: Day): number {
  return (Number(new Date(to)) - Number(new Date(from))) / DAY_MS;
}

/** @returns the instant at which the day in Amsterdam ends. */
export function nextMidnight(instant: number): number {
  return instantOf(`${addDays(dayAt(instant), 1)}T00:00`);
}

/** @returns whether this machine's clock shows another time than Amsterdam's at an instant. */
export function isElsewhere(instant: number): boolean {
  return new Date(instant).getTimezoneOffset() * -60_000 !== offsetAt(instant);
}
