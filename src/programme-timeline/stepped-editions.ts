import { isServer } from 'lit';
import { BatchedRender } from '../element/controllers/batched-render.js';
import { lengthOf } from './paging.js';
import type { Schedule } from './schedule.js';
import {
  pagedEditions,
  visibleEditions,
  type PagedEdition,
  type ViewState,
  type Visibility,
  type VisibleEdition,
} from './visible-editions.js';

/** Numbers of sessions: those rendered first, more than a window shows; those of each step that follows its paint. */
const FIRST_STEP = 8;
const NEXT_STEP = 12;
/** True in browsers whose find opens what is hidden, and tells; a server renders for all of them. */
const REVEALS_FOUND = isServer || 'onbeforematch' in HTMLElement.prototype;

/**
 * Editions of a timeline whose sessions are rendered in steps, none of which keeps the page busy for long: those of open
 * editions, then those of closed ones, which are there for the find of the browser.
 */
export class SteppedEditions {
  /** All editions. */
  paged: readonly PagedEdition[] = [];
  /** The editions to render now. */
  visible: readonly VisibleEdition[] = [];
  #schedule: Schedule | undefined;
  #viewState: ViewState | undefined;
  readonly #batches: BatchedRender;

  constructor(host: ConstructorParameters<typeof BatchedRender>[0]) {
    this.#batches = new BatchedRender(host, { size: FIRST_STEP });
  }

  /** True once anything has been painted. */
  get hasPainted(): boolean {
    return this.#batches.hasPainted;
  }

  /** Settles when the next step may come; `undefined` when there is none. */
  get pending(): Promise<void> | undefined {
    return this.#batches.pending;
  }

  /** True once everything is rendered that a visitor is to see. */
  get isComplete(): boolean {
    const isFilled = ({ open, page, range }: VisibleEdition) => !open || range.to >= page.to;
    return this.visible.length === this.paged.length && this.visible.every(isFilled);
  }

  /** Finds what is to be shown of a schedule. Where that is something else, as much as is rendered stays. */
  page(schedule: Schedule | undefined, viewState: ViewState, visibility: Visibility): void {
    if (schedule !== this.#schedule || viewState !== this.#viewState) this.#restart(FIRST_STEP, this.visible);
    this.#schedule = schedule;
    this.#viewState = viewState;
    this.paged = schedule ? pagedEditions(schedule, viewState, visibility) : [];
  }

  /** Takes the next step, if there is a schedule; `isLast` takes all that a visitor is to see at once. */
  step(isLast: boolean): void {
    if (!this.#schedule) return void (this.visible = []);
    const all = this.paged.filter(({ open }) => open || REVEALS_FOUND);
    const open = this.paged.filter((edition) => edition.open);
    const closed = this.visible.filter((edition) => !edition.open);
    if (isLast) this.#batches.renderAtLeast(lengthOf(open.map(({ page }) => page)) + renderedOf(closed));
    const limit = this.#batches.limit(lengthOf(all.map(({ page }) => page)));
    this.visible = visibleEditions(this.paged, this.#schedule.isFiltered, limit, this.visible);
  }

  #restart(count: number, rendered: readonly VisibleEdition[]): void {
    this.#batches.restart({ size: count + renderedOf(rendered), next: NEXT_STEP });
  }
}

/** Number of sessions that are rendered. */
const renderedOf = (editions: readonly VisibleEdition[]) => lengthOf(editions.map(({ range }) => range));
