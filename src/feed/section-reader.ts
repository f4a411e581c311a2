import { parseDate, sortKey } from '../dates/edtf.js';
import { attempt } from './attempt.js';
import { LIMITS, type Fields, type Schema } from './fields.js';
import { reporterTo, type FeedIssue, type IssueReporter } from './issues.js';
import { readValue } from './read-value.js';
import type { ListKey, Rules, Section } from './section.js';

/** The parts of a document that reading one of its sections needs. */
export interface ReadContext {
  readonly fields: Fields;
  /** The ids of the entries of another list, invalid ones included. */
  idsOf(key: ListKey): ReadonlySet<string>;
}

/**
 * Reader that turns a section of the feed, step by step, into typed values; an object section is read as a list of one
 * entry. Checking is the most expensive step on a phone, so the entries that are shown first are checked first and the
 * rest when there is time. An invalid entry never affects another.
 */
export class SectionReader<T> {
  readonly #section: Section<T>;
  readonly #context: ReadContext;
  readonly #raw: readonly unknown[];
  readonly #issues: FeedIssue[] = [];
  readonly #values: T[] = [];
  readonly #seen = new Set<string>();
  #schema: Schema<T> | undefined;
  #nextIndex = 0;

  constructor(section: Section<T>, raw: unknown, context: ReadContext) {
    this.#section = section;
    this.#context = context;
    const isGiven = raw !== undefined;
    if (section.kind === 'object') {
      this.#raw = isGiven ? [raw] : [];
      return;
    }
    const report = reporterTo(this.#issues, [section.key]);
    const entries = entriesOf(raw, LIMITS.items + 1);
    if (!entries && isGiven) report('wrong-type', []);
    if (entries && entries.length > LIMITS.items) report('too-many', [], { max: LIMITS.items });
    this.#raw = entries?.slice(0, LIMITS.items) ?? [];
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

  /** True if everything has been read. */
  get complete(): boolean {
    return this.#nextIndex >= this.#raw.length;
  }

  /** The number of entries in the feed, invalid and hidden ones included. */
  get size(): number {
    return this.#raw.length;
  }

  /** Reads on until `count` entries are in `values` or none is left. */
  readAtLeast(count: number): this {
    while (!this.complete && this.#values.length < count) this.#readEntry();
    return this;
  }

  /** Reads at most `count` further entries. */
  readNext(count: number): this {
    for (let read = 0; read < count && !this.complete; read++) this.#readEntry();
    return this;
  }

  #readEntry(): void {
    const index = this.#nextIndex++;
    const { schema, rules, kind, key } = this.#section;
    const report = reporterTo(this.#issues, kind === 'list' ? [key, index] : [key]);
    if (this.#issues.length > LIMITS.issues) {
      // A feed with so many issues is meant to freeze the page.
      this.#nextIndex = this.#raw.length;
      return report('unreadable', []);
    }
    this.#schema ??= schema(this.#context.fields);
    const value = catchUnreadable(() => readValue(this.#schema!, this.#raw[index], report), report);
    if (value === undefined) return;
    const { id } = value as { id?: string };
    if (id !== undefined && this.#seen.has(id)) return report('duplicate-id', ['id'], { id });
    if (id !== undefined) this.#seen.add(id);
    const ruled = applyRules(value, rules, this.#context, report);
    if (!rules.hidden?.(ruled)) this.#values.push(Object.freeze(ruled));
  }
}

function applyRules<T>(entry: T, rules: Rules<T>, context: ReadContext, report: IssueReporter): T {
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
  for (const field of rules.dates ?? []) {
    const date = values[field];
    const parsed = typeof date === 'string' ? parseDate(date) : undefined;
    if (parsed?.precision !== 'moment') continue;
    const { text: value, hasOffset } = parsed;
    if (!hasOffset) report('date-without-offset', [field], { value });
    const [shown, meant] = [sortKey(parsed), value].map((text) => text.slice(11, 16)) as [string, string];
    // Amsterdam’s offset, but that of the other half of the year.
    if (/\+0[12]:00$/.test(value) && shown !== meant)
      report('other-offset', [field], { value, shown, meant });
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
