/** Reading a feed in Node: for checks, conversions and servers. The package's `ceal-widgets/feed-reader`. */
export { parseFeed, SECTIONS, type Feed, type ParsedFeed, type ParseOptions } from './parse-feed.js';
export { issueMessage } from './issue-words/issue-message.js';
export { issueKind, ISSUE_KINDS, type IssueKind } from './issue-kind.js';
export { failureMessage } from './failure-words/failure-message.js';
export type { FeedIssue, IssueCode } from './issues.js';
export type { RefusalReason } from './document.js';
export type { FailureReason } from './source.js';
