import { NO_PROGRESS, type OasisProgress } from './progress.js';
import { parseProgress, serializeProgress } from './stored-progress.js';

/** Progress is stored in the local storage of the device. A page may be forbidden to use it, and a device may be full. */
const KEY_PREFIX = 'ceal-widgets/oasis/';

/** The copy of the progress on the device: not asked for, up to date, or not possible. */
export type Persistence = 'off' | 'saved' | 'unavailable';

export const storageKey = (feedId: string): string => KEY_PREFIX + feedId;

/** The stored progress, empty where there is none. */
export interface LoadResult {
  readonly progress: OasisProgress;
  /** True if something is stored that cannot be read. */
  readonly isUnreadable: boolean;
  /** Given where the device cannot be asked. */
  readonly persistence?: 'unavailable';
}

/** `now`, in milliseconds: stored timers cannot have been started later. */
export function load(feedId: string, now: number): LoadResult {
  try {
    const text = localStorage.getItem(storageKey(feedId));
    const progress = parseProgress(text, feedId, now);
    return { progress: progress ?? NO_PROGRESS, isUnreadable: !progress && text !== null };
  } catch {
    return { progress: NO_PROGRESS, isUnreadable: false, persistence: 'unavailable' };
  }
}

export function save(feedId: string, progress: OasisProgress): Persistence {
  return persistenceAfter(() =>
    localStorage.setItem(storageKey(feedId), serializeProgress(progress, feedId)),
  );
}

export function eraseProgress(feedId: string): Persistence {
  return persistenceAfter(() => localStorage.removeItem(storageKey(feedId)));
}

function persistenceAfter(access: () => void): Persistence {
  try {
    access();
    return 'saved';
  } catch {
    return 'unavailable';
  }
}
