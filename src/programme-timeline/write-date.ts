import type { WriteDate } from '../dates/format.js';
import type { TimelineTranslator } from './locales/index.js';

/**
 * Writes dates in our own words. They stand among these, so they are told in the same language, whatever the region; and
 * no formatter is needed, of which the first is slow (see `dates/summer-time.ts`).
 */
export function writer(t: TimelineTranslator): WriteDate {
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
