import type { FeedDocument } from './document.js';

const told = new WeakSet<FeedDocument>();

/**
 * Tells the site's owner in the console, once for each document, how much of it is not shown as it was written. To be
 * called when a widget has read all its sections; those of others that are still being read are waited for.
 */
export function warnOfIssues(document: FeedDocument): void {
  if (told.has(document) || document.issues.length === 0) return;
  void import('./issue-words/summary.js')
    .catch(() => undefined)
    .then((words) => {
      if (told.has(document) || !document.complete) return;
      told.add(document);
      const { issues, base } = document;
      console.warn(`[ceal-widgets] ${base}: ${words?.issueSummary(issues) ?? issues.length}`);
    });
}
