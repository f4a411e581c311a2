/** Number of growths in a row that content may have of itself, and the pause after which a new row begins. */
const MAX_ROW = 30;
const ROW_GAP_MS = 250;
/** After that a frame grows once a second, and so often at most: a long list has come to its end by then. */
const LATE_EVERY_MS = 1_000;
const MAX_LATE = 10;

/**
 * Stops a frame whose content grows because the frame has grown, as with a height in `vh`: 30 growths in a row at the same
 * width are taken for that. It may grow on at another width, or when the visitor does something.
 */
export class GrowthLimit {
  #row = 0;
  #late = 0;
  #last = -Infinity;
  #width: number | undefined;

  /**
   * @returns whether the frame may grow once more.
   * @param now The time, in milliseconds.
   * @param width The width of the frame.
   */
  allows(now: number, width: number): boolean {
    if (width !== this.#width) this.reset();
    this.#width = width;
    const gap = now - this.#last;
    if (this.#row < MAX_ROW) this.#row = gap < ROW_GAP_MS ? this.#row + 1 : 1;
    else if (gap < LATE_EVERY_MS || this.#late >= MAX_LATE) return false;
    else this.#late++;
    this.#last = now;
    return true;
  }

  reset(): void {
    this.#row = this.#late = 0;
    this.#last = -Infinity;
  }
}
