/// <reference types="mocha" />
/** Timers that run when a test says so, so that nobody waits for them and nobody guesses. */
interface Timer {
  readonly due: number;
  readonly run: () => void;
  /** Of an interval: how long until it runs again. */
  readonly every?: number;
}

export interface Clock {
  /** Lets time pass: what becomes due runs, in its order, with what it promised in between. */
  pass(milliseconds: number): Promise<void>;
}

const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
const real = { setTimeout, clearTimeout, setInterval, clearInterval };
const realNow = Date.now;

afterEach(() => {
  Object.assign(window, real);
  Date.now = realNow;
});

/** Says what time it is, until the end of the test. Timers run as ever. */
export function setTime(time: string): void {
  const now = Date.parse(time);
  Date.now = () => now;
}

/**
 * Stops the timers and the time of day of this page until the end of the test. Timers already running run on. `start`:
 * what time it is then.
 */
export function stopClock(start = realNow()): Clock {
  const timers = new Map<number, Timer>();
  let now = 0;
  let last = 1_000_000;
  const clear = (id?: number) => {
    if (!timers.delete(id ?? 0)) real.clearTimeout.call(window, id);
  };
  Object.assign(window, {
    setTimeout: (handler: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) => {
      timers.set(++last, { due: now + Math.max(0, wait), run: () => handler(...args) });
      return last;
    },
    setInterval: (handler: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) => {
      timers.set(++last, { due: now + wait, run: () => handler(...args), every: Math.max(1, wait) });
      return last;
    },
    clearTimeout: clear,
    clearInterval: clear,
  });
  Date.now = () => start + now;
  const nextDue = (end: number) =>
    [...timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due)[0];
  return {
    async pass(milliseconds) {
      const end = now + milliseconds;
      for (let next = nextDue(end); next; next = nextDue(end)) {
        const [id, timer] = next;
        timers.delete(id);
        if (timer.every) timers.set(id, { ...timer, due: timer.due + timer.every });
        now = timer.due;
        timer.run();
        await promisesKept();
      }
      now = end;
      await promisesKept();
    },
  };
}

/**
 * Comes back when every promise has been kept that waits for nothing but other promises, which takes a task, or for a
 * body that is at hand. Some engines read one beside the page, one after the other: what was asked for before has come
 * when this has.
 */
async function promisesKept(): Promise<void> {
  await aTask();
  await new Response(' ').text();
  await aTask();
}

const aTask = () => new Promise((resolve) => real.setTimeout.call(window, resolve));
