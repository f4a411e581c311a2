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

  /** Says what is wanted now. A hidden page has lost its lock, so it is said again when the page is back in sight. */
  want(wanted: boolean): void {
    this.#wanted = wanted;
    if (!wanted) void this.#sentinel?.release();
    else if (!this.isHeld && !this.#isAsking && document.visibilityState === 'visible') void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    try {
      // Absent in older browsers, and where the page is not served safely.
      this.#sentinel = await (navigator as Partial<Navigator>).wakeLock?.request('screen');
      this.#sentinel?.addEventListener('release', this.#onChange);
    } catch {
      // Refused, as by a page's policy or with a low battery.
    }
    this.#isAsking = false;
    if (!this.#wanted) this.want(false);
    if (this.isHeld) this.#onChange();
  }
}
