import type { OasisActivity } from '../../feed/sections/oasis.js';
import type { GuideStep } from '../guide.js';
import { stateOf, UNUSED_TIMER, type Timer } from './timer.js';
import { flatMap } from '../../lists.js';

/** The progress in one step. Everything is kept by id, so that a changed order changes nothing. */
export interface StepProgress {
  readonly materials: ReadonlySet<string>;
  readonly activities: ReadonlySet<string>;
  readonly timers: ReadonlyMap<string, Timer>;
  readonly note: string;
}

/** The id of a step, and the key of a screen of it. */
export interface ScreenPosition {
  readonly step: string;
  readonly screen: string;
}

/** The ticks, times and notes of a facilitator in one feed. */
export interface OasisProgress {
  /** The last position, to go on from there. */
  readonly position?: ScreenPosition | undefined;
  /** The number of people that take part, where that was said. */
  readonly groupSize?: number | undefined;
  readonly steps: ReadonlyMap<string, StepProgress>;
}

export type Checklist = 'materials' | 'activities';

export const NO_PROGRESS: OasisProgress = { steps: new Map() };
export const NO_STEP_PROGRESS: StepProgress = {
  materials: new Set(),
  activities: new Set(),
  timers: new Map(),
  note: '',
};

/** Characters; longer notes are cut, as a device has room for little. */
export const MAX_NOTE_LENGTH = 20_000;
export const MAX_GROUP_SIZE = 9_999;

export function stepProgressOf(progress: OasisProgress, stepId: string): StepProgress {
  return progress.steps.get(stepId) ?? NO_STEP_PROGRESS;
}

export function timerOf(progress: OasisProgress, stepId: string, activityId: string): Timer {
  return stepProgressOf(progress, stepId).timers.get(activityId) ?? UNUSED_TIMER;
}

/** Ticks an item, or unticks it if it is ticked. */
export function withTick(
  progress: OasisProgress,
  stepId: string,
  list: Checklist,
  itemId: string,
): OasisProgress {
  const items = new Set(stepProgressOf(progress, stepId)[list]);
  if (!items.delete(itemId)) items.add(itemId);
  return withStep(progress, stepId, { [list]: items });
}

export function withNote(progress: OasisProgress, stepId: string, note: string): OasisProgress {
  return withStep(progress, stepId, { note: note.slice(0, MAX_NOTE_LENGTH) });
}

export function withTimer(
  progress: OasisProgress,
  stepId: string,
  activityId: string,
  timer: Timer,
): OasisProgress {
  const timers = new Map(stepProgressOf(progress, stepId).timers).set(activityId, timer);
  return withStep(progress, stepId, { timers });
}

/** Sets the size of the group; anything but a whole number of people, 1 to 9,999, unsets it. */
export function withGroupSize(progress: OasisProgress, size: number | undefined): OasisProgress {
  const isValid = size !== undefined && Number.isInteger(size) && size >= 1 && size <= MAX_GROUP_SIZE;
  return { ...progress, groupSize: isValid ? size : undefined };
}

export function withPosition(progress: OasisProgress, position: ScreenPosition): OasisProgress {
  return { ...progress, position };
}

export interface RunningTimer {
  readonly step: GuideStep;
  readonly activity: OasisActivity;
  readonly timer: Timer;
}

/** Every timer that runs, of the activities that the guide has. */
export function runningTimers(progress: OasisProgress, steps: readonly GuideStep[]): readonly RunningTimer[] {
  return flatMap(steps, (step) =>
    flatMap(step.activities, (activity) => {
      const timer = timerOf(progress, step.id, activity.id);
      return stateOf(timer) === 'running' ? [{ step, activity, timer }] : [];
    }),
  );
}

/** @returns true if nothing was filled in; the position alone does not count. */
export function isEmptyProgress({ groupSize, steps }: OasisProgress): boolean {
  return groupSize === undefined && steps.size === 0;
}

function withStep(progress: OasisProgress, stepId: string, change: Partial<StepProgress>): OasisProgress {
  const steps = new Map(progress.steps).set(stepId, { ...stepProgressOf(progress, stepId), ...change });
  return { ...progress, steps };
}
