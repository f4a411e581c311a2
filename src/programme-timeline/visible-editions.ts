import { extendTo, rangeOf, type Extent, type IndexRange } from './paging.js';
import type { EditionSchedule } from './programme.js';
import { editionProgress, type EditionProgress } from './progress.js';
import type { Schedule } from './schedule.js';

/** Sessions of an edition on paper; more would make a book. The rest is counted in words. */
const MAX_PRINTED = 500;

/** An edition with where it stands and how much of it is in sight. */
export interface VisibleEdition {
  readonly schedule: EditionSchedule;
  readonly progress: EditionProgress;
  readonly range: IndexRange;
  readonly open: boolean;
}

/** What a visitor has opened, closed and asked more of, by edition. */
export interface ViewState {
  readonly toggled: ReadonlyMap<string, boolean>;
  readonly extents: ReadonlyMap<string, Extent>;
}

export const INITIAL_VIEW_STATE: ViewState = { toggled: new Map(), extents: new Map() };

/** The editions of a schedule as they are shown at a moment; `most`: how many sessions in all. */
export function visibleEditions(
  { editions: runs, open }: Schedule,
  { toggled, extents }: ViewState,
  { now, collapsePast, printing }: { now: number; collapsePast: boolean; printing: boolean },
  most = Infinity,
): readonly VisibleEdition[] {
  let left = most;
  return runs.map((run) => {
    const { id, entries } = run;
    const progress = editionProgress(entries, now);
    const isOpen = runs.length < 2 || (toggled.get(id) ?? open.has(id));
    const { from, to } = printing
      ? { from: 0, to: Math.min(entries.length, MAX_PRINTED) }
      : rangeOf(entries.length, progress.present, collapsePast, extents.get(id));
    const stretch = { from, to: Math.min(to, from + left) };
    if (isOpen) left -= stretch.to - from;
    return { run, progress, stretch, open: isOpen };
  });
}

export function withToggled({ toggled, extents }: ViewState, id: string, open: boolean): ViewState {
  return { extents, toggled: new Map(toggled).set(id, open) };
}

/** The same with the session at an index in sight. */
export function withReached(
  sightings: ViewState,
  { schedule: { id }, range: stretch }: VisibleEdition,
  index: number,
): ViewState {
  const { toggled, extents } = withToggled(sightings, id, true);
  return { toggled, extents: new Map(extents).set(id, extendTo(index, stretch, extents.get(id))) };
}

/** A place in what is shown. */
export interface SessionPosition {
  readonly edition: VisibleEdition;
  readonly index: number;
}

/** Where "today" leads: to what is on now, else to what comes first. */
export function presentPosition(
  all: readonly VisibleEdition[],
): (SessionPosition & { readonly isNow: boolean }) | undefined {
  const now = all.find(
    ({ schedule: run, progress }) => progress.begun && progress.present < run.entries.length,
  );
  if (now) return { edition: now, index: now.progress.present, isNow: true };
  const next = all.find(({ progress }) => progress.next);
  return next && { edition: next, index: next.schedule.entries.indexOf(next.progress.next!), isNow: false };
}

/** Where an address leads: to a session by its id, or to a week: `3`, with its edition before it `ex-2027.3`. */
export function findPosition(
  all: readonly VisibleEdition[],
  address: URLSearchParams,
): SessionPosition | undefined {
  const id = address.get('session');
  const [week, edition] = address.get('week')?.split('.').reverse() ?? [];
  for (const shown of all) {
    const index = shown.schedule.entries.findIndex(({ session }) =>
      id === null
        ? String(session.week) === week && (edition === undefined || edition === shown.schedule.id)
        : session.id === id,
    );
    if (index >= 0) return { edition: shown, index };
  }
  return undefined;
}
