import type { OasisActivity } from '../../feed/sections/oasis.js';
import type { GuideStep } from '../guide.js';
import { isRunning, UNUSED, type Timer } from './timer.js';

/** What a facilitator has done in one step. Everything is kept by id, so that a changed order changes nothing. */
export interface StepProgress {
  readonly materials: ReadonlySet<string>;
  readonly activities: ReadonlySet<string>;
  readonly timers: ReadonlyMap<string, Timer>;
  readonly note: string;
}

/** Where a facilitator is: the id of a step, and the key of a screen of it. */
export interface Spot {
  readonly step: string;
  readonly screen: string;
}

/** What a facilitator has ticked, timed and written in one feed. */
export interface Progress {
  /** Where they were last, to go on from there. */
  readonly at?: Spot | undefined;
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

export function moved(progress: Progress, at: Spot): Progress {
  return { ...progress, at };
}

export interface Running {
  readonly step: GuideStep;
  readonly activity: OasisActivity;
  readonly timer: Timer;
}

/** Every timer that runs, of the activities that the guide has. */
export function runningIn(progress: Progress, steps: readonly GuideStep[]): readonly Running[] {
  return steps.flatMap((step) =>
    step.activities.flatMap((activity) => {
      const timer = timerOf(progress, step.id, activity.id);
      return isRunning(timer) ? [{ step, activity, timer }] : [];
    }),
  );
}

/** Whether there is nothing to keep. Where the facilitator was is nothing of theirs. */
export function isUntouched(progress: Progress): boolean {
  return progress.group === undefined && progress.steps.size === 0;
}

function withStep(progress: Progress, step: string, change: Partial<StepProgress>): Progress {
  const steps = new Map(progress.steps).set(step, { ...progressOf(progress, step), ...change });
  return { ...progress, steps };
}
