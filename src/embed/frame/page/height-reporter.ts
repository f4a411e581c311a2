import { GrowthLimit } from './growth-limit.js';

/** Changes that are no change: fractions of a pixel come and go with zoom. */
const MIN_CHANGE_PX = 2;
/**
 * Reports the height of an element whenever it is another one. Of an element that is not displayed, in a hidden tab of
 * the page or a closed accordion, nothing is reported; it is measured again when it comes into sight.
 */
export class HeightReporter {
  readonly #element: HTMLElement;
  readonly #isReady: () => boolean;
  readonly #report: (height: number) => void;
  readonly #limit = new GrowthLimit();
  /** Height that was measured last, in pixels; 0 before the first. */
  #measured = 0;

  /**
   * @param element Has the height of what is in it, whatever that of the frame.
   * @param isReady False while empty shapes stand in for what comes.
   */
  constructor(element: HTMLElement, isReady: () => boolean, report: (height: number) => void) {
    this.#element = element;
    this.#isReady = isReady;
    this.#report = report;
    new ResizeObserver(() => this.measure()).observe(element);
    new IntersectionObserver(() => this.measure()).observe(element);
    addEventListener('resize', () => this.measure());
  }

  /** Reports the height now, if it is another one. */
  measure(): void {
    const { width, height } = this.#element.getBoundingClientRect();
    // In WebKit a frame that is not displayed is a page without width, all of whose words stand below each other.
    if (!innerWidth || !width || !height || !this.#isReady()) return;
    const next = Math.ceil(height);
    const change = next - this.#measured;
    const isChanged = Math.abs(change) >= MIN_CHANGE_PX;
    const isAllowed = this.#limit.allows(isChanged ? change : 0, innerWidth, innerHeight);
    if (!isChanged) return;
    this.#measured = next;
    if (isAllowed) this.#report(next);
  }

  /** Reports the height once more: somebody has asked who may not know it. */
  repeat(): void {
    if (this.#measured) this.#report(this.#measured);
    this.measure();
  }
}
