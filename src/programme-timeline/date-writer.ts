import type { WriteDate } from '../dates/format.js';
import type { TimelineTranslator } from './locales/index.js';

/**
 * Makes a writer of dates that takes the names of days and months from the locale files: in the language of the words
 * around them, whatever the region, and without a formatter, of which the first is slow (see `dates/summer-time.ts`).
 */
export function createDateWriter(t: TimelineTranslator): WriteDate {
  return (date, { weekday, day, month, year }) =>
    [
      weekday && t(`${weekday}Days`).split(' ')[date.getUTCDay()],
      day && date.getUTCDate(),
      month && t(`${month}Months`).split(' ')[date.getUTCMonth()],
      year && date.getUTCFullYear(),
    ]
      .filter(Boolean)
      .join(' ');
}
