import { isServer, type ReactiveControllerHost } from 'lit';
import { BatchedRender } from '../element/controllers/batched-render.js';
import type { Schedule } from './schedule.js';
import {
  areFilled,
  pagedEditions,
  pageTotals,
  visibleEditions,
  type PagedEdition,
  type ViewState,
  type Visibility,
  type VisibleEdition,
} from './visible-editions.js';

/** Numbers of sessions: those rendered first, more than a window shows; those of each step that follows its paint. */
const FIRST_STEP = 8;
const NEXT_STEP = 20;
/** True in browsers whose find opens what is hidden, and tells. */
const REVEALS_FOUND = !isServer && 'onbeforematch' in HTMLElement.prototype;

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
  readonly #open: BatchedRender;
  readonly #closed: BatchedRender;

  constructor(host: ReactiveControllerHost) {
    this.#open = new BatchedRender(host, { size: FIRST_STEP, next: NEXT_STEP });
    this.#closed = new BatchedRender(host, { size: 0, next: NEXT_STEP });
  }

  /** True once anything has been painted. */
  get hasPainted(): boolean {
    return this.#open.hasPainted;
  }

  /** Settles when the next step may come; `undefined` when there is none. */
  get pending(): Promise<void> | undefined {
    return this.#open.pending ?? this.#closed.pending;
  }

  /** True once everything is rendered that a visitor is to see. */
  get isComplete(): boolean {
    return this.visible.length === this.paged.length && areFilled(this.visible);
  }

  /** Lets all sessions of open editions be rendered at once from now on. */
  complete(): void {
    this.#open.complete();
  }

  /** Other sessions are to be shown: as many as are rendered stay, the rest comes in steps. */
  restart(): void {
    let size = FIRST_STEP;
    for (const { open, range } of this.visible) if (open) size += range.to - range.from;
    this.#open.restart({ size, next: NEXT_STEP });
  }

  /** Finds what is to be shown of a schedule. */
  page(schedule: Schedule | undefined, viewState: ViewState, visibility: Visibility): void {
    this.#schedule = schedule;
    this.paged = schedule ? pagedEditions(schedule, viewState, visibility) : [];
  }

  /** Takes the next step, if there is a schedule. */
  step(printing: boolean): void {
    if (!this.#schedule) return void (this.visible = []);
    const totals = pageTotals(this.paged);
    const open = printing ? Infinity : this.#open.limit(totals.open);
    const isNextClosed = REVEALS_FOUND && !printing && open >= totals.open;
    const closed = isNextClosed ? this.#closed.limit(totals.closed) : 0;
    this.visible = visibleEditions(this.paged, this.#schedule.isFiltered, { open, closed }, this.visible);
  }
}
