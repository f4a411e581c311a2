import { parseDate, sortKey, yearOf } from '../dates/edtf.js';
import type { HistoryEvent } from '../feed/sections/history.js';

/** The events of one year; `year` is missing where the feed gives a day and no year. */
export interface HistoryYear {
  readonly year: number | undefined;
  readonly events: readonly HistoryEvent[];
}

/** The events as time goes, by the year in which they begin. A day of an unknown year comes last. */
export function historyYears(events: readonly HistoryEvent[]): readonly HistoryYear[] {
  const placed = events.flatMap((event) => {
    const value = parseDate(event.date);
    return value ? [{ event, key: sortKey(value), year: yearOf(value) }] : [];
  });
  placed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const years: { year: number | undefined; events: HistoryEvent[] }[] = [];
  for (const { event, year } of placed) {
    const last = years.at(-1);
    if (last && last.year === year) last.events.push(event);
    else years.push({ year, events: [event] });
  }
  return years;
}
