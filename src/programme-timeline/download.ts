import { calendarFile, type CalendarOptions } from './calendar.js';
import { CealTimelineDownloadedEvent, CealTimelineDownloadEvent } from './events.js';
import type { Entry } from './programme.js';

/** Gives a visitor sessions as a calendar file, unless the page wants to do that itself; whether it did. */
export function download(
  host: HTMLElement,
  entries: readonly Entry[],
  name: string,
  options: CalendarOptions,
): boolean {
  const text = calendarFile(entries, options);
  const ids = entries.map(({ session }) => session.id);
  const fileName = `${name}.ics`;
  if (!host.dispatchEvent(new CealTimelineDownloadEvent(ids, fileName, text))) return false;
  save(fileName, text);
  host.dispatchEvent(new CealTimelineDownloadedEvent(ids, fileName));
  return true;
}

/** How long a browser may take to fetch a file that it was given. */
const LONG_ENOUGH = 60_000;

function save(fileName: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LONG_ENOUGH);
}
