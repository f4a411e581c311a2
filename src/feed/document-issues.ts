import { flatMap } from '../lists.js';
import type { FeedDocument } from './document.js';
import type { FeedIssue } from './issues.js';

/** The issues of what anybody has read of a document so far. */
export const issuesOf = ({ headIssues, readers }: FeedDocument): readonly FeedIssue[] => [
  ...headIssues,
  ...flatMap(readers, ({ issues }) => issues),
];
