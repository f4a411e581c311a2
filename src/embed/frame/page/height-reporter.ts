import { GrowthLimit } from './growth-limit.js';

/** Changes that are no change: fractions of a pixel come and go with zoom. */
const MIN_CHANGE_PX = 2;
/** Time after which a height that was refused is looked at again. */
const LATER_MS = 1_100;

/**
 * Reports the height of an element whenever it is another one. Of an element that is not displayed, in a hidden tab of
 * the page or a closed accordion, nothing is reported; it is measured again when it comes into sight.
 */
export class HeightReporter {
  readonly #element: HTMLElement;
  readonly #isReady: () => boolean;
  readonly #report: (height: number) => void;
  readonly #limit = new GrowthLimit();
  #reported: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

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
    for (const type of ['pointerdown', 'keydown'])
      addEventListener(type, () => this.#limit.reset(), { capture: true, passive: true });
  }

  /** Reports the height now, if it is another one. */
  measure(): void {
    const { width, height } = this.#element.getBoundingClientRect();
    // In WebKit a frame that is not displayed is a page without width, all of whose words stand below each other.
    if (!innerWidth || !width || !height || !this.#isReady()) return;
    const reported = this.#reported ?? 0;
    const next = Math.ceil(height);
    if (Math.abs(next - reported) < MIN_CHANGE_PX) return;
    if (next > reported && !this.#limit.allows(performance.now(), width)) return this.#measureLater();
    this.#reported = next;
    this.#report(next);
  }

  #measureLater(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.measure();
    }, LATER_MS);
  }

  /** Reports the height once more: somebody has asked who may not know it. */
  repeat(): void {
    if (this.#reported !== undefined) this.#report(this.#reported);
    this.measure();
  }
}
