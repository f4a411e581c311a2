/** The line in the console about the issues of a feed; loaded when there is one. */
import type { FeedDocument } from './document.js';
import { issuesOf } from './document-issues.js';
import { issueSummary } from './issue-words/summary.js';

const told = new WeakSet<FeedDocument>();

/**
 * Tells the site's owner in the console, once for each document, how much of it is not shown as it was written. To be
 * called whenever a widget has read all its sections: those of others that are still being read are waited for.
 */
export function warnOfIssues(document: FeedDocument): void {
  if (told.has(document) || !document.readers.every(({ complete }) => complete)) return;
  told.add(document);
  console.warn(`[ceal-widgets] ${document.base}: ${issueSummary(issuesOf(document))}`);
}
