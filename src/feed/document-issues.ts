import type { FeedDocument } from './document.js';
import type { FeedIssue } from './issues.js';

/** The issues of what anybody has read of a document so far. */
export const issuesOf = ({ headIssues, readers }: FeedDocument): readonly FeedIssue[] => [
  ...headIssues,
  ...readers.flatMap(({ issues }) => issues),
];
