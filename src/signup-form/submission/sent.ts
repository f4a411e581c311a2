import type { SubmissionContext } from './locales/index.js';

/** An entry on its way. */
export interface Sent {
  readonly key: string;
  /** True if an earlier try under the same key may have been stored. */
  readonly wasUncertain: boolean;
  /** With the values that were sent. */
  readonly context: SubmissionContext;
}
