import type { OasisProgress } from './progress.js';
import { parseProgress, serializeProgress } from './stored-progress.js';

/** Progress is stored in the local storage of the device. A page may be forbidden to use it, and a device may be full. */
const KEY_PREFIX = 'ceal-widgets/oasis/';

export const storageKey = (feedId: string): string => KEY_PREFIX + feedId;

/** The stored progress, if there is any, or the reason why there is none. */
export interface LoadResult {
  readonly progress?: OasisProgress | undefined;
  readonly error?: 'unavailable' | 'unreadable';
}

/** `now`, in milliseconds: stored timers cannot have been started later. */
export function load(feedId: string, now: number): LoadResult {
  try {
    const text = localStorage.getItem(storageKey(feedId));
    const progress = parseProgress(text, feedId, now);
    return progress || text === null ? { progress } : { error: 'unreadable' };
  } catch {
    return { error: 'unavailable' };
  }
}

/** @returns true if the progress was stored */
export function save(feedId: string, progress: OasisProgress): boolean {
  return succeeds(() => localStorage.setItem(storageKey(feedId), serializeProgress(progress, feedId)));
}

/** @returns true if nothing is stored any more */
export function eraseProgress(feedId: string): boolean {
  return succeeds(() => localStorage.removeItem(storageKey(feedId)));
}

function succeeds(access: () => void): boolean {
  try {
    access();
    return true;
  } catch {
    return false;
  }
}
