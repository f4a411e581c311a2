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
  | 'day-number'
  | 'unix-time'
  | 'day-first'
  | 'whole-day'
  | 'other-offset'
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
  | 'item-dropped'
  | 'unreadable'
  | 'scheme-added'
  | 'not-utf8'
  | 'mark-in-key'
  | 'unknown-key'
  | AdviceCode;

/** Kinds of values that belong at the place of a `wrong-type`, where `withExpected` has added which. */
export type Expected = 'text' | 'count' | 'number' | 'flag' | 'list' | 'object';

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

/**
 * Codes that a schema reports. `unsure`: the value is valid, but may mean something else than it says, such as a text
 * with markup. It asks for a second reading and is no issue by itself.
 */
export type ReportCode = IssueCode | 'unsure';

/** One finding about a feed: where (JSON Pointer, RFC 6901), what, and the figures that belong to it. */
export interface FeedIssue {
  readonly pointer: string;
  readonly code: IssueCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Reports what is wrong; `path` begins at the value that is being read. Default of `params`: none. */
export type Reporter<C> = (code: C, path: readonly PropertyKey[], params?: FeedIssue['params']) => void;

/** Reports an issue. */
export type IssueReporter = Reporter<IssueCode>;

/** What a schema reported, with the place at which it was. */
export interface Report extends Omit<FeedIssue, 'code'> {
  readonly code: ReportCode;
}

/** Makes a reporter that adds to a list; `start` is the path of the value that is being read. */
export const reporterTo =
  <C extends ReportCode>(
    issues: (Omit<FeedIssue, 'code'> & { readonly code: C })[],
    start: readonly PropertyKey[] = [],
  ): Reporter<C> =>
  (code, path, params = {}) => {
    issues.push({ pointer: pointer([...start, ...path]), code, params });
  };

/** Codes of what a second reading cannot mend: the value stands as it is read, or is what it cannot be. */
const FINAL_CODES: ReadonlySet<ReportCode> = new Set([
  'date-without-offset',
  'other-offset',
  'end-before-start',
  'too-long',
  'duplicate-id',
]);

/** True if a second reading may bring more of a value than the first, which reported this. */
export const needsSecondReading = (reports: readonly Report[]): boolean =>
  reports.some(({ code }) => !FINAL_CODES.has(code));

/** Codes of what is read as it was meant: any number of them may stand in a feed that a system has written. */
const MEANT_CODES: ReadonlySet<IssueCode> = new Set([
  'read-as',
  'markup',
  'scheme-added',
  'whole-day',
  'date-without-offset',
]);

/** True for an issue of something that is read as it was meant. */
export const isMeant = ({ code }: FeedIssue): boolean => MEANT_CODES.has(code);

/** The reports that are issues. */
export const issuesAmong = (reports: readonly Report[]): FeedIssue[] =>
  reports.filter((report): report is FeedIssue => report.code !== 'unsure');

/** A JSON Pointer for a path (RFC 6901 §3: `~` and `/` are escaped). */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
