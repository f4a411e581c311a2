import type { Failure, FailureReason } from '../source.js';

/** Keys of the messages to a site's owner: why a feed could not be loaded, or whether it is valid. */
export type DiagnosticKey = FailureReason | 'no-feed' | 'valid' | 'invalid';

/** Details that stand after a message: the HTTP status, a number of issues or the code of a reason. */
export interface DiagnosticDetails {
  readonly status?: Failure['status'];
  readonly detail?: string | undefined;
}

/** A message with the details that are known. */
export const formatDiagnostic = (words: string, { status, detail }: DiagnosticDetails): string =>
  `${words}${detail ? ` (${detail})` : ''}${status ? ` (HTTP ${status})` : ''}`;
