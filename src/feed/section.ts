import type { Fields, Schema } from './fields.js';
import type { IssueReporter } from './issues.js';

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

/** The sections that hold one object. */
export type ObjectKey = 'programme' | 'oasis';

/** Rules that the schema of an entry cannot state, because they reach beyond one field. */
export interface Rules<T> {
  /** Fields that name entries of other lists. An id that is not there is left out of the value, with an issue. */
  readonly references?: { readonly [field: string]: ListKey | undefined };
  /** Date fields; a date-time without offset in them is read as Amsterdam time, with an issue. */
  readonly dates?: readonly string[];
  /** True if an entry is read, and keeps its id, but is not shown. Default: false. */
  hidden?(entry: T): boolean;
  /** Returns the entry, repaired if necessary; reports every repair. */
  repair?(entry: T, report: IssueReporter): T;
}

/** Rules whose field names are checked against those of the entry. */
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

/** The type of an entry of a list section, or of the object of an object section. */
export type SectionEntry<S> = S extends Section<infer T> ? T : never;
