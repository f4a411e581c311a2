import { isFeedDate, type FeedDate } from './dates.js';
import type { IssueCode } from './issues.js';

declare const brand: unique symbol;

/** Plain text: one string, or one string per language tag. Never markup. */
export type Text = string | Readonly<Record<string, string>>;

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

/** Something that is wrong with an input, and where in it. */
export interface Finding {
  readonly path: PropertyKey[];
  readonly code: IssueCode;
  /** What stands there. */
  readonly input: unknown;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Reads a `T` out of what a feed holds. */
export interface Schema<out T> {
  /** Whether an object may be without it. */
  readonly isOptional?: boolean;
  /** Returns the value, mended where it must be, or `undefined` for none. Adds what is wrong to `findings`. */
  read(input: unknown, findings: Finding[]): T | undefined;
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

/** What came of reading one value: the value, what is wrong, or a mended value and what was wrong. */
export interface Outcome<T> {
  readonly value?: T;
  readonly code?: IssueCode;
  readonly params?: Finding['params'];
}

/** What one value must be, without a word on where it stands. */
export type Rule<T> = (input: unknown) => Outcome<T>;

const SAFE_SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/;
/**
 * NUL and other controls, the marks that turn the direction of the text around them (Unicode Bidi controls), and those
 * that nobody sees: a name of nothing else would be a link without a name.
 */
const UNSAFE_CHARACTERS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The rules of the pieces that are one value, for every implementation of `Fields`. */
export const RULES = {
  id: textRule(ID, 'bad-id'),
  language: textRule(LANGUAGE, 'bad-language'),
  date: textRule({ test: (input) => input.length <= 64 && isFeedDate(input) }, 'bad-date') as Rule<FeedDate>,
  title: (input: unknown) => readText(input, LIMITS.title),
  text: (input: unknown) => readText(input, LIMITS.text),
  flag: (input: unknown): Outcome<boolean> =>
    typeof input === 'boolean' ? { value: input } : { code: 'wrong-type' },
  /** `base` is the address that relative links start from. */
  url:
    (base: string): Rule<SafeUrl> =>
    (input) => {
      // An empty one would lead to the feed itself: spreadsheets leave them.
      const sensible = typeof input === 'string' && input.length <= LIMITS.url && input.trim();
      const value = sensible ? safeUrl(input, base) : undefined;
      return value ? { value } : { code: 'bad-address' };
    },
  number:
    (min: number, max: number, isWhole: boolean): Rule<number> =>
    (input) => {
      if (typeof input !== 'number' || (isWhole && !Number.isInteger(input))) return { code: 'wrong-type' };
      return input >= min && input <= max ? { value: input } : { code: 'out-of-range' };
    },
  oneOf:
    <V extends string>(values: readonly V[], fallback: V): Rule<V> =>
    (input) => {
      const value = input === undefined ? fallback : values.find((known) => known === input);
      return value === undefined ? { value: fallback, code: 'unknown-value' } : { value };
    },
};

function textRule(pattern: { test(input: string): boolean }, code: IssueCode): Rule<string> {
  return (input) => (typeof input === 'string' && pattern.test(input) ? { value: input } : { code });
}

function readText(input: unknown, max: number): Outcome<Text> {
  let isLong = false;
  const clean = (text: string) => {
    const fits = text.length <= max;
    isLong ||= !fits;
    // Never half of a sign that takes two places.
    const cut = fits ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
    return cut.replace(UNSAFE_CHARACTERS, '').trim();
  };
  const found = (value: Text): Outcome<Text> =>
    isLong ? { value, code: 'too-long', params: { max } } : { value };
  if (typeof input === 'string') {
    const value = clean(input);
    return value ? found(value) : { code: 'bad-text' };
  }
  if (!isObject(input)) return { code: 'wrong-type' };
  const value: Record<string, string> = {};
  for (const [language, entry] of Object.entries(input).slice(0, LIMITS.languages)) {
    const words = LANGUAGE.test(language) && typeof entry === 'string' && clean(entry);
    if (words) value[language] = words;
  }
  return Object.keys(value).length > 0 ? found(value) : { code: 'bad-text' };
}

export const isObject = (input: unknown): input is Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

/**
 * The absolute form of an address, or `undefined` when following it could do harm: only `https:`, `http:`, `mailto:`
 * and `tel:`, and no user name or password inside. The parsed scheme decides, not how the text looks.
 */
export function safeUrl(address: string, base: string): SafeUrl | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (!url || !SAFE_SCHEMES.has(url.protocol) || url.username || url.password) return undefined;
  return url.href as SafeUrl;
}
