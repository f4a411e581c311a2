import type { Failure, FailureReason } from '../source.js';

/** What there is to tell whoever keeps a site: why a feed did not come, or how it fits. */
export type OwnerTerm = FailureReason | 'no-feed' | 'fits' | 'misfits';

/** Words about a failure, with what more is known of it. */
export const withDetails = (words: string, { status, detail }: Omit<Failure, 'reason'>): string =>
  `${words}${detail ? ` (${detail})` : ''}${status ? ` (HTTP ${status})` : ''}`;
