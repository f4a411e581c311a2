import type { Feed } from '../feed/parse-feed.js';
import { feedCalendar } from '../programme-timeline/calendar-feed.js';
import type { SiteFile } from './site-file.js';

export const CALENDAR_PATH = 'programme.ics';

/** True for a feed that has something for a calendar. */
export const hasCalendar = ({ sessions }: Feed): boolean => sessions.length > 0;

/** The sessions of a feed as a calendar to subscribe to; none for a feed that has no session. */
export function calendarFiles(text: string, feed: Feed, base: string | undefined): readonly SiteFile[] {
  if (!hasCalendar(feed)) return [];
  const content = feedCalendar(text, {
    base: base && `${base}feed.json`,
    page: base,
    // Without `updated` in the feed nobody knows when it was made: no run differs from another.
    now: 0,
  });
  return [{ path: CALENDAR_PATH, content }];
}
