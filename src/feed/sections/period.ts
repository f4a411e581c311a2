import { isBefore, parseDate, type FeedDate } from '../../dates/edtf.js';
import type { IssueReporter } from '../issues.js';

interface Period {
  readonly start?: FeedDate | undefined;
  readonly end?: FeedDate | undefined;
}

/** Leaves out an end that lies before the start: the start alone is still useful to a visitor. */
export function withoutEarlyEnd<T extends Period>(entry: T, report: IssueReporter): T {
  const start = entry.start && parseDate(entry.start);
  const end = entry.end && parseDate(entry.end);
  if (!start || !end || !isBefore(end, start)) return entry;
  report('end-before-start', ['end']);
  return { ...entry, end: undefined };
}
