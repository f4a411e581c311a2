import type { FeedDocument } from '../feed/document.js';
import { editions, type Edition } from '../feed/sections/editions.js';
import { pillars, type Pillar } from '../feed/sections/labels.js';
import { parts, type Part } from '../feed/sections/programme.js';
import { sessions, type Session } from '../feed/sections/sessions.js';
import { toDateSpan, type DateSpan } from '../dates/date-span.js';

/** One meeting, moment or break, with its place in time. */
export interface Entry {
  readonly session: Session;
  readonly when: DateSpan | undefined;
  readonly cancelled: boolean;
}

/** The sessions of one week or month, or those without a date. */
export interface Group {
  readonly week?: number | undefined;
  /** A month as `2027-09`, or a year. Neither week nor month: dates that need no name, or none at all. */
  readonly month?: string | undefined;
  readonly entries: readonly Entry[];
}

/** A part of an edition; `part` is missing for what belongs to no part. */
export interface PartSchedule {
  readonly part?: Part | undefined;
  readonly groups: readonly Group[];
}

/** One time that the programme is held; `edition` is missing for what belongs to none. */
export interface EditionSchedule {
  readonly id: string;
  readonly edition?: Edition | undefined;
  readonly parts: readonly PartSchedule[];
  /** Every entry in reading order. */
  readonly entries: readonly Entry[];
}

/** What a timeline shows of a feed, and the names of what its sessions refer to. */
export interface TimelineData {
  readonly entries: readonly Entry[];
  readonly editions: readonly Edition[];
  readonly parts: readonly Part[];
  readonly pillars: readonly Pillar[];
}

/** The id of what belongs to no edition: no slug, so that it is nobody's. */
const NO_EDITION = '';

export function readTimelineData(document: FeedDocument): TimelineData {
  const held = document.read(editions).values;
  const cancelled = new Set(held.filter(({ status }) => status === 'cancelled').map(({ id }) => id));
  return {
    entries: document.read(sessions).values.map((session) => ({
      session,
      when: toDateSpan(session),
      cancelled: session.status === 'cancelled' || cancelled.has(session.edition ?? NO_EDITION),
    })),
    editions: held,
    parts: document.read(parts).values,
    pillars: document.read(pillars).values,
  };
}

/** The programme as people meet it: editions, their parts, the weeks in these, the sessions in order. */
export function groupByEdition(
  entries: readonly Entry[],
  { editions, parts }: TimelineData,
): readonly EditionSchedule[] {
  const byEdition = groupBy(entries, ({ session }) => session.edition ?? NO_EDITION);
  const run = (id: string, edition?: Edition): EditionSchedule => {
    const byPart = groupBy(byEdition.get(id) ?? [], ({ session }) => session.part ?? '');
    const runs = [undefined, ...parts].flatMap((part) => {
      const own = inTimeOrder(byPart.get(part?.id ?? '') ?? []);
      return part || own.length > 0 ? [{ part, groups: groupByWeekOrMonth(own) }] : [];
    });
    const inRuns = runs.flatMap(({ groups }) => groups.flatMap((group) => group.entries));
    return { id, edition, parts: runs, entries: inRuns };
  };
  const loose = byEdition.has(NO_EDITION) ? [run(NO_EDITION)] : [];
  return [...editions.map((edition) => run(edition.id, edition)), ...loose];
}

/**
 * The sessions of a part as time goes. One without a date stands behind those of its week and of the weeks before; one
 * without a week either comes last.
 */
function inTimeOrder(entries: readonly Entry[]): readonly Entry[] {
  const latest = new Map<number, string>();
  for (const { session, when } of entries)
    if (when && session.week !== undefined && when.key > (latest.get(session.week) ?? ''))
      latest.set(session.week, when.key);
  const placed = entries.map((entry) => ({
    entry,
    key: entry.when?.key ?? keyOfWeek(entry.session.week, latest),
  }));
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return placed
    .sort((a, b) => compare(a.key, b.key) || (a.entry.session.week ?? 0) - (b.entry.session.week ?? 0))
    .map(({ entry }) => entry);
}

/** Sorts behind every date, as digits and `T` come before it. */
const AFTER_ALL_DATES = '~';

function keyOfWeek(week: number | undefined, latest: ReadonlyMap<number, string>): string {
  if (week === undefined) return AFTER_ALL_DATES;
  let before = '';
  for (const [other, key] of latest) if (other <= week && key > before) before = key;
  return before + AFTER_ALL_DATES;
}

/** Neighbours in the order that share a week, else a month; months only where most hold several. */
function groupByWeekOrMonth(entries: readonly Entry[]): readonly Group[] {
  const groups = groupNeighbours(entries, monthOf);
  const months = groups.filter(({ month }) => month);
  const inMonths = months.reduce((sum, group) => sum + group.entries.length, 0);
  return months.length * 2 > inMonths ? groupNeighbours(entries, () => undefined) : groups;
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

/** The month of a date, or its year where that is all there is. */
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
