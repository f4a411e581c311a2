/**
 * Keeps the screen awake while that is wanted and the page is in sight. Where a browser or a page does not allow it, the
 * screen goes dark as always: the timers run on.
 */
export class WakeLock {
  #wanted = false;
  #isAsking = false;
  #sentinel: WakeLockSentinel | undefined;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get isHeld(): boolean {
    return this.#sentinel?.released === false;
  }

  want(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted) void this.#ask();
    else void this.#sentinel?.release();
  }

  /** Asks again: the browser takes it away from a page that goes out of sight. */
  renew(): void {
    if (this.#wanted) void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.isHeld || this.#isAsking || document.visibilityState !== 'visible') return;
    this.#isAsking = true;
    try {
      // Absent in older browsers, and where the page is not served safely.
      this.#sentinel = await (navigator as Partial<Navigator>).wakeLock?.request('screen');
      this.#sentinel?.addEventListener('release', this.#onChange);
    } catch {
      // Refused, as by a page's policy or with a low battery.
    }
    this.#isAsking = false;
    if (!this.isHeld) return;
    if (this.#wanted) this.#onChange();
    else void this.#sentinel?.release();
  }
}
