import { addDays, daysBetween, lastOf, type Day } from '../../dates/amsterdam.js';
import type { DatedSession, Span } from './span.js';

/** Column of the overview: a week, a month or several months. */
export interface Column {
  readonly first: Day;
  /** First day after the column. */
  readonly end: Day;
  readonly sessions: readonly DatedSession[];
}

/** Span divided into columns of equal length. */
export interface ColumnLayout {
  readonly unit: 'week' | 'month';
  readonly columns: readonly Column[];
}

/** Number of columns that fit side by side with room to press each. */
const MAX_COLUMNS = 26;

/** Divides a span into weeks; where these are too many, into months, or groups of as many months as needed. */
export function columnsOf({ first, last, sessions }: Span): ColumnLayout {
  const monday = addDays(first, -((daysBetween('2024-01-01' as Day, first) % 7) + 7) % 7);
  const weeks = daysBetween(monday, last) / 7 < MAX_COLUMNS;
  const months = weeks ? 0 : Math.ceil(monthsBetween(first, last) / MAX_COLUMNS);
  const columns: { first: Day; end: Day; sessions: DatedSession[] }[] = [];
  for (let start = weeks ? monday : (`${first.slice(0, 7)}-01` as Day); start <= last;) {
    const end = weeks ? addDays(start, 7) : addDays(lastOf(start, months), 1);
    columns.push({ first: start, end, sessions: [] });
    start = end;
  }
  for (const session of sessions)
    columns.findLast((column) => column.first <= session.day)!.sessions.push(session);
  return { unit: weeks ? 'week' : 'month', columns };
}

/** Position of a day along all columns, from 0 to 1; `undefined` outside them. */
export function fractionAlong(day: Day, columns: readonly Column[]): number | undefined {
  const index = columns.map(({ first, end }) => first <= day && day < end).indexOf(true);
  return index < 0 ? undefined : (index + fractionWithin(columns[index]!, day)) / columns.length;
}

/** Position of a day within its column, from 0 to 1. */
export function fractionWithin({ first, end }: Column, day: Day): number {
  return (daysBetween(first, day) + 0.5) / daysBetween(first, end);
}

function monthsBetween(first: Day, last: Day): number {
  return monthNumber(last) - monthNumber(first) + 1;
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
