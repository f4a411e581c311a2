import { addDays, daysBetween, lastOf, type Day } from '../../dates/amsterdam.js';
import type { DatedSession, Span } from './span.js';

/** A week, or a month or more, of the overview. */
export interface Column {
  readonly first: Day;
  /** The first day that is no longer in it. */
  readonly end: Day;
  readonly sessions: readonly DatedSession[];
}

/** Time cut into columns of one length. */
export interface ColumnLayout {
  readonly unit: 'week' | 'month';
  readonly columns: readonly Column[];
}

/** As many as fit side by side with room to press each. */
const MAX_COLUMNS = 26;

/** Cuts a span into weeks, or else months, or else so many months that it fits. */
export function columnsOf({ first, last, sessions: placed }: Span): ColumnLayout {
  const monday = addDays(first, -((daysBetween('2024-01-01' as Day, first) % 7) + 7) % 7);
  const weeks = daysBetween(monday, last) / 7 < MAX_COLUMNS;
  const months = weeks ? 0 : Math.ceil(monthsBetween(first, last) / MAX_COLUMNS);
  const columns: { first: Day; end: Day; placed: DatedSession[] }[] = [];
  for (let at = weeks ? monday : (`${first.slice(0, 7)}-01` as Day); at <= last;) {
    const end = weeks ? addDays(at, 7) : addDays(lastOf(at, months), 1);
    columns.push({ first: at, end, placed: [] });
    at = end;
  }
  for (const one of placed) columns.findLast((column) => column.first <= one.day)!.placed.push(one);
  return { unit: weeks ? 'week' : 'month', columns };
}

/** How far along the columns a day is, from 0 to 1; `undefined` outside them. */
export function fractionAlong(day: Day, columns: readonly Column[]): number | undefined {
  const at = columns.findIndex(({ first, end }) => first <= day && day < end);
  return at < 0 ? undefined : (at + fractionWithin(columns[at]!, day)) / columns.length;
}

/** How far along its column a day is. */
export function fractionWithin({ first, end }: Column, day: Day): number {
  return (daysBetween(first, day) + 0.5) / daysBetween(first, end);
}

function monthsBetween(first: Day, last: Day): number {
  return monthNumber(last) - monthNumber(first) + 1;
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
