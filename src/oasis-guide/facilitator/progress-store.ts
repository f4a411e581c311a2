import { isEmptyProgress, NO_PROGRESS, type OasisProgress, type ScreenPosition } from './progress.js';
import * as storage from './progress-storage.js';

type State = Pick<ProgressStore, 'progress' | 'persistence' | 'isUnreadable'>;

/** Holds the progress in one feed, with a copy on the device while the page asks for that. */
export class ProgressStore {
  readonly progress: OasisProgress = NO_PROGRESS;
  readonly persistence: storage.Persistence = 'off';
  /** True if what was stored before could not be read. */
  readonly isUnreadable: boolean = false;
  #feedId: string | undefined;
  #remembers = false;
  readonly #onSaveFailed: () => void;

  /** `onSaveFailed` is called when the device stops storing what it is given. */
  constructor(onSaveFailed: () => void) {
    this.#onSaveFailed = onSaveFailed;
  }

  /**
   * Opens the progress in a feed, or does nothing while feed and remembering stay the same. A feed without an id cannot
   * be told from another, so nothing of it is stored.
   * @returns the last position, if progress was opened that is stored
   */
  open(feedId: string | undefined, remembers: boolean): ScreenPosition | undefined {
    if (feedId === this.#feedId && remembers === this.#remembers) return undefined;
    this.#set({
      progress: feedId === this.#feedId ? this.progress : NO_PROGRESS,
      persistence: !remembers ? 'off' : feedId === undefined ? 'unavailable' : 'saved',
      isUnreadable: false,
    });
    this.#feedId = feedId;
    this.#remembers = remembers;
    if (isEmptyProgress(this.progress)) this.#load();
    else this.#save();
    return this.#storedFeedId === undefined ? undefined : this.progress.position;
  }

  update(change: (before: OasisProgress) => OasisProgress): void {
    this.#set({ progress: change(this.progress) });
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
    this.#set({ progress: NO_PROGRESS, isUnreadable: false });
    const feedId = this.#storedFeedId;
    if (feedId !== undefined) this.#set({ persistence: storage.eraseProgress(feedId) });
  }

  /** The feed whose progress is stored; `undefined` for none. */
  get #storedFeedId(): string | undefined {
    return this.#remembers ? this.#feedId : undefined;
  }

  #load(): void {
    const feedId = this.#storedFeedId;
    if (feedId !== undefined) this.#set(storage.load(feedId, Number(Date.now())));
  }

  #save(): void {
    const feedId = this.#storedFeedId;
    if (feedId === undefined) return;
    const persistence = storage.save(feedId, this.progress);
    if (persistence !== 'saved' && this.persistence === 'saved') this.#onSaveFailed();
    this.#set({ persistence });
  }

  #set(change: Partial<State>): void {
    Object.assign(this, change);
  }
}
