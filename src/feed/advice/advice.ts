/** Advice on what is read as it stands, but hardly meant so; for the debug panel and for Node. */
import { flatMap } from '../../lists.js';
import { isBefore, parseDate, yearOf, type FeedDate } from '../../dates/edtf.js';
import { attempt } from '../attempt.js';
import type { FeedDocument } from '../document.js';
import { issueKind } from '../issue-kind.js';
import { reporterTo, type FeedIssue, type IssueReporter } from '../issues.js';
import { keyIn } from '../former-names.js';
import { isRecord } from '../record.js';
import type { Section } from '../section.js';
import type { Edition } from '../sections/editions.js';
import type { Session } from '../sections/sessions.js';
import type { Signup } from '../sections/signups.js';
import { checkKeys } from './keys.js';
import { feedPlaces } from './places.js';

/** The longest time that an edition may take without a question, in years. */
const MAX_EDITION_YEARS = 10;

export interface AdviceOptions {
  /** The issues of reading: a key that they name is not reported again. Default: none. */
  readonly issues?: readonly FeedIssue[];
  /** The present, in milliseconds since 1970: with it also what is over is found. Default: none. */
  readonly now?: number | undefined;
}

/** Finds keys that the format does not know, and advice, in the sections that were read. Never throws. */
export function findAdvice(
  document: FeedDocument,
  sections: readonly Section<unknown>[],
  { issues: known = [], now }: AdviceOptions = {},
): readonly FeedIssue[] {
  const knownAt = new Set(known.map(({ pointer }) => pointer));
  const readAt = new Set(known.filter(({ code }) => code === 'read-as').map(({ pointer }) => pointer));
  // A text that was read as another holds its key by now.
  const isKnown = (pointer: string) => knownAt.has(pointer) || readAt.has(pointer.replace(/\/[^/]*$/, ''));
  const issues = checkKeys(document.raw, feedPlaces(sections)).filter(({ pointer }) => !isKnown(pointer));
  attempt(() => adviseOnProgramme(new Entries(document, sections), reporterTo(issues), now));
  return issues;
}

/** Splits what `findAdvice` found: keys that are passed over belong to what is left out. */
export const isLeftOut = ({ code }: FeedIssue): boolean => issueKind(code) === 'left-out';

/** True for what is not there, or left empty. */
const isMissing = (value: unknown) => value === undefined || value === null || value === '';

/** The entries of the sections that were read, and their places in the feed. */
class Entries {
  readonly #document: FeedDocument;
  readonly #sections: readonly Section<unknown>[];
  readonly #written = new Map<string, ReadonlyMap<unknown, Written>>();

  constructor(document: FeedDocument, sections: readonly Section<unknown>[]) {
    this.#document = document;
    this.#sections = sections;
  }

  /** The entries of a list; none where it is not read here. The caller names their type, which goes with the key. */
  of<T extends { readonly id: string }>(key: 'editions' | 'sessions' | 'signups'): readonly T[] {
    const section = this.#sections.filter((one) => one.key === key)[0];
    return section ? (this.#document.reader(section).values as readonly T[]) : [];
  }

  /** The entry as it was written, and its path. */
  written(key: string, id: string): Written {
    let byId = this.#written.get(key);
    if (!byId) this.#written.set(key, (byId = writtenById(key, this.#document.raw[key])));
    return byId.get(id) ?? { path: [key], raw: {} };
  }
}

/** An entry as it was written, and its path. */
interface Written {
  readonly path: readonly PropertyKey[];
  readonly raw: Readonly<Record<string, unknown>>;
}

/** The entries of a list by the ids that are written there, of several with one the first: for all of them in one go. */
function writtenById(key: string, list: unknown): ReadonlyMap<unknown, Written> {
  const byId = new Map<unknown, Written>();
  for (const [index, raw] of isRecord(list) || Array.isArray(list) ? Object.entries(list) : [])
    if (isRecord(raw) && !byId.has(raw['id'])) byId.set(raw['id'], { path: [key, index], raw });
  return byId;
}

function adviseOnProgramme(entries: Entries, report: IssueReporter, now: number | undefined): void {
  const editions = entries.of<Edition>('editions');
  const signups = entries.of<Signup>('signups');
  const withSignup = new Set(flatMap(signups, (signup) => signup.editions));
  for (const edition of editions) adviseOnEdition(edition, withSignup.has(edition.id), entries, report, now);
  for (const session of entries.of<Session>('sessions')) adviseOnSession(session, editions, entries, report);
  for (const signup of signups) adviseOnSignup(signup, entries, report);
}

function adviseOnEdition(
  edition: Edition,
  hasSignup: boolean,
  entries: Entries,
  report: IssueReporter,
  now: number | undefined,
): void {
  const { path, raw } = entries.written('editions', edition.id);
  const [start, end] = [yearsOf(edition.start)[0], yearsOf(edition.end)[1]];
  if (start !== undefined && end !== undefined && end - start > MAX_EDITION_YEARS)
    report('far-end', [...path, 'end'], { years: MAX_EDITION_YEARS });
  if (hasSignup && isMissing(raw['status'])) report('no-status', path);
  const until = edition.signupUntil;
  // One without a status is open, as the form has it.
  const isOpen = ['open', 'planned', 'unknown'].includes(edition.status);
  if (now !== undefined && until && isOpen && isPast(until, now))
    report('signup-over', [...path, 'signupUntil'], { value: until });
}

/** The first and the last year of a date; none for none, and for a day of every year. */
function yearsOf(date: FeedDate | undefined): readonly [number?, number?] {
  const value = date && parseDate(date);
  if (!value) return [];
  return value.precision === 'range'
    ? [value.from ? yearOf(value.from) : undefined, value.to ? yearOf(value.to) : undefined]
    : [yearOf(value), yearOf(value)];
}

function isPast(date: FeedDate, now: number): boolean {
  const [value, today] = [parseDate(date), parseDate(new Date(now).toISOString().slice(0, 10))];
  return value !== undefined && today !== undefined && isBefore(value, today);
}

function adviseOnSession(
  session: Session,
  editions: readonly Edition[],
  entries: Entries,
  report: IssueReporter,
): void {
  if (session.edition === undefined) {
    const { path, raw } = entries.written('sessions', session.id);
    if (editions.length > 0 && isMissing(raw['edition'])) report('no-edition', path);
    return;
  }
  const edition = editions.filter(({ id }) => id === session.edition)[0];
  const at = session.start && parseDate(session.start);
  const start = edition?.start && parseDate(edition.start);
  const end = edition?.end && parseDate(edition.end);
  if (!at || !start || !end || (!isBefore(at, start) && !isBefore(end, at))) return;
  report('outside-edition', [...entries.written('sessions', session.id).path, 'start'], {
    edition: session.edition,
    start: edition.start,
    end: edition.end,
  });
}

function adviseOnSignup(signup: Signup, entries: Entries, report: IssueReporter): void {
  const { path, raw } = entries.written('signups', signup.id);
  if (isMissing(raw[keyIn(raw, 'retentionMonths')])) report('no-retention', path);
  signup.questions.forEach(({ kind, options }, index) => {
    if ((kind === 'choice' || kind === 'choices') && options.length === 0)
      report('no-options', [...path, 'questions', index, 'options']);
  });
}
