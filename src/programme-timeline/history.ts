import { compareKeys, parseDate, sortKey, yearOf } from '../dates/edtf.js';
import type { HistoryEvent } from '../feed/sections/history.js';
import { flatMap } from '../lists.js';

/** Events of one year; `year` is `undefined` for those with a day and no year. */
export interface HistoryYear {
  readonly year: number | undefined;
  readonly events: readonly HistoryEvent[];
}

/** Groups events by the year in which they begin, in order of time. A day of an unknown year comes last. */
export function historyYears(events: readonly HistoryEvent[]): readonly HistoryYear[] {
  const dated = flatMap(events, (event) => {
    const value = parseDate(event.date);
    return value ? [{ event, key: sortKey(value), year: yearOf(value) }] : [];
  });
  dated.sort((a, b) => compareKeys(a.key, b.key));
  const years: { year: number | undefined; events: HistoryEvent[] }[] = [];
  for (const { event, year } of dated) {
    const last = years.at(-1);
    if (last && last.year === year) last.events.push(event);
    else years.push({ year, events: [event] });
  }
  return years;
}
