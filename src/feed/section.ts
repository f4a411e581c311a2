import type { Fields, Schema } from './fields.js';
import type { Report } from './issues.js';

/** The sections that hold a list of entries with an id each. */
export type ListKey =
  | 'organisations'
  | 'pillars'
  | 'themes'
  | 'neighbourhoods'
  | 'parts'
  | 'editions'
  | 'sessions'
  | 'history'
  | 'enterprises'
  | 'signups'
  | 'documents';

/** The sections that hold one thing. */
export type ObjectKey = 'programme' | 'oasis';

/** What the schema of an entry cannot say, because it reaches beyond one field. */
export interface Rules<T> {
  /** Fields that name entries of other lists. What is not there is left out of the value, with an issue. */
  readonly references?: { readonly [field: string]: ListKey | undefined };
  /** Date fields; a date-time without offset in them is read as Amsterdam time, with an issue. */
  readonly dates?: readonly string[];
  /** Whether an entry is read but not shown. */
  hidden?(entry: T): boolean;
  /** Returns the entry, mended where it must be. */
  mend?(entry: T, report: Report): T;
}

/** The same, with every field name held to those of the entry. */
interface CheckedRules<T> extends Rules<T> {
  readonly references?: Readonly<Partial<Record<keyof T & string, ListKey>>>;
  readonly dates?: readonly (keyof T & string)[];
}

/** One list of the feed: its key, the schema of an entry, and the rules that reach beyond one field. */
export interface ListSection<T> {
  readonly kind: 'list';
  readonly key: ListKey;
  readonly schema: (fields: Fields) => Schema<T>;
  readonly rules: Rules<T>;
}

/** One object of the feed. */
export interface ObjectSection<T> {
  readonly kind: 'object';
  readonly key: ObjectKey;
  readonly schema: (fields: Fields) => Schema<T>;
  readonly rules: Rules<T>;
}

export type Section<T> = ListSection<T> | ObjectSection<T>;

export function listSection<T>(
  key: ListKey,
  schema: (fields: Fields) => Schema<T>,
  rules: CheckedRules<NoInfer<T>> = {},
): ListSection<T> {
  return { kind: 'list', key, schema, rules };
}

export function objectSection<T>(
  key: ObjectKey,
  schema: (fields: Fields) => Schema<T>,
  rules: CheckedRules<NoInfer<T>> = {},
): ObjectSection<T> {
  return { kind: 'object', key, schema, rules };
}

/** The type of what a section holds: an entry of its list, or its object. */
export type SectionEntry<S> = S extends Section<infer T> ? T : never;
