import { compareKeys, parseDate, sortKey, yearOf } from '../../dates/edtf.js';
import type { HistoryEvent } from '../../feed/sections/history.js';
import { flatMap } from '../../lists.js';

/** Events of one year, or of one of which only the decade or the century is known. */
export interface HistoryYear {
  /** Those of its digits that are known. */
  readonly digits: string;
  /** `undefined` for events of which no year is known. */
  readonly year: number | undefined;
  readonly events: readonly HistoryEvent[];
}

/** Groups events by the year in which they begin, in order of time. What has no year comes last. */
export function historyYears(events: readonly HistoryEvent[]): readonly HistoryYear[] {
  const dated = flatMap(events, (event) => {
    const value = parseDate(event.date);
    if (!value) return [];
    const key = sortKey(value);
    return [{ event, key, digits: key.slice(0, 4), year: yearOf(value) }];
  });
  dated.sort((a, b) => compareKeys(a.key, b.key));
  const years: { digits: string; year: number | undefined; events: HistoryEvent[] }[] = [];
  for (const { event, digits, year } of dated) {
    const last = years.at(-1);
    if (last?.digits === digits) last.events.push(event);
    else years.push({ digits, year, events: [event] });
  }
  return years;
}
