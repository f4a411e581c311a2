/**
 * The summer time of the Netherlands, written out: none from 1946 to 1976, and since then that of Europe. `Intl` knows it
 * too, but the first formatter of a page takes some 17 ms on a fast machine, a frame that is lost before anything is shown.
 */
const HOUR_MS = 3_600_000;

/**
 * Tells how far Amsterdam is ahead of UTC.
 *
 * @param instant Milliseconds since 1970.
 * @returns Milliseconds: two hours from the last Sunday of March to that of October, 01:00 UTC, else one. Until 1995 it
 * ended with September, but in 1978, and until 1980 it began in April.
 */
export function offsetAt(instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  const isSummer =
    year > 1976 &&
    instant >= lastSunday(year, 2, year > 1980 ? 31 : 38) &&
    instant < lastSunday(year, 9, year > 1995 ? 31 : year === 1978 ? 7 : 0);
  return isSummer ? 2 * HOUR_MS : HOUR_MS;
}

/** 01:00 UTC on the last Sunday until a day of a month, which is counted from 0 and may be left on either side. */
function lastSunday(year: number, month: number, day: number): number {
  const last = new Date(0).setUTCFullYear(year, month, day);
  return last - new Date(last).getUTCDay() * 24 * HOUR_MS + HOUR_MS;
}
