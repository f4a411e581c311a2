import { parseDate } from '../dates/edtf.js';
import { LIMITS, type Fields } from './fields.js';
import { pointer, type FeedIssue, type Report } from './issues.js';
import { readEntry } from './entry.js';
import type { ListKey, ListSection, ObjectSection, Rules } from './section.js';

/** What a reading may ask of the document around it. */
export interface Surroundings {
  readonly fields: Fields;
  /** The ids that another list has. */
  idsOf(key: ListKey): ReadonlySet<string>;
}

/** A section on its way from what the feed says to typed values. */
export interface Reading {
  /** What is wrong with what has been read so far. */
  readonly issues: readonly FeedIssue[];
  /** Whether everything has been read. */
  readonly complete: boolean;
  /** Reads at most `count` entries further; what is one thing is read whole. */
  readSome(count: number): this;
}

/**
 * A list section that is read bit by bit: checking is the dearest step on a phone, so the entries that are shown first
 * are checked first and the rest when there is time. Each entry stands or falls alone.
 */
export class ListReading<T> implements Reading {
  readonly #section: ListSection<T>;
  readonly #surroundings: Surroundings;
  readonly #raw: readonly unknown[];
  readonly #issues: FeedIssue[] = [];
  readonly #values: T[] = [];
  readonly #seen = new Set<string>();
  #schema: ReturnType<ListSection<T>['schema']> | undefined;
  #next = 0;

  constructor(section: ListSection<T>, raw: unknown, surroundings: Surroundings) {
    this.#section = section;
    this.#surroundings = surroundings;
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

  /** Whether every entry has been read. */
  get complete(): boolean {
    return this.#next >= this.#raw.length;
  }

  /** How many entries the feed holds, fitting or not. */
  get size(): number {
    return this.#raw.length;
  }

  /** Reads on until `wanted` entries are there or nothing is left. */
  readUntil(wanted: number): this {
    while (!this.complete && this.#values.length < wanted) this.#readNext();
    return this;
  }

  /** Reads at most `count` entries further. */
  readSome(count: number): this {
    for (let read = 0; read < count && !this.complete; read++) this.#readNext();
    return this;
  }

  #readNext(): void {
    const index = this.#next++;
    const report = this.#reporter([index]);
    if (this.#issues.length > LIMITS.issues) {
      // Somebody wants a page to stand still.
      this.#next = this.#raw.length;
      return report('unreadable', []);
    }
    this.#schema ??= this.#section.schema(this.#surroundings.fields);
    const value = attempt(() => readEntry(this.#schema!, this.#raw[index], report), report);
    if (value === undefined) return;
    const id = (value as { id?: string }).id;
    if (id !== undefined && this.#seen.has(id)) return report('duplicate-id', ['id'], { id });
    if (id !== undefined) this.#seen.add(id);
    const ruled = applyRules(value, this.#section.rules, this.#surroundings, report);
    if (!this.#section.rules.hidden?.(ruled)) this.#values.push(Object.freeze(ruled));
  }

  #reporter(path: readonly PropertyKey[]): Report {
    return (code, rest, params = {}) => {
      this.#issues.push({ pointer: pointer([this.#section.key, ...path, ...rest]), code, params });
    };
  }
}

/** A section that is one object, read when it is first asked for. */
export class ObjectReading<T> implements Reading {
  readonly issues: FeedIssue[] = [];
  complete: boolean;
  #value: T | undefined;
  readonly #read: () => T | undefined;

  constructor(section: ObjectSection<T>, raw: unknown, surroundings: Surroundings) {
    this.complete = raw === undefined;
    const report: Report = (code, rest, params = {}) => {
      this.issues.push({ pointer: pointer([section.key, ...rest]), code, params });
    };
    this.#read = () => {
      const value = attempt(() => readEntry(section.schema(surroundings.fields), raw, report), report);
      return value && Object.freeze(applyRules(value, section.rules, surroundings, report));
    };
  }

  get value(): T | undefined {
    return this.readSome().#value;
  }

  readSome(): this {
    if (this.complete) return this;
    this.complete = true;
    this.#value = this.#read();
    return this;
  }
}

function applyRules<T>(value: T, rules: Rules<T>, surroundings: Surroundings, report: Report): T {
  const copy = value as Record<string, unknown>;
  for (const [field, key] of Object.entries(rules.references ?? {})) {
    if (!key) continue;
    const ids = surroundings.idsOf(key);
    const held = copy[field];
    const isKnown = (id: unknown) => {
      const known = typeof id === 'string' && ids.has(id) && !(field === 'successorId' && id === copy['id']);
      // By the field: places in its list have moved where an entry did not fit.
      if (!known) report('dangling-reference', [field], { value: String(id), list: key });
      return known;
    };
    if (Array.isArray(held)) copy[field] = [...new Set(held)].filter(isKnown);
    else if (held !== undefined && !isKnown(held)) delete copy[field];
  }
  for (const field of rules.dates ?? []) {
    const date = copy[field];
    const parsed = typeof date === 'string' ? parseDate(date) : undefined;
    if (parsed?.precision === 'moment' && !parsed.hasOffset)
      report('date-without-offset', [field], { value: String(date) });
  }
  return rules.mend?.(value, report) ?? value;
}

/** The first entries of a list; `undefined` for what is none, or does not let itself be read. */
export function entriesOf(raw: unknown, most: number): readonly unknown[] | undefined {
  try {
    return Array.isArray(raw) ? raw.slice(0, most) : undefined;
  } catch {
    return undefined;
  }
}

/** `data` may be any object of the page, getters that throw included. */
function attempt<T>(read: () => T | undefined, report: Report): T | undefined {
  try {
    return read();
  } catch {
    report('unreadable', []);
    return undefined;
  }
}
