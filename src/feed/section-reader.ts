import { parseDate } from '../dates/edtf.js';
import { LIMITS, type Fields } from './fields.js';
import { pointer, type FeedIssue, type IssueReporter } from './issues.js';
import { readValue } from './read-value.js';
import type { ListKey, ListSection, ObjectSection, Rules } from './section.js';

/** The parts of a document that reading one of its sections needs. */
export interface ReadContext {
  readonly fields: Fields;
  /** The ids of the entries of another list, invalid ones included. */
  idsOf(key: ListKey): ReadonlySet<string>;
}

/** A reader that turns a section of the feed, step by step, into typed values. */
export interface SectionReader {
  /** The issues of what has been read so far. */
  readonly issues: readonly FeedIssue[];
  /** True if everything has been read. */
  readonly complete: boolean;
  /** Reads at most `count` further entries; an object is read whole. */
  readNext(count: number): this;
}

/**
 * Reader of a list section. Checking is the most expensive step on a phone, so the entries that are shown first are
 * checked first and the rest when there is time. An invalid entry never affects another.
 */
export class ListReader<T> implements SectionReader {
  readonly #section: ListSection<T>;
  readonly #context: ReadContext;
  readonly #raw: readonly unknown[];
  readonly #issues: FeedIssue[] = [];
  readonly #values: T[] = [];
  readonly #seen = new Set<string>();
  #schema: ReturnType<ListSection<T>['schema']> | undefined;
  #nextIndex = 0;

  constructor(section: ListSection<T>, raw: unknown, context: ReadContext) {
    this.#section = section;
    this.#context = context;
    const report = this.#reporter([]);
    const entries = entriesOf(raw, LIMITS.items + 1);
    if (!entries && raw !== undefined) report('wrong-type', []);
    if (entries && entries.length > LIMITS.items) report('too-many', [], { max: LIMITS.items });
    this.#raw = entries?.slice(0, LIMITS.items) ?? [];
  }

  /** The entries read so far, in the feed's order. */
  get values(): readonly T[] {
    return this.#values;
  }

  get issues(): readonly FeedIssue[] {
    return this.#issues;
  }

  /** True if every entry has been read. */
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
    const report = this.#reporter([index]);
    if (this.#issues.length > LIMITS.issues) {
      // A feed with so many issues is meant to freeze the page.
      this.#nextIndex = this.#raw.length;
      return report('unreadable', []);
    }
    this.#schema ??= this.#section.schema(this.#context.fields);
    const value = catchUnreadable(() => readValue(this.#schema!, this.#raw[index], report), report);
    if (value === undefined) return;
    const id = (value as { id?: string }).id;
    if (id !== undefined && this.#seen.has(id)) return report('duplicate-id', ['id'], { id });
    if (id !== undefined) this.#seen.add(id);
    const ruled = applyRules(value, this.#section.rules, this.#context, report);
    if (!this.#section.rules.hidden?.(ruled)) this.#values.push(Object.freeze(ruled));
  }

  #reporter(path: readonly PropertyKey[]): IssueReporter {
    return (code, rest, params = {}) => {
      this.#issues.push({ pointer: pointer([this.#section.key, ...path, ...rest]), code, params });
    };
  }
}

/** Reader of an object section, which is read when its value is first asked for. */
export class ObjectReader<T> implements SectionReader {
  readonly issues: FeedIssue[] = [];
  complete: boolean;
  #value: T | undefined;
  readonly #read: () => T | undefined;

  constructor(section: ObjectSection<T>, raw: unknown, context: ReadContext) {
    this.complete = raw === undefined;
    const report: IssueReporter = (code, rest, params = {}) => {
      this.issues.push({ pointer: pointer([section.key, ...rest]), code, params });
    };
    this.#read = () => {
      const value = catchUnreadable(() => readValue(section.schema(context.fields), raw, report), report);
      return value && Object.freeze(applyRules(value, section.rules, context, report));
    };
  }

  get value(): T | undefined {
    return this.readNext().#value;
  }

  readNext(): this {
    if (this.complete) return this;
    this.complete = true;
    this.#value = this.#read();
    return this;
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
    if (parsed?.precision === 'moment' && !parsed.hasOffset)
      report('date-without-offset', [field], { value: String(date) });
  }
  return rules.repair?.(entry, report) ?? entry;
}

/** The first `max` entries of a list; `undefined` for anything else, and for a list that throws when it is read. */
export function entriesOf(raw: unknown, max: number): readonly unknown[] | undefined {
  try {
    return Array.isArray(raw) ? raw.slice(0, max) : undefined;
  } catch {
    return undefined;
  }
}

/** Reads, and reports an error as an issue: `data` may be any object of the page, with getters that throw. */
function catchUnreadable<T>(read: () => T | undefined, report: IssueReporter): T | undefined {
  try {
    return read();
  } catch {
    report('unreadable', []);
    return undefined;
  }
}
