import { UNUSED, type Timer } from './timer.js';

/** What a facilitator has done in one step. Everything is kept by id, so that a changed order changes nothing. */
export interface StepProgress {
  readonly materials: ReadonlySet<string>;
  readonly activities: ReadonlySet<string>;
  readonly timers: ReadonlyMap<string, Timer>;
  readonly note: string;
}

/** What a facilitator has ticked, timed and written in one feed. */
export interface Progress {
  /** How many people take part, where that was said. */
  readonly group?: number | undefined;
  readonly steps: ReadonlyMap<string, StepProgress>;
}

export type Checklist = 'materials' | 'activities';

export const NOTHING_YET: Progress = { steps: new Map() };
export const UNTOUCHED: StepProgress = {
  materials: new Set(),
  activities: new Set(),
  timers: new Map(),
  note: '',
};

/** Longer notes are cut: a device has room for little. */
export const LONGEST_NOTE = 20_000;
export const LARGEST_GROUP = 9_999;

export function progressOf(progress: Progress, step: string): StepProgress {
  return progress.steps.get(step) ?? UNTOUCHED;
}

export function timerOf(progress: Progress, step: string, activity: string): Timer {
  return progressOf(progress, step).timers.get(activity) ?? UNUSED;
}

export function ticked(progress: Progress, step: string, list: Checklist, item: string): Progress {
  const items = new Set(progressOf(progress, step)[list]);
  if (!items.delete(item)) items.add(item);
  return withStep(progress, step, { [list]: items });
}

export function noted(progress: Progress, step: string, note: string): Progress {
  return withStep(progress, step, { note: note.slice(0, LONGEST_NOTE) });
}

export function timed(progress: Progress, step: string, activity: string, timer: Timer): Progress {
  const timers = new Map(progressOf(progress, step).timers).set(activity, timer);
  return withStep(progress, step, { timers });
}

/** `group`: anything but a whole number of people is none. */
export function sized(progress: Progress, group: number | undefined): Progress {
  const fits = group !== undefined && Number.isInteger(group) && group >= 1 && group <= LARGEST_GROUP;
  return { ...progress, group: fits ? group : undefined };
}

/** Every timer that runs, with the step and the activity that it belongs to. */
export function runningTimers(
  progress: Progress,
): readonly { readonly step: string; readonly activity: string; readonly timer: Timer }[] {
  return [...progress.steps].flatMap(([step, { timers }]) =>
    [...timers].flatMap(([activity, timer]) =>
      timer.since === undefined ? [] : [{ step, activity, timer }],
    ),
  );
}

export function isUntouched(progress: Progress): boolean {
  return progress.group === undefined && progress.steps.size === 0;
}

function withStep(progress: Progress, step: string, change: Partial<StepProgress>): Progress {
  const steps = new Map(progress.steps).set(step, { ...progressOf(progress, step), ...change });
  return { ...progress, steps };
}
