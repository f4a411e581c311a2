import { toDateSpan, type DateSpan } from './date-span.js';
import type { FeedDate } from './edtf.js';

interface Period {
  readonly start?: FeedDate | undefined;
  readonly end?: FeedDate | undefined;
}

/** A session as far as its days in a calendar depend on it. */
interface Dated {
  readonly session: Period & { readonly status: string; readonly movedFrom?: Period | undefined };
  readonly cancelled: boolean;
}

/** @returns the days of a period as far as a calendar can say them: its start where its end is no day. */
export function calendarDays(period: Period, when = toDateSpan(period)): DateSpan | undefined {
  if (when?.exact || (when && isTentative(period))) return when;
  const start = toDateSpan({ start: period.start });
  return start?.exact ? start : undefined;
}

/** @returns the days that a session had, and that calendars have to free, where it was put off without a new day. */
export function freedDays({ session, cancelled }: Dated): DateSpan | undefined {
  const { status, movedFrom } = session;
  const isOff = movedFrom && (cancelled || status === 'moved') && !calendarDays(session);
  return isOff ? calendarDays(movedFrom) : undefined;
}

/** @returns whether the days of a period would be known, were they not about or perhaps. */
function isTentative({ start, end }: Period): boolean {
  const [from, to] = [start, end].map((date) => date?.replace(/[~?%]/g, '') as FeedDate | undefined);
  return (from !== start || to !== end) && toDateSpan({ start: from, end: to })?.exact === true;
}
