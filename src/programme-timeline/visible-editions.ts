import { knownValues, TIMELINE_FACETS } from './facets.js';
import type { Part } from '../feed/sections/programme.js';
import { extendTo, lengthOf, pageRangeOf, type Extent, type IndexRange } from './paging.js';
import { isOver, type EditionSchedule, type PartSchedule } from './programme.js';
import { editionProgress, type EditionProgress } from './progress.js';
import type { Schedule } from './schedule.js';
import { flatMap } from '../lists.js';

/** Sessions of an edition on paper; more would make a book. The rest is counted in words. */
const MAX_PRINTED = 500;

/** Part of an edition with a session in the visible range, or with none planned yet. */
export interface VisiblePart {
  readonly schedule: PartSchedule;
  /** Index in the edition of the part's first session. */
  readonly from: number;
  /** True in the first edition that shows the part: its summary is not repeated further down. */
  readonly isIntroduced: boolean;
}

/** Edition with its progress and the sessions of it that are to be shown. */
export interface PagedEdition {
  readonly schedule: EditionSchedule;
  readonly progress: EditionProgress;
  readonly page: IndexRange;
  readonly open: boolean;
}

/** Edition with as much of it as is rendered. */
export interface VisibleEdition extends PagedEdition {
  /** The sessions of its page that are rendered; those of a closed edition are there to be found. */
  readonly range: IndexRange;
  readonly parts: readonly VisiblePart[];
}

/** Editions that the visitor opened or closed and the extra sessions asked for, by edition id. */
export interface ViewState {
  readonly toggled: ReadonlyMap<string, boolean>;
  readonly extents: ReadonlyMap<string, Extent>;
}

export const INITIAL_VIEW_STATE: ViewState = { toggled: new Map(), extents: new Map() };

/** Limits to what is visible of a schedule. */
export interface Visibility {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly collapsePast: boolean;
  readonly printing: boolean;
}

/** Computes which sessions of each edition of a schedule are to be shown. */
export function pagedEditions(
  { editions, open }: Schedule,
  { toggled, extents }: ViewState,
  { now, collapsePast, printing }: Visibility,
): readonly PagedEdition[] {
  return editions.map((schedule) => {
    const { id, entries } = schedule;
    const progress = editionProgress(entries, now);
    const page = printing
      ? { from: 0, to: Math.min(entries.length, MAX_PRINTED) }
      : pageRangeOf(entries.length, progress.present, collapsePast, extents.get(id));
    return { schedule, progress, page, open: editions.length < 2 || (toggled.get(id) ?? open.has(id)) };
  });
}

/**
 * Computes what is rendered of the editions: `limit` sessions in all, open editions first. As much as was rendered `before`
 * stays. What comes after sessions that are still to come would only move; it waits for them.
 */
export function visibleEditions(
  editions: readonly PagedEdition[],
  isFiltered: boolean,
  limit: number,
  before: readonly VisibleEdition[],
): readonly VisibleEdition[] {
  let left = limit;
  const counts = editions.map(({ schedule, page }) => {
    const [earlier] = before.filter((edition) => edition.schedule.id === schedule.id);
    const count = earlier ? Math.min(lengthOf([page]), lengthOf([earlier.range])) : 0;
    left -= count;
    return count;
  });
  for (const isTurnOfOpen of [true, false])
    editions.forEach(({ open, page }, index) => {
      if (open !== isTurnOfOpen) return;
      const more = Math.max(0, Math.min(left, lengthOf([page]) - counts[index]!));
      counts[index]! += more;
      left -= more;
    });
  const introduced = new Set<Part | undefined>();
  const isFirst = ({ part }: PartSchedule): boolean => {
    const isNew = !introduced.has(part);
    introduced.add(part);
    return isNew;
  };
  let isBehind = false;
  return flatMap(editions, (edition, index) => {
    const { schedule, page, open } = edition;
    const count = counts[index]!;
    if (isBehind && !count) return [];
    const range = { from: page.from, to: page.from + count };
    const parts = open || count ? partsInRange(schedule, range, isFiltered) : [];
    isBehind ||= open && range.to < page.to;
    return {
      ...edition,
      range,
      parts: parts.map((part) => ({ ...part, isIntroduced: isFirst(part.schedule) })),
    };
  });
}

/** Finds the parts with a session in a range, and those of a coming edition that hold none yet. */
function partsInRange(
  { parts, edition, entries }: EditionSchedule,
  range: IndexRange,
  isFiltered: boolean,
): readonly Omit<VisiblePart, 'isIntroduced'>[] {
  let end = 0;
  return flatMap(parts, (schedule) => {
    const from = end;
    for (const group of schedule.groups) end += group.entries.length;
    const isVisible =
      from < end
        ? from < range.to && end > range.from
        : entries.length > 0 && !isFiltered && !isOver(edition);
    return isVisible ? [{ schedule, from }] : [];
  });
}

export function withToggled({ toggled, extents }: ViewState, id: string, open: boolean): ViewState {
  return { extents, toggled: new Map(toggled).set(id, open) };
}

/** Opens the edition of a session and extends it, so that the session is visible. */
export function withReached(viewState: ViewState, { edition, index }: SessionPosition): ViewState {
  const { schedule, page } = edition;
  const { toggled, extents } = withToggled(viewState, schedule.id, true);
  const extent = extendTo(index, page, extents.get(schedule.id));
  return { toggled, extents: new Map(extents).set(schedule.id, extent) };
}

/** Session by its index in an edition. */
export interface SessionPosition {
  readonly edition: PagedEdition;
  readonly index: number;
}

/** Finds the session that is on now, else the next one to come; `undefined` when all is over. */
export function presentPosition(
  editions: readonly PagedEdition[],
): (SessionPosition & { readonly isNow: boolean }) | undefined {
  const now = editions.filter(
    ({ schedule, progress }) => progress.begun && progress.present < schedule.entries.length,
  )[0];
  if (now) return { edition: now, index: now.progress.present, isNow: true };
  const next = editions.filter(({ progress }) => progress.next)[0];
  return next && { edition: next, index: next.schedule.entries.indexOf(next.progress.next!), isNow: false };
}

/**
 * Finds the session that an address leads to: by its id in `session`, or the first of a `week`, as `3` or, with its
 * edition, `ex-2027.3`. `undefined` when there is none.
 */
export function findPosition(
  editions: readonly PagedEdition[],
  params: URLSearchParams,
): SessionPosition | undefined {
  const id = params.get('session');
  const [week, editionId] = params.get('week')?.split('.').reverse() ?? [];
  for (const edition of editions) {
    const index = edition.schedule.entries
      .map(({ session }) =>
        id === null
          ? String(session.week) === week && (editionId === undefined || editionId === edition.schedule.id)
          : session.id === id,
      )
      .indexOf(true);
    if (index >= 0) return { edition, index };
  }
  return undefined;
}

/** @returns whether something of an address is in the feed; that is not known to be wrong while there is no schedule. */
export function isInProgramme(
  key: string,
  value: string,
  schedule: Schedule | undefined,
  editions: readonly PagedEdition[],
): boolean {
  if (!schedule) return true;
  const [facet] = TIMELINE_FACETS.filter((known) => known === key);
  if (facet) return knownValues(schedule.data, facet).includes(value);
  return findPosition(editions, new URLSearchParams({ [key]: value })) !== undefined;
}
