import type { Text } from '../i18n/text.js';
import type { FeedDate } from '../dates/edtf.js';
import type { FeedIssue, ReportCode } from './issues.js';

declare const brand: unique symbol;

/** An absolute address with a scheme that is safe to link to, resolved against the feed's own address. */
export type SafeUrl = string & { readonly [brand]: 'url' };

/**
 * Limits of format version 1: bytes of a feed, items and issues of a section, characters of a value, languages of a
 * text.
 */
export const LIMITS = {
  bytes: 16 * 1024 * 1024,
  items: 10_000,
  title: 200,
  text: 5_000,
  url: 2_000,
  languages: 100,
  issues: 30_000,
} as const;

/**
 * Reports what is wrong with an input, which stands at `path` from where reading began (default: just there); `params`
 * are the figures that belong to it. Returns `undefined`, so that a schema can return the call in place of a value.
 */
export type InputReporter = (
  code: ReportCode,
  input: unknown,
  params?: FeedIssue['params'],
  path?: readonly PropertyKey[],
) => undefined;

/** A reader of a `T` from JSON that may hold anything. */
export interface Schema<out T> {
  /** Returns the value, repaired if necessary, or `undefined`; reports what is wrong. Never changes `input`. */
  (input: unknown, report: InputReporter): T | undefined;
  /** True if an object is valid without it. Default: false. */
  readonly isOptional?: boolean;
}

/** A schema of a field that may be absent. */
export interface OptionalSchema<out T> extends Schema<T> {
  readonly isOptional: true;
}

/** The schemas of an object's fields. */
export type Shape = Readonly<Record<string, Schema<unknown>>>;

/** The type of the values that a schema reads. */
export type ValueOf<S> = S extends Schema<infer T> ? T : never;

type OptionalKey<S> = { [K in keyof S]: S[K] extends OptionalSchema<unknown> ? K : never }[keyof S];
type Flat<T> = { [K in keyof T]: T[K] };

/** The type of an object with these fields. */
export type ObjectOf<S extends Shape> = Flat<
  { readonly [K in Exclude<keyof S, OptionalKey<S>>]: ValueOf<S[K]> } & {
    readonly [K in OptionalKey<S>]?: ValueOf<S[K]> | undefined;
  }
>;

/**
 * Makers of the field schemas that sections are built from. Widgets read a feed with those of `reading-fields.ts`,
 * which need no library; those of `format/describing-fields.ts` do the same with zod, and describe the sections to
 * people and editors.
 */
export interface Fields {
  id(): Schema<string>;
  /** A BCP 47 language tag. */
  language(): Schema<string>;
  /** Plain text of at most `LIMITS.title` characters; what is longer is cut, with an issue. */
  title(): Schema<Text>;
  /** Plain text of at most `LIMITS.text` characters; what is longer is cut, with an issue. */
  text(): Schema<Text>;
  /** An address that is safe to link to, made absolute. */
  url(): Schema<SafeUrl>;
  /** A date as precise as its source, in the forms of `dates/edtf.ts`. */
  date(): Schema<FeedDate>;
  /** A whole number between two bounds, both included. */
  count(min: number, max: number): Schema<number>;
  /** A number between two bounds, both included. */
  number(min: number, max: number): Schema<number>;
  flag(): Schema<boolean>;
  /**
   * One of `values`; anything else becomes `unknown`, with an issue. Absent is `fallback` without one. Default of
   * `unknown`: the fallback.
   */
  oneOf<const V extends readonly string[]>(
    values: V,
    fallback: V[number],
    unknown?: V[number],
  ): Schema<V[number]>;
  /** A field that may be absent, as `isAbsent` has it. An invalid value is left out, with an issue. */
  optional<T>(inner: Schema<T>): OptionalSchema<T>;
  /**
   * A field for which an invalid value becomes `value`, with an issue: for what must not fall to the side where a visitor
   * would read something untrue.
   */
  onInvalid<T>(inner: Schema<T>, value: T): Schema<T>;
  /** A field that is `fallback` where it is absent or, with an issue, invalid. */
  withDefault<T>(inner: Schema<T>, fallback: T): Schema<T>;
  /**
   * At most `max` entries; absent is none. Invalid entries are left out, and of entries with the same `id` all but the
   * first.
   */
  list<T>(entry: Schema<T>, max: number): Schema<readonly T[]>;
  /** An object with these fields; others are ignored. It is valid if every field is that may not be absent. */
  object<S extends Shape>(shape: S): Schema<ObjectOf<S>>;
}

const SAFE_SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** A base for addresses that have none: what is relative leads nowhere. */
export const NOWHERE = 'https://invalid.invalid/';

/**
 * The absolute form of an address, or `undefined` when following it could do harm: only `https:`, `http:`, `mailto:`
 * and `tel:`, and no user name or password inside. The parsed scheme decides, not how the text looks.
 */
export function safeUrl(address: string, base: string): SafeUrl | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (!url || !SAFE_SCHEMES.has(url.protocol) || url.username || url.password) return undefined;
  return url.href as SafeUrl;
}
