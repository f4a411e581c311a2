import type { WriteDate } from '../dates/format.js';
import type { TimelineTranslator } from './locales/index.js';

/**
 * Writes dates in our own words. They stand among these, so they are told in the same language, whatever the region; and
 * the first formatter of a page costs 17 ms on a fast machine.
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
