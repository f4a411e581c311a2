/** Codes of what can be wrong with a feed. Their words are in `issue-words/`, so that widgets need not load them. */
export type IssueCode =
  | 'missing'
  | 'wrong-type'
  | 'bad-id'
  | 'bad-language'
  | 'bad-address'
  | 'bad-date'
  | 'bad-text'
  | 'date-without-offset'
  | 'end-before-start'
  | 'unknown-value'
  | 'too-many'
  | 'too-long'
  | 'out-of-range'
  | 'duplicate-id'
  | 'dangling-reference'
  | 'read-as'
  | 'list-as-object'
  | 'markup'
  | 'mojibake'
  | 'whole-day'
  | 'item-dropped'
  | 'unreadable'
  | 'scheme-added'
  | 'not-utf8'
  | 'mark-in-key'
  | 'unknown-key'
  | AdviceCode;

/** Codes of what is read as it stands, but hardly meant so. */
export type AdviceCode =
  | 'extra-key'
  | 'no-edition'
  | 'outside-edition'
  | 'far-end'
  | 'signup-over'
  | 'no-status'
  | 'no-alt'
  | 'no-translation'
  | 'no-options'
  | 'no-retention';

/** One finding about a feed: where (JSON Pointer, RFC 6901), what, and the figures that belong to it. */
export interface FeedIssue {
  readonly pointer: string;
  readonly code: IssueCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Reports an issue; `path` begins at the value that is being read. Default of `params`: none. */
export type IssueReporter = (
  code: IssueCode,
  path: readonly PropertyKey[],
  params?: FeedIssue['params'],
) => void;

/** Makes a reporter that adds to a list; `start` is the path of the value that is being read. */
export const reporterTo =
  (issues: FeedIssue[], start: readonly PropertyKey[] = []): IssueReporter =>
  (code, path, params = {}) => {
    issues.push({ pointer: pointer([...start, ...path]), code, params });
  };

/** A JSON Pointer for a path (RFC 6901 §3: `~` and `/` are escaped). */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
