import { isEmptyProgress, NO_PROGRESS, type OasisProgress, type ScreenPosition } from './progress.js';
import * as storage from './progress-storage.js';

/** The copy of the progress on the device: not asked for, up to date, or not possible. */
export type Persistence = 'off' | 'saved' | 'unavailable';

/** Holds the progress in one feed, with a copy on the device while the page asks for that. */
export class ProgressStore {
  #progress = NO_PROGRESS;
  #persistence: Persistence = 'off';
  #isUnreadable = false;
  #feedId: string | undefined;
  #remembers = false;
  readonly #onSaveFailed: () => void;

  /** `onSaveFailed` is called when the device stops storing what it is given. */
  constructor(onSaveFailed: () => void) {
    this.#onSaveFailed = onSaveFailed;
  }

  get progress(): OasisProgress {
    return this.#progress;
  }

  get persistence(): Persistence {
    return this.#persistence;
  }

  /** True if what was stored before could not be read. */
  get isUnreadable(): boolean {
    return this.#isUnreadable;
  }

  /**
   * Opens the progress in a feed, or does nothing while feed and remembering stay the same. A feed without an id cannot
   * be told from another, so nothing of it is stored.
   * @returns the last position, if progress was opened that is stored
   */
  open(feedId: string | undefined, remembers: boolean): ScreenPosition | undefined {
    if (feedId === this.#feedId && remembers === this.#remembers) return undefined;
    if (feedId !== this.#feedId) this.#progress = NO_PROGRESS;
    this.#feedId = feedId;
    this.#remembers = remembers;
    this.#isUnreadable = false;
    this.#persistence = !remembers ? 'off' : feedId === undefined ? 'unavailable' : 'saved';
    if (isEmptyProgress(this.#progress)) this.#load();
    else this.#save();
    return this.#storedFeedId === undefined ? undefined : this.#progress.position;
  }

  update(change: (before: OasisProgress) => OasisProgress): void {
    this.#progress = change(this.#progress);
    this.#save();
  }

  /**
   * Loads what another tab has stored under a key; `null` when it has cleared the storage.
   * @returns true if that was the progress in this feed
   */
  reload(key: string | null): boolean {
    const feedId = this.#storedFeedId;
    const isOurs = feedId !== undefined && (key === null || key === storage.storageKey(feedId));
    if (isOurs) this.#load();
    return isOurs;
  }

  /** Erases the progress, here and on the device. */
  erase(): void {
    this.#progress = NO_PROGRESS;
    this.#isUnreadable = false;
    const feedId = this.#storedFeedId;
    if (feedId !== undefined) this.#persistence = storage.eraseProgress(feedId) ? 'saved' : 'unavailable';
  }

  /** The feed whose progress is stored; `undefined` for none. */
  get #storedFeedId(): string | undefined {
    return this.#remembers ? this.#feedId : undefined;
  }

  #load(): void {
    const feedId = this.#storedFeedId;
    if (feedId === undefined) return;
    const { progress, error } = storage.load(feedId, Date.now());
    this.#progress = progress ?? NO_PROGRESS;
    this.#isUnreadable = error === 'unreadable';
    if (error === 'unavailable') this.#persistence = error;
  }

  #save(): void {
    const feedId = this.#storedFeedId;
    if (feedId === undefined) return;
    const isSaved = storage.save(feedId, this.#progress);
    if (!isSaved && this.#persistence === 'saved') this.#onSaveFailed();
    this.#persistence = isSaved ? 'saved' : 'unavailable';
  }
}
