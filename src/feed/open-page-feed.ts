import type { FeedIssue } from './issues.js';
import { openFeed, type OpenResult, type ReadingOptions } from './document.js';

const OPTIONS: ReadingOptions = {
  loadMending: () => import('./mending/make-mending.js').then(({ makeMending }) => makeMending),
};

/**
 * Opens a feed on a page, which loads the code of the second reading only for a feed that needs it. `found`: the issues of
 * its bytes.
 */
export const openPageFeed = (feed: unknown, base: string, found: readonly FeedIssue[] = []): OpenResult =>
  openFeed(feed, base, { ...OPTIONS, found });
