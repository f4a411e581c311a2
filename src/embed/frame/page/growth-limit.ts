/** Number of growths in a row that content may answer a new height of the frame with. */
const MAX_ROW = 30;

/**
 * Stops a frame whose content grows because the frame has grown, as with a height in `vh`: 30 growths in a row, each seen
 * together with a new height of the frame, are taken for that. A growth that comes by itself is always allowed and ends the
 * row; so does a new width, and a height of the frame in which the content stays as it is. No clock decides: a slow device
 * does the same in a longer time.
 */
export class GrowthLimit {
  #row = 0;
  #width = 0;
  #height = 0;

  /**
   * Notes what was measured.
   *
   * @returns whether the height of the content may be reported.
   * @param change Pixels by which the content is higher than at the measurement before; negative where it is lower.
   * @param width The width of the frame, in pixels.
   * @param height The height of the frame, in pixels.
   */
  allows(change: number, width: number, height: number): boolean {
    const isAnswer = height !== this.#height && width === this.#width;
    const isResized = isAnswer || width !== this.#width;
    this.#width = width;
    this.#height = height;
    if (change > 0) this.#row = isAnswer ? this.#row + 1 : 0;
    else if (!change && isResized) this.#row = 0;
    return change <= 0 || this.#row <= MAX_ROW;
  }
}
