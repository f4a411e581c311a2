import type { FeedIssue, IssueCode } from './issues.js';

/**
 * Kinds of issues, the worst first: something is not shown, a value of it is left out, a value is shown as another than
 * was written, or all is shown as it was written and may yet be wrong.
 */
export const ISSUE_KINDS = ['dropped', 'left-out', 'read-as', 'advice'] as const;
export type IssueKind = (typeof ISSUE_KINDS)[number];

const KINDS: Readonly<Record<IssueCode, IssueKind>> = {
  'item-dropped': 'dropped',
  unreadable: 'dropped',
  'duplicate-id': 'dropped',
  'too-many': 'dropped',
  missing: 'left-out',
  'wrong-type': 'left-out',
  'bad-id': 'left-out',
  'bad-language': 'left-out',
  'bad-address': 'left-out',
  'bad-date': 'left-out',
  'bad-text': 'left-out',
  'day-first': 'left-out',
  'day-number': 'left-out',
  'unix-time': 'left-out',
  'end-before-start': 'left-out',
  'unknown-value': 'left-out',
  'out-of-range': 'left-out',
  'dangling-reference': 'left-out',
  'unknown-key': 'left-out',
  'date-without-offset': 'advice',
  'too-long': 'read-as',
  'read-as': 'read-as',
  'list-as-object': 'read-as',
  markup: 'read-as',
  'whole-day': 'read-as',
  'scheme-added': 'read-as',
  'not-utf8': 'read-as',
  'mark-in-key': 'read-as',
  mojibake: 'advice',
  'other-offset': 'advice',
  'extra-key': 'advice',
  'no-edition': 'advice',
  'outside-edition': 'advice',
  'far-end': 'advice',
  'signup-over': 'advice',
  'no-status': 'advice',
  'no-alt': 'advice',
  'no-translation': 'advice',
  'no-options': 'advice',
  'no-retention': 'advice',
};

/** @returns what an issue means for the page. A code of a later version is advice. */
export const issueKind = (code: IssueCode): IssueKind => KINDS[code] ?? 'advice';

/** The issues of each kind, in their order. */
export function byKind(issues: readonly FeedIssue[]): Readonly<Record<IssueKind, readonly FeedIssue[]>> {
  const groups: Record<IssueKind, FeedIssue[]> = { dropped: [], 'left-out': [], 'read-as': [], advice: [] };
  for (const issue of issues) groups[issueKind(issue.code)].push(issue);
  return groups;
}
