/**
 * A timer that keeps time by the clock: how long it ran before, and since when it runs now. Nothing counts, so a tab that
 * sleeps or a page that is loaded again loses no time. All times are in milliseconds, `now` as `Date.now()` gives it.
 */
export interface Timer {
  /** Milliseconds that it ran before it was last started. */
  readonly spent: number;
  /** The clock when it was started; absent while it does not run. */
  readonly since?: number | undefined;
}

export type TimerState = 'unused' | 'running' | 'paused';

export const UNUSED_TIMER: Timer = { spent: 0 };

export function stateOf({ spent, since }: Timer): TimerState {
  if (since !== undefined) return 'running';
  return spent > 0 ? 'paused' : 'unused';
}

/** Starts a timer, or lets it go on; one that runs already stays as it is. */
export function startTimer(timer: Timer, now: number): Timer {
  return timer.since === undefined ? { spent: timer.spent, since: now } : timer;
}

/** Pauses a timer; one that does not run stays as it is. */
export function pauseTimer(timer: Timer, now: number): Timer {
  return timer.since === undefined ? timer : { spent: elapsedMs(timer, now) };
}

/** The time that it ran. A clock that was set back takes nothing away. */
export function elapsedMs({ spent, since }: Timer, now: number): number {
  return spent + (since === undefined ? 0 : Math.max(0, now - since));
}

/** The minutes that an activity should take, as the feed gives them; the bounds may be swapped. */
export interface Minutes {
  readonly min: number;
  readonly max?: number | undefined;
}

const MINUTE_MS = 60_000;

/** The longest time for an activity; `undefined` when the feed gives none, and the timer only counts. */
export function durationMs(minutes: Minutes | undefined): number | undefined {
  const longest = Math.max(minutes?.min ?? 0, minutes?.max ?? 0);
  return longest > 0 ? longest * MINUTE_MS : undefined;
}

/** The shortest time for an activity; the whole time, where the feed gives no shorter one. */
function minDurationMs({ min, max = min }: Minutes): number {
  return Math.min(min, max) * MINUTE_MS;
}

/** @returns true if an activity has had its shortest time, and not yet its longest. */
export function mayStop(minutes: Minutes | undefined, elapsed: number): boolean {
  const total = durationMs(minutes);
  return total !== undefined && elapsed < total && elapsed >= minDurationMs(minutes!);
}

/** A moment in an activity that is announced when it is reached. */
export interface Milestone {
  /** Milliseconds after the start. */
  readonly atMs: number;
  readonly term: 'timeEnough' | 'timeLeft' | 'timeOver';
  readonly minutesLeft: number;
}

/** The milestones of an activity: its shortest time, the last five minutes, the last one, and the end. */
export function milestonesOf(minutes: Minutes | undefined): readonly Milestone[] {
  const total = durationMs(minutes);
  if (total === undefined) return [];
  const milestone = (atMs: number, term: Milestone['term']): Milestone => ({
    atMs,
    term,
    minutesLeft: (total - atMs) / MINUTE_MS,
  });
  return [
    milestone(minDurationMs(minutes!), 'timeEnough'),
    milestone(total - 5 * MINUTE_MS, 'timeLeft'),
    milestone(total - MINUTE_MS, 'timeLeft'),
    milestone(total, 'timeOver'),
  ].filter(({ atMs, term }) => atMs > 0 && (atMs < total || term === 'timeOver'));
}

/** The last milestone that was reached between two elapsed times, however far apart they are. */
export function lastReached(
  milestones: readonly Milestone[],
  before: number,
  after: number,
): Milestone | undefined {
  return milestones
    .filter(({ atMs }) => atMs > before && atMs <= after)
    .toSorted((a, b) => a.atMs - b.atMs)
    .at(-1);
}

/** A time as a clock shows it, `4:09` or `1:04:09`. Rounded up for time that is left, so that `0:00` is the end. */
export function clockFace(ms: number, round: 'up' | 'down' = 'down'): string {
  const seconds = Math.max(0, round === 'up' ? Math.ceil(ms / 1_000) : Math.floor(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
