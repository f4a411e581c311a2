import type { Text } from '../i18n/text.js';
import type { FeedDate } from '../dates/edtf.js';
import type { FeedIssue, IssueCode } from './issues.js';

declare const brand: unique symbol;

/** An absolute address with a scheme that is safe to link to, resolved against the feed's own address. */
export type SafeUrl = string & { readonly [brand]: 'url' };

/** Limits of format version 1. */
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
 * Takes what is wrong with an input, which stands at `path` from where reading began; `params` are the figures that
 * belong to it. Returns `undefined`, so that a schema can say it in place of a value.
 */
export type Tell = (
  code: IssueCode,
  input: unknown,
  params?: FeedIssue['params'],
  path?: readonly PropertyKey[],
) => undefined;

/** Reads a `T` out of what a feed holds. */
export interface Schema<out T> {
  /** Returns the value, mended where it must be, or `undefined` for none; tells what is wrong. Never changes `input`. */
  (input: unknown, tell: Tell): T | undefined;
  /** Whether an object may be without it. */
  readonly isOptional?: boolean;
}

/** A schema of what an object may be without. */
export interface OptionalSchema<out T> extends Schema<T> {
  readonly isOptional: true;
}

/** The schemas of an object's fields. */
export type Shape = Readonly<Record<string, Schema<unknown>>>;

/** The type of what a schema reads. */
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
 * The smallest pieces that sections are made of. Widgets read a feed with those of `reading-fields.ts`, which need no
 * library; those of `format/` do the same with zod, and describe the sections to people and editors.
 */
export interface Fields {
  id(): Schema<string>;
  language(): Schema<string>;
  title(): Schema<Text>;
  text(): Schema<Text>;
  url(): Schema<SafeUrl>;
  date(): Schema<FeedDate>;
  /** A whole number between two bounds, both included. */
  count(min: number, max: number): Schema<number>;
  number(min: number, max: number): Schema<number>;
  flag(): Schema<boolean>;
  /** One of `values`; anything else becomes `fallback`, with an issue. Absent is `fallback` without one. */
  oneOf<const V extends readonly string[]>(values: V, fallback: V[number]): Schema<V[number]>;
  /** What may be absent. What does not fit is left out, with an issue. */
  optional<T>(inner: Schema<T>): OptionalSchema<T>;
  /** As `optional`, with a value for where there is none. */
  withDefault<T>(inner: Schema<T>, fallback: T): Schema<T>;
  /** At most `max` entries; absent is none. Entries that do not fit go; of entries with the same `id` the first stays. */
  list<T>(entry: Schema<T>, max: number): Schema<readonly T[]>;
  /** An object with these fields; others are passed over. It fits when every field does that may not be absent. */
  object<S extends Shape>(shape: S): Schema<ObjectOf<S>>;
}

const SAFE_SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/**
 * The absolute form of an address, or `undefined` when following it could do harm: only `https:`, `http:`, `mailto:`
 * and `tel:`, and no user name or password inside. The parsed scheme decides, not how the text looks.
 */
export function safeUrl(address: string, base: string): SafeUrl | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (!url || !SAFE_SCHEMES.has(url.protocol) || url.username || url.password) return undefined;
  return url.href as SafeUrl;
}
