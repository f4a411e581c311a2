import { nothing } from 'lit';

/** The parts of the form that depend on its stage. */
export interface StageView {
  /** Stands in the place of the form. */
  readonly confirmation?: unknown;
  /** Stands above the form. */
  readonly notice: unknown;
  /** Error texts by field. */
  readonly errors: ReadonlyMap<string, string>;
  /** Stands beside the e-mail address. */
  readonly suggestion?: unknown;
  /** True while the form is sent: further typing would not be part of it. */
  readonly locked: boolean;
  /** The button that clears the form, at its end. */
  readonly erase?: unknown;
  /** The words on the button, where they are others than at first. */
  readonly sendLabel?: string | undefined;
  /** A text beside the button while the form is sent. */
  readonly progress?: string | undefined;
}

/** The view of a form that is filled in, without anything to say. */
export const PLAIN_VIEW: StageView = { notice: nothing, errors: new Map(), locked: false };
