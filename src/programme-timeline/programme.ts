import type { FeedDocument } from '../feed/document.js';
import { editions, type Edition } from '../feed/sections/editions.js';
import { pillars, type Pillar } from '../feed/sections/labels.js';
import { ENTRIES_AT_ONCE } from '../feed/section-reader.js';
import { parts, type Part } from '../feed/sections/programme.js';
import { sessions, type Session } from '../feed/sections/sessions.js';
import { toDateSpan, type DateSpan } from '../dates/date-span.js';
import { compareKeys } from '../dates/edtf.js';
import { flatMap } from '../lists.js';

/** Session with its date span; `when` is `undefined` where it has no date. */
export interface Entry {
  readonly session: Session;
  readonly when: DateSpan | undefined;
  readonly cancelled: boolean;
}

/** Sessions of one week or month, or those without a date. */
export interface Group {
  readonly week?: number | undefined;
  /** A month as `2027-09`, or a year. A group with neither week nor month has no heading for its dates. */
  readonly month?: string | undefined;
  readonly entries: readonly Entry[];
}

/** Sessions of one part of an edition; `part` is missing for those that belong to none. */
export interface PartSchedule {
  readonly part?: Part | undefined;
  readonly groups: readonly Group[];
}

/** Sessions of one edition; `edition` is missing for those that belong to none. */
export interface EditionSchedule {
  readonly id: string;
  readonly edition?: Edition | undefined;
  readonly parts: readonly PartSchedule[];
  /** Entries of all parts in reading order. */
  readonly entries: readonly Entry[];
}

/** Sessions of a feed and the editions, parts and pillars they refer to. */
export interface TimelineData {
  readonly entries: readonly Entry[];
  readonly editions: readonly Edition[];
  readonly parts: readonly Part[];
  readonly pillars: readonly Pillar[];
}

/** Id for sessions without an edition; empty, as no id of a feed is. */
const NO_EDITION = '';

/** The date spans of sessions, as far as they were found. */
const spans = new WeakMap<Session, DateSpan | undefined>();

/** Finds the date spans of sessions, of the first ones at once and of others until the deadline; true if some are left. */
export const isFindingSpans = (all: readonly Session[], deadline: number): boolean =>
  all.some((session, index) => {
    if (spans.has(session)) return false;
    if (index >= ENTRIES_AT_ONCE && performance.now() > deadline) return true;
    spans.set(session, toDateSpan(session));
    return false;
  });

export function readTimelineData(document: FeedDocument): TimelineData {
  const allEditions = document.read(editions).values;
  const cancelled = new Set(allEditions.filter(({ status }) => status === 'cancelled').map(({ id }) => id));
  const allSessions = document.read(sessions).values;
  isFindingSpans(allSessions, Infinity);
  return {
    entries: allSessions.map((session) => ({
      session,
      when: spans.get(session),
      cancelled: session.status === 'cancelled' || cancelled.has(session.edition ?? NO_EDITION),
    })),
    editions: allEditions,
    parts: document.read(parts).values,
    pillars: document.read(pillars).values,
  };
}

/** True when nothing more will become known of an edition. */
export function isOver(edition: Edition | undefined): boolean {
  return edition?.status === 'finished' || edition?.status === 'cancelled';
}

/** Arranges entries by edition, part and week or month, each in order of time. Entries of no edition come last. */
export function groupByEdition(
  entries: readonly Entry[],
  { editions, parts }: TimelineData,
): readonly EditionSchedule[] {
  const byEdition = groupBy(entries, ({ session }) => session.edition ?? NO_EDITION);
  const scheduleOf = (id: string, edition?: Edition): EditionSchedule => {
    const byPart = groupBy(byEdition.get(id) ?? [], ({ session }) => session.part ?? '');
    const schedules = flatMap([undefined, ...parts], (part) => {
      const sorted = inTimeOrder(byPart.get(part?.id ?? '') ?? []);
      return part || sorted.length > 0 ? [{ part, groups: groupByWeekOrMonth(sorted) }] : [];
    });
    const sorted = flatMap(schedules, ({ groups }) => flatMap(groups, (group) => group.entries));
    return { id, edition, parts: schedules, entries: sorted };
  };
  const others = byEdition.has(NO_EDITION) ? [scheduleOf(NO_EDITION)] : [];
  return [...editions.map((edition) => scheduleOf(edition.id, edition)), ...others];
}

/**
 * Sorts the entries of a part by time. One without a date follows those of its week and of the weeks before; one without
 * a week either comes last.
 */
function inTimeOrder(entries: readonly Entry[]): readonly Entry[] {
  const latest = new Map<number, string>();
  for (const { session, when } of entries)
    if (when && session.week !== undefined && when.key > (latest.get(session.week) ?? ''))
      latest.set(session.week, when.key);
  const keyed = entries.map((entry) => ({
    entry,
    key: entry.when?.key ?? keyOfWeek(entry.session.week, latest),
  }));
  return keyed
    .sort((a, b) => compareKeys(a.key, b.key) || (a.entry.session.week ?? 0) - (b.entry.session.week ?? 0))
    .map(({ entry }) => entry);
}

/** Sorts after every date key, as digits and `T` come before it. */
const AFTER_ALL_DATES = '~';

function keyOfWeek(week: number | undefined, latest: ReadonlyMap<number, string>): string {
  if (week === undefined) return AFTER_ALL_DATES;
  let before = '';
  for (const [other, key] of latest) if (other <= week && key > before) before = key;
  return before + AFTER_ALL_DATES;
}

/** Groups neighbours that share a week, else a month; by month only where most months hold several. */
function groupByWeekOrMonth(entries: readonly Entry[]): readonly Group[] {
  const groups = groupNeighbours(entries, monthOf);
  const months = groups.filter(({ month }) => month);
  const total = flatMap(months, (group) => group.entries).length;
  return months.length * 2 > total ? groupNeighbours(entries, () => undefined) : groups;
}

function groupNeighbours(
  entries: readonly Entry[],
  nameOf: (when: DateSpan) => string | undefined,
): readonly Group[] {
  const groups: { week: number | undefined; month: string | undefined; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const { week } = entry.session;
    const month = week === undefined && entry.when ? nameOf(entry.when) : undefined;
    const last = groups.at(-1);
    const isSame =
      last?.week === week &&
      last?.month === month &&
      (week !== undefined || !last?.entries[0]!.when === !entry.when);
    if (last && isSame) last.entries.push(entry);
    else groups.push({ week, month, entries: [entry] });
  }
  return groups;
}

/** The month of a date span, or its year where the month is not known. */
function monthOf({ first, last, exact }: DateSpan): string {
  const month = first.slice(0, 7);
  return exact || last.startsWith(month) ? month : first.slice(0, 4);
}

function groupBy<T>(list: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return groups;
}
