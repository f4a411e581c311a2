import type { Field, Values } from '../signup/fields.js';
import type { Finding } from '../signup/rules.js';
import type { Attempts } from './attempts.js';
import type { SignupFailure } from './outcome.js';
import type { ReceiverError } from './problem.js';

/** An error in a field: found by our rules, or told by the receiver in its own words. */
export type FieldError = Pick<Finding, 'code' | 'detail' | 'params'> | ReceiverError;
export type FieldErrors = ReadonlyMap<string, FieldError>;

/** A sign-up as it was received, for the visitor to keep. */
export interface Receipt {
  readonly reference: string;
  /** In milliseconds since the epoch. */
  readonly receivedAt: number;
  readonly edition: string | undefined;
  readonly waitingList: boolean;
  /** The hours within which the e-mail address must be confirmed. */
  readonly confirmHours: number | undefined;
  /** True if nothing was sent at all. */
  readonly isTest: boolean;
  readonly fields: readonly Field[];
  readonly values: Values;
}

/** The stage that a form has come to. */
export type Stage =
  | {
      readonly kind: 'editing';
      readonly fieldErrors: FieldErrors;
      /** Texts of the receiver about none of the fields. */
      readonly generalErrors: readonly string[];
      /** The draft that has come back: one that was only typed, or one that was sent with an uncertain outcome. */
      readonly restored?: 'draft' | 'uncertain';
    }
  /** `progress`: a text for the visitor when it takes longer. */
  | { readonly kind: 'sending'; readonly progress?: string }
  | { readonly kind: 'failed'; readonly failure: SignupFailure }
  /** `attempts`: the keys under which it was sent. */
  | { readonly kind: 'received'; readonly receipt: Receipt; readonly attempts: Attempts }
  /** The form was sent, but the code that sends could not be loaded. */
  | { readonly kind: 'unavailable' };

/** The stage of a form without errors. */
export const EDITING = {
  kind: 'editing',
  fieldErrors: new Map(),
  generalErrors: [],
} as const satisfies Stage;
