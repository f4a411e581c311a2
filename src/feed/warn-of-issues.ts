/** The line in the console about the issues of a feed; loaded when there is one. */
import type { FeedDocument } from './document.js';
import { issuesOf } from './document-issues.js';
import { issueSummary } from './issue-words/summary.js';

const warned = new Set<string>();

/**
 * Tells the site's owner in the console how much of a feed is not shown as it was written: once, however often the feed
 * is refreshed. To be called whenever a widget has read all its sections: those of others that are still being read are
 * waited for.
 */
export function warnOfIssues(document: FeedDocument): void {
  if (!document.readers.every(({ complete }) => complete)) return;
  const line = `[ceal-widgets] ${document.base}: ${issueSummary(issuesOf(document))}`;
  if (warned.has(line)) return;
  warned.add(line);
  console.warn(line);
}
