import type { SignupEntry } from '../signup/contract.js';
import type { SignupFailureReason } from './outcome.js';

/**
 * The form is about to be sent, and is filled in well. `preventDefault()` keeps the form from sending; a page that sends
 * itself hands over its promise with `respondWith`.
 */
export class CealSignupSubmitEvent extends CustomEvent<null> {
  static readonly type = 'ceal-signup-submit';
  /** The promise of a page that sends itself. */
  response: Promise<unknown> | undefined;

  constructor(
    /** The entry that is about to be sent. */
    readonly entry: SignupEntry,
  ) {
    super(CealSignupSubmitEvent.type, { bubbles: true, composed: true, cancelable: true });
  }

  /**
   * The page sends the entry itself. A `Response` is read like an answer to the form's own request; any other value is
   * success, with the `reference` and `status` that it may hold; a rejection means that nobody knows.
   */
  respondWith(response: Promise<unknown>): void {
    this.preventDefault();
    this.response = response;
  }
}

/** The sign-up has been received. */
export class CealSignupSubmittedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-signup-submitted';

  constructor(
    /** The key under which it was sent. */
    readonly submissionId: string,
    /** The number that the visitor was given to keep. */
    readonly reference: string,
    /** True if there was no place left. */
    readonly waitingList: boolean,
  ) {
    super(CealSignupSubmittedEvent.type, { bubbles: true, composed: true });
  }
}

/** The form was sent, but is not filled in well: before it left, or as the receiver says. */
export class CealSignupInvalidEvent extends CustomEvent<null> {
  static readonly type = 'ceal-signup-invalid';

  constructor(
    /** The names of the fields, as in the entry: `email`, `answers.idea`. */
    readonly fields: readonly string[],
  ) {
    super(CealSignupInvalidEvent.type, { bubbles: true, composed: true });
  }
}

/** Sending did not succeed. */
export class CealSignupFailedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-signup-failed';

  constructor(
    readonly reason: SignupFailureReason,
    /** True if certainly nothing was stored. */
    readonly certain: boolean,
    /** The HTTP status, where there was an answer. */
    readonly status: number | undefined,
  ) {
    super(CealSignupFailedEvent.type, { bubbles: true, composed: true });
  }
}

/** The visitor has cleared the form. */
export class CealSignupErasedEvent extends CustomEvent<null> {
  static readonly type = 'ceal-signup-erased';

  constructor() {
    super(CealSignupErasedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'ceal-signup-submit': CealSignupSubmitEvent;
    'ceal-signup-submitted': CealSignupSubmittedEvent;
    'ceal-signup-invalid': CealSignupInvalidEvent;
    'ceal-signup-failed': CealSignupFailedEvent;
    'ceal-signup-erased': CealSignupErasedEvent;
  }
}
