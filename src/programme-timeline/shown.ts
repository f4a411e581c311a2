import { reaching, stretchOf, type Extent, type Stretch } from './paging.js';
import type { EditionRun } from './programme.js';
import { progressOf, type Progress } from './progress.js';
import type { Schedule } from './schedule.js';

/** Sessions of an edition on paper; more would make a book. The rest is counted in words. */
const PRINTED = 500;

/** An edition with where it stands and how much of it is in sight. */
export interface Shown {
  readonly run: EditionRun;
  readonly progress: Progress;
  readonly stretch: Stretch;
  readonly open: boolean;
}

/** What a visitor has opened, closed and asked more of, by edition. */
export interface Sightings {
  readonly toggled: ReadonlyMap<string, boolean>;
  readonly extents: ReadonlyMap<string, Extent>;
}

export const NOTHING_ASKED: Sightings = { toggled: new Map(), extents: new Map() };

/** The editions of a schedule as they are shown at a moment; `most`: how many sessions in all. */
export function shownOf(
  { runs, open }: Schedule,
  { toggled, extents }: Sightings,
  { now, collapsePast, printing }: { now: number; collapsePast: boolean; printing: boolean },
  most = Infinity,
): readonly Shown[] {
  let left = most;
  return runs.map((run) => {
    const { id, entries } = run;
    const progress = progressOf(entries, now);
    const isOpen = runs.length < 2 || (toggled.get(id) ?? open.has(id));
    const { from, to } = printing
      ? { from: 0, to: Math.min(entries.length, PRINTED) }
      : stretchOf(entries.length, progress.present, collapsePast, extents.get(id));
    const stretch = { from, to: Math.min(to, from + left) };
    if (isOpen) left -= stretch.to - from;
    return { run, progress, stretch, open: isOpen };
  });
}

export function withToggled({ toggled, extents }: Sightings, id: string, open: boolean): Sightings {
  return { extents, toggled: new Map(toggled).set(id, open) };
}

/** The same with the session at an index in sight. */
export function withReached(sightings: Sightings, { run: { id }, stretch }: Shown, index: number): Sightings {
  const { toggled, extents } = withToggled(sightings, id, true);
  return { toggled, extents: new Map(extents).set(id, reaching(index, stretch, extents.get(id))) };
}

/** A place in what is shown. */
export interface Spot {
  readonly shown: Shown;
  readonly index: number;
}

/** Where "today" leads: to what is on now, else to what comes first. */
export function presentSpot(all: readonly Shown[]): (Spot & { readonly isNow: boolean }) | undefined {
  const now = all.find(({ run, progress }) => progress.begun && progress.present < run.entries.length);
  if (now) return { shown: now, index: now.progress.present, isNow: true };
  const next = all.find(({ progress }) => progress.next);
  return next && { shown: next, index: next.run.entries.indexOf(next.progress.next!), isNow: false };
}

/** Where an address leads: to a session by its id, or to a week: `3`, with its edition before it `ex-2027.3`. */
export function spotOf(all: readonly Shown[], address: URLSearchParams): Spot | undefined {
  const id = address.get('session');
  const [week, edition] = address.get('week')?.split('.').reverse() ?? [];
  for (const shown of all) {
    const index = shown.run.entries.findIndex(({ session }) =>
      id === null
        ? String(session.week) === week && (edition === undefined || edition === shown.run.id)
        : session.id === id,
    );
    if (index >= 0) return { shown, index };
  }
  return undefined;
}
