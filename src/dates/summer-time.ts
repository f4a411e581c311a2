/**
 * The summer time of the European Union since 1996, written out. `Intl` knows it too, but the first formatter of a page
 * takes some 17 ms on a fast machine, a frame that is lost before anything is shown.
 */
const HOUR_MS = 3_600_000;

/**
 * Tells how far Amsterdam is ahead of UTC.
 *
 * @param instant Milliseconds since 1970.
 * @returns Milliseconds: two hours from the last Sunday of March to that of October, 01:00 UTC, else one.
 */
export function offsetAt(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  return instant >= lastSunday(year, 2) && instant < lastSunday(year, 9) ? 2 * HOUR_MS : HOUR_MS;
}

/** 01:00 UTC on the last Sunday of a month of 31 days, counted from 0. */
function lastSunday(year: number, month: number): number {
  const last = new Date(0).setUTCFullYear(year, month, 31);
  return last - new Date(last).getUTCDay() * 24 * HOUR_MS + HOUR_MS;
}
