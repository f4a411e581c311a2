/** The line about the issues of a feed in the console, in English as all of them; loaded when there is one. */
import { LIMITS } from '../fields.js';
import { byKind } from '../issue-kind.js';
import type { FeedIssue } from '../issues.js';

/** @returns how many issues of each kind there are, and how to see them. */
export function issueSummary(issues: readonly FeedIssue[]): string {
  const { dropped, 'left-out': leftOut, 'read-as': readAs, advice } = byKind(issues);
  const counts = [
    counted(dropped.length, 'entry is not shown', 'entries are not shown'),
    counted(leftOut.length, 'value cannot be read', 'values cannot be read'),
    counted(readAs.length, 'value is shown as another', 'values are shown as others'),
    counted(advice.length, 'remark', 'remarks'),
  ].filter(Boolean);
  // More of what was read as it was meant is not kept.
  const atLeast = issues.length > LIMITS.issues ? 'at least ' : '';
  return `${atLeast}${counts.join(', ')}. To see which, and what to write, put the attribute "debug" on a widget.`;
}

const counted = (count: number, one: string, other: string) =>
  count > 0 && `${count} ${count === 1 ? one : other}`;
