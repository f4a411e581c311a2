/** Number of growths in a row, and the time in which so many are a loop. */
const MAX_GROWTHS = 30;
const WINDOW_MS = 1_000;

/**
 * Stops a frame whose content grows because the frame has grown, as with a height in `vh`: after 30 growths in a second at
 * the same width nothing grows any more, until the width is another one or the visitor does something.
 */
export class GrowthLimit {
  #times: number[] = [];
  #width: number | undefined;
  #isStopped = false;

  /**
   * @returns whether the frame may grow once more.
   * @param now The time, in milliseconds.
   * @param width The width of the frame.
   */
  allows(now: number, width: number): boolean {
    if (width !== this.#width) this.reset();
    this.#width = width;
    if (this.#isStopped) return false;
    this.#times = [...this.#times.filter((time) => now - time < WINDOW_MS), now];
    this.#isStopped = this.#times.length > MAX_GROWTHS;
    return !this.#isStopped;
  }

  reset(): void {
    this.#times = [];
    this.#isStopped = false;
  }
}
