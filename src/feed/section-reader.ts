import { parseDate, sortKey } from '../dates/edtf.js';
import { attempt } from './attempt.js';
import { LIMITS, type Fields, type Schema } from './fields.js';
import {
  isMeant,
  issuesAmong,
  needsSecondReading,
  reporterTo,
  type FeedIssue,
  type IssueReporter,
  type Report,
  type ReportCode,
  type Reporter,
} from './issues.js';
import type { MendedList, Mending } from './mending.js';
import { readValue } from './read-value.js';
import { isAbsent } from './record.js';
import type { ListKey, Rules, Section } from './section.js';

/** The parts of a document that reading one of its sections needs. */
export interface ReadContext {
  readonly fields: Fields;
  /** The second reading, of what does not fit the format; `undefined` where there is none, or it is not there yet. */
  readonly mending?: Mending | undefined;
  /** True if a second reading is still to come, and entries that do not fit wait for it. Default: false. */
  readonly isMendingExpected?: boolean;
  /** The ids of the entries of another list, invalid ones included. */
  idsOf(key: ListKey): ReadonlySet<string>;
}

/** Entries that were read, by their index, with what was found. */
type Fitting<T> = Map<number, { readonly value: T; readonly issues: readonly FeedIssue[] }>;

/** Entries that may be read whatever the clock says: few enough for a slow machine. */
export const ENTRIES_AT_ONCE = 50;
/** Entries that are read between two looks at the clock. */
const ENTRIES_PER_CHECK = 4;
/** Characters of a day, such as `2027-09-09`. */
const DAY_CHARACTERS = 10;
/** Midnight in Amsterdam or in Greenwich, or of no zone: systems write a whole day like that. */
const MIDNIGHT = /T(?:00:00|2[23]:00(?::00(?:\.0+)?)?(?:Z|.00:00))/;
/**
 * Amsterdam’s offset, that may be the one of the other half of the year. Most dates have that of their own month: the
 * clocks change in March and October.
 */
const MAY_BE_OTHER_HALF = /-(?:0[3-9]|10)-.+\+01:00$|-(?:0[1-3]|1\d)-.+\+02:00$/;

/**
 * Reader that turns a section of the feed, step by step, into typed values; an object section is read as a list of one
 * entry. Checking is the most expensive step on a phone, so the entries that are shown first are checked first and the
 * rest when there is time. An invalid entry never affects another. An entry that does not fit the format is read a
 * second time, as what it is meant to be; where that code is still to come, reading stops there.
 */
export class SectionReader<T> {
  readonly section: Section<T>;
  readonly #context: ReadContext;
  readonly #raw: readonly unknown[];
  /** The entries in a second reading, and their ids. */
  readonly #mended: MendedList | undefined;
  readonly #issues: FeedIssue[] = [];
  readonly #values: T[] = [];
  readonly #seen = new Set<string>();
  #schema: Schema<T> | undefined;
  #mendingSchema: Schema<T> | undefined;
  #nextIndex = 0;
  /** Number of issues, but those of what is read as it was meant. */
  #faultCount = 0;
  /** The list as a whole waits for a second reading. */
  #isListWaiting = false;
  /** The places in `values` before which an entry waits for a second reading. */
  readonly #gaps: number[] = [];
  /** What was read of the entries that fit, by index. */
  readonly #fitting: Fitting<T> = new Map();
  /** The same, of an earlier reader. */
  readonly #known: Fitting<T> | undefined;

  /** @param earlier A reader of the same section to go on from, which waits for a second reading. */
  constructor(section: Section<T>, raw: unknown, context: ReadContext, earlier?: SectionReader<T>) {
    this.section = section;
    this.#context = context;
    const isGiven = attempt(() => isAbsent(raw)) !== true;
    if (section.kind === 'object') {
      this.#raw = isGiven ? [raw] : [];
      return;
    }
    const report = reporterTo(this.#issues, [section.key]);
    this.#mended = context.mending?.list(raw);
    const entries = this.#mended?.entries ?? entriesOf(raw, LIMITS.items + 1);
    if (!entries && isGiven) {
      if (context.isMendingExpected) this.#isListWaiting = true;
      else report('wrong-type', []);
    }
    if (this.#mended?.code) report(this.#mended.code, [], { as: '[ … ]' });
    if (entries && entries.length > LIMITS.items) report('too-many', [], { max: LIMITS.items });
    this.#raw = entries?.slice(0, LIMITS.items) ?? [];
    if (earlier) this.#known = earlier.#fitting;
  }

  /** The entries of a list section read so far, in the feed's order. */
  get values(): readonly T[] {
    return this.#values;
  }

  /** The value of an object section, which is read when it is first asked for. */
  get value(): T | undefined {
    return this.readNext(1).#values[0];
  }

  /** The issues of what has been read so far. */
  get issues(): readonly FeedIssue[] {
    return this.#issues;
  }

  /** The places in `values` before which an entry is still to come, in order; the same place may come several times. */
  get gaps(): readonly number[] {
    return this.#gaps;
  }

  /** True if everything has been read. */
  get complete(): boolean {
    return !this.canRead && !this.isWaiting;
  }

  /** True if there is more to read now. */
  get canRead(): boolean {
    return this.#nextIndex < this.#raw.length;
  }

  /** True if something of what was read so far comes with the document's second reading only. */
  get isWaiting(): boolean {
    return this.#isListWaiting || this.#gaps.length > 0;
  }

  /** The number of entries in the feed, invalid and hidden ones included. */
  get size(): number {
    return this.#raw.length;
  }

  /** The number of entries that were read. */
  get readCount(): number {
    return this.#nextIndex;
  }

  /** Reads on until `count` entries are in `values` or still to come there, or none is left. */
  readAtLeast(count: number): this {
    while (this.canRead && this.#values.length + this.#gaps.length < count) this.#readEntry();
    return this;
  }

  /** Reads `atOnce` further entries, and others until a time as of `performance.now()`. */
  readUntil(deadline: number, atOnce = ENTRIES_AT_ONCE): this {
    this.readNext(atOnce);
    while (this.canRead && performance.now() < deadline) this.readNext(ENTRIES_PER_CHECK);
    return this;
  }

  /** Reads at most `count` further entries. */
  readNext(count: number): this {
    for (let read = 0; read < count && this.canRead; read++) this.#readEntry();
    return this;
  }

  #readEntry(): void {
    const index = this.#nextIndex++;
    const { schema, kind, key, rules } = this.section;
    const path = kind === 'list' ? [key, ...(this.#mended?.pathOf(index) ?? [index])] : [key];
    if (this.#faultCount > LIMITS.issues) {
      // A feed with so many issues is meant to freeze the page.
      this.#nextIndex = this.#raw.length;
      return reporterTo(this.#issues, path)('unreadable', []);
    }
    const known = this.#known?.get(index);
    if (known) return this.#add(known.value, known.issues);
    const { fields, mending, isMendingExpected } = this.#context;
    const raw = this.#raw[index];
    if (kind === 'list' && raw === null) return;
    const reports: Report[] = [];
    this.#schema ??= schema(fields);
    let value = this.#read(this.#schema, raw, reporterTo(reports, path));
    const isFitting = !needsSecondReading(reports);
    if (!isFitting && isMendingExpected) {
      this.#gaps.push(this.#values.length);
      return;
    }
    if (!isFitting && mending) {
      reports.length = 0;
      this.#mendingSchema ??= schema(mending.fields);
      const report = reporterTo(reports, path);
      const id = this.#mended?.ids[index];
      const meant = attempt(() => mending.withGivenIds(raw, id, rules.references, report)) ?? raw;
      value = this.#read(this.#mendingSchema, meant, report, id);
    }
    const issues = issuesAmong(reports);
    if (value !== undefined && isMendingExpected) this.#fitting.set(index, { value, issues });
    this.#add(value, issues);
  }

  #add(value: T | undefined, issues: readonly FeedIssue[]): void {
    for (const issue of issues) {
      const isFault = !isMeant(issue);
      if (isFault) this.#faultCount++;
      if (isFault || this.#issues.length <= LIMITS.issues) this.#issues.push(issue);
    }
    if (value === undefined) return;
    const { id } = value as { id?: string };
    if (id !== undefined) this.#seen.add(id);
    if (!this.section.rules.hidden?.(value)) this.#values.push(Object.freeze(value));
  }

  /**
   * Reads one entry with its rules; `undefined` for one that is left out. `givenId`: the id in a second reading, where no
   * two entries share one.
   */
  #read(schema: Schema<T>, raw: unknown, report: Reporter<ReportCode>, givenId?: string): T | undefined {
    const value = catchUnreadable(() => readValue(schema, raw, report), report);
    if (value === undefined) return undefined;
    const entry = value as { id?: string };
    const id = entry.id && (entry.id = givenId ?? entry.id);
    if (id !== undefined && this.#seen.has(id)) {
      report('duplicate-id', ['id'], { id });
      return undefined;
    }
    return applyRules(value, this.section.rules, this.#context, report);
  }
}

function applyRules<T>(entry: T, rules: Rules<T>, context: ReadContext, report: Reporter<ReportCode>): T {
  const values = entry as Record<string, unknown>;
  for (const [field, key] of Object.entries(rules.references ?? {})) {
    if (!key) continue;
    const ids = context.idsOf(key);
    const value = values[field];
    const isKnown = (id: unknown) => {
      const known =
        typeof id === 'string' && ids.has(id) && !(field === 'successorId' && id === values['id']);
      // At the field itself: indexes in its list have changed where an entry was invalid.
      if (!known) report('dangling-reference', [field], { value: String(id), list: key });
      return known;
    };
    if (Array.isArray(value)) values[field] = [...new Set(value)].filter(isKnown);
    else if (value !== undefined && !isKnown(value)) delete values[field];
  }
  const dates = rules.dates ?? [];
  for (const field of dates) {
    const date = values[field];
    const parsed = typeof date === 'string' ? parseDate(date) : undefined;
    if (parsed?.precision !== 'moment') continue;
    const { text: value, hasOffset } = parsed;
    // Midnight is how systems write a whole day; an evening may end at midnight.
    if (MIDNIGHT.test(value) && (field === dates[0] || String(values[dates[0]!]).length === DAY_CHARACTERS))
      report('unsure', [field]);
    if (!hasOffset) report('date-without-offset', [field], { value });
    if (!MAY_BE_OTHER_HALF.test(value)) continue;
    const [shown, meant] = [sortKey(parsed), value].map((text) => text.slice(11, 16)) as [string, string];
    if (shown !== meant) report('other-offset', [field], { value, shown, meant });
  }
  return rules.repair?.(entry, report) ?? entry;
}

/** The first `max` entries of a list; `undefined` for anything else, and for a list that throws when it is read. */
export const entriesOf = (raw: unknown, max: number): readonly unknown[] | undefined =>
  attempt(() => (Array.isArray(raw) ? raw.slice(0, max) : undefined));

/** Reads, and reports an error as an issue: `data` may be any object of the page, with getters that throw. */
function catchUnreadable<T>(read: () => T | undefined, report: IssueReporter): T | undefined {
  try {
    return read();
  } catch {
    report('unreadable', []);
    return undefined;
  }
}
