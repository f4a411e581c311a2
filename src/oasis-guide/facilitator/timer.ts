/**
 * A timer that keeps time by the clock: how long it ran before, and since when it runs now. Nothing counts, so a tab that
 * sleeps or a page that is loaded again loses no time.
 */
export interface Timer {
  /** Milliseconds that it ran before it was last started. */
  readonly spent: number;
  /** The clock when it was started; absent while it stands still. */
  readonly since?: number | undefined;
}

export const UNUSED: Timer = { spent: 0 };

export function isRunning(timer: Timer): boolean {
  return timer.since !== undefined;
}

export function start(timer: Timer, now: number): Timer {
  return isRunning(timer) ? timer : { spent: timer.spent, since: now };
}

export function pause(timer: Timer, now: number): Timer {
  return isRunning(timer) ? { spent: elapsed(timer, now) } : timer;
}

/** How long it ran. A clock that was set back takes nothing away. */
export function elapsed({ spent, since }: Timer, now: number): number {
  return spent + (since === undefined ? 0 : Math.max(0, now - since));
}

/** How long an activity should take. */
export interface Minutes {
  readonly min: number;
  readonly max?: number | undefined;
}

const MINUTE = 60_000;

/** When the time of an activity is over; `undefined` when the feed gives none, and the timer only counts. */
export function timeOf(minutes: Minutes | undefined): number | undefined {
  const most = Math.max(minutes?.min ?? 0, minutes?.max ?? 0);
  return most > 0 ? most * MINUTE : undefined;
}

/** When an activity may end; the whole time, where the feed gives no shorter one. */
function leastOf({ min, max = min }: Minutes): number {
  return Math.min(min, max) * MINUTE;
}

/** Whether an activity has had its shortest time, and not yet its longest. */
export function mayStop(minutes: Minutes | undefined, spent: number): boolean {
  const total = timeOf(minutes);
  return total !== undefined && spent < total && spent >= leastOf(minutes!);
}

/** Something to tell when it is reached. */
export interface Moment {
  readonly at: number;
  readonly term: 'timeEnough' | 'timeLeft' | 'timeOver';
  /** Minutes left. */
  readonly left: number;
}

/** What is worth telling while an activity runs: when it may end, the last five minutes, the last one, and the end. */
export function momentsOf(minutes: Minutes | undefined): readonly Moment[] {
  const total = timeOf(minutes);
  if (total === undefined) return [];
  const least = leastOf(minutes!);
  const before = (left: number): Moment => ({ at: total - left * MINUTE, term: 'timeLeft', left });
  return [
    { at: least, term: 'timeEnough', left: (total - least) / MINUTE } as const,
    before(5),
    before(1),
    { at: total, term: 'timeOver', left: 0 } as const,
  ].filter(({ at, term }) => at > 0 && (at < total || term === 'timeOver'));
}

/** The last moment that was reached between two looks at the timer, however far apart they were. */
export function reached(moments: readonly Moment[], before: number, after: number): Moment | undefined {
  return moments
    .filter(({ at }) => at > before && at <= after)
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
}

/** Time as a clock shows it, `4:09` or `1:04:09`. Time that is left is rounded up: `0:00` is the end. */
export function clockFace(ms: number, round: 'up' | 'down' = 'down'): string {
  const seconds = Math.max(0, round === 'up' ? Math.ceil(ms / 1_000) : Math.floor(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
