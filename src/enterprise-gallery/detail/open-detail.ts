import type { LitElement } from 'lit';
import type { Detail } from '../card.js';

/** Finds the name of the enterprise that is open; what was closed keeps its content until the next one opens. */
export const NAME = '#detail-name:not([hidden] *)';

export interface DetailHost extends LitElement {
  /** Place where an enterprise opens; `undefined` leaves it to the widget. */
  readonly detail: Detail | undefined;
  /** Closes the enterprise that is open, as a visitor does. */
  close(): void;
}

/**
 * Change of the page's address: `push` adds a step that the back button takes back, `replace` adds none, `back` takes the
 * last one back where that is possible, and is as `replace` elsewhere.
 */
export type HistoryStep = 'push' | 'replace' | 'back';

/** The enterprise that is open, as the code that comes with it sees its controller. */
export interface OpenDetail {
  readonly host: DetailHost;
  /** Opens another one. */
  show(id: string, step: HistoryStep): Promise<void>;
  /** Gives the focus to what a selector finds. */
  focus(selector: string): void;
}
