import type { Failure, FailureReason } from '../source.js';

/** Keys of the messages to a site's owner: why a feed could not be loaded, or whether it is valid. */
export type DiagnosticKey = FailureReason | 'no-feed' | 'valid' | 'invalid';

/** A message with the details that are known: the browser's own and the HTTP status. */
export const formatDiagnostic = (words: string, { status, detail }: Omit<Failure, 'reason'>): string =>
  `${words}${detail ? ` (${detail})` : ''}${status ? ` (HTTP ${status})` : ''}`;
