import type { Progress } from './progress.js';
import { readProgress, writeProgress } from './stored-progress.js';

/** Keeping progress on the device of the facilitator. A page may be forbidden to, and a device may be full. */
const PREFIX = 'ceal-widgets/oasis/';

export const keyFor = (feed: string): string => PREFIX + feed;

/** What a device said when it was asked for what it keeps. */
export interface Found {
  readonly progress?: Progress | undefined;
  readonly trouble?: 'forbidden' | 'spoiled';
}

export function takeUp(feed: string, now: number): Found {
  try {
    const text = localStorage.getItem(keyFor(feed));
    const progress = readProgress(text, feed, now);
    return progress || text === null ? { progress } : { trouble: 'spoiled' };
  } catch {
    return { trouble: 'forbidden' };
  }
}

/** Whether it could be kept. */
export function keep(feed: string, progress: Progress): boolean {
  try {
    localStorage.setItem(keyFor(feed), writeProgress(progress, feed));
    return true;
  } catch {
    return false;
  }
}

/** Whether nothing is kept any more. */
export function forget(feed: string): boolean {
  try {
    localStorage.removeItem(keyFor(feed));
    return true;
  } catch {
    return false;
  }
}
