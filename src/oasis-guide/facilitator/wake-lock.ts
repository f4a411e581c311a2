import { ofDocument } from '../../element/of-document.js';

/**
 * Keeps the screen awake while that is wanted and the page is in sight. Where a browser or a page does not allow it, the
 * screen goes dark as always: the timers run on.
 */
export class WakeLock {
  #isWanted = false;
  #isRequesting = false;
  #sentinel: WakeLockSentinel | undefined;
  readonly #onChange: () => void;

  /** `onChange` is called when the lock is taken and when it is lost. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get isHeld(): boolean {
    return this.#sentinel?.released === false;
  }

  setWanted(wanted: boolean): void {
    if (wanted === this.#isWanted) return;
    this.#isWanted = wanted;
    if (wanted) void this.#request();
    else void this.#sentinel?.release();
  }

  /** Requests the lock again, if it is wanted: the browser takes it from a page that goes out of sight. */
  renew(): void {
    if (this.#isWanted) void this.#request();
  }

  async #request(): Promise<void> {
    if (this.isHeld || this.#isRequesting || ofDocument('visibilityState') !== 'visible') return;
    this.#isRequesting = true;
    try {
      // Absent in older browsers, and where the page is not served safely.
      this.#sentinel = await (navigator as Partial<Navigator>).wakeLock?.request('screen');
      this.#sentinel?.addEventListener('release', this.#onChange);
    } catch {
      // Refused, as by a page's policy or with a low battery.
    }
    this.#isRequesting = false;
    if (!this.isHeld) return;
    if (this.#isWanted) this.#onChange();
    else void this.#sentinel?.release();
  }
}
