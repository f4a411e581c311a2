/// <reference types="mocha" />
/** Timers that run when a test says so, so that nobody waits for them and nobody guesses. */
interface Timer {
  readonly due: number;
  readonly run: () => void;
}

export interface Clock {
  /** Lets time pass: what becomes due runs, in its order, with what it promised in between. */
  pass(milliseconds: number): Promise<void>;
}

const real = { setTimeout: window.setTimeout, clearTimeout: window.clearTimeout };

afterEach(() => Object.assign(window, real));

/** Stops the timers of this page until the end of the test. Those that were running already run on. */
export function stopClock(): Clock {
  const timers = new Map<number, Timer>();
  let now = 0;
  let last = 1_000_000;
  Object.assign(window, {
    setTimeout: (handler: (...args: unknown[]) => void, wait = 0, ...args: unknown[]) => {
      timers.set(++last, { due: now + Math.max(0, wait), run: () => handler(...args) });
      return last;
    },
    clearTimeout: (id?: number) => {
      if (!timers.delete(id ?? 0)) real.clearTimeout.call(window, id);
    },
  });
  const nextDue = (end: number) =>
    [...timers].filter(([, { due }]) => due <= end).sort(([, a], [, b]) => a.due - b.due)[0];
  return {
    async pass(milliseconds) {
      const end = now + milliseconds;
      for (let next = nextDue(end); next; next = nextDue(end)) {
        const [id, timer] = next;
        timers.delete(id);
        now = timer.due;
        timer.run();
        await promisesKept();
      }
      now = end;
      await promisesKept();
    },
  };
}

/** Every promise that waits for nothing but other promises has been kept after a task. */
function promisesKept(): Promise<void> {
  return new Promise((resolve) => real.setTimeout.call(window, resolve));
}
