import * as z from 'zod/mini';
import type { Text } from '../i18n/text.js';
import { isFeedDate, type FeedDate } from '../dates/edtf.js';
import type { IssueCode } from './issues.js';

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

const SAFE_SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:']);
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const LANGUAGE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/;
/**
 * NUL and other controls, the marks that turn the direction of the text around them (Unicode Bidi controls), and those
 * that nobody sees: a name of nothing else would be a link without a name.
 */
const UNSAFE_CHARACTERS =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * The smallest pieces that sections are made of. Widgets read a feed with the ones below, which check and resolve;
 * `format/` describes the same pieces to people and editors.
 */
export interface Fields {
  id(): z.ZodMiniType<string>;
  language(): z.ZodMiniType<string>;
  title(): z.ZodMiniType<Text>;
  text(): z.ZodMiniType<Text>;
  url(): z.ZodMiniType<SafeUrl>;
  date(): z.ZodMiniType<FeedDate>;
  /** A whole number between two bounds, both included. */
  count(min: number, max: number): z.ZodMiniType<number>;
  number(min: number, max: number): z.ZodMiniType<number>;
  flag(): z.ZodMiniType<boolean>;
  /** One of `values`; anything else becomes `fallback`, with an issue. Absent is `fallback` without one. */
  oneOf<const V extends readonly string[]>(values: V, fallback: V[number]): z.ZodMiniType<V[number]>;
  /** What may be absent. What does not fit is left out, with an issue. */
  optional<S extends z.ZodMiniType>(inner: S): z.ZodMiniOptional<S>;
  /** As `optional`, with a value for where there is none. */
  withDefault<S extends z.ZodMiniType>(inner: S, fallback: z.output<S>): z.ZodMiniType<z.output<S>>;
  /** At most `max` entries; absent is none. Entries that do not fit go; of entries with the same `id` the first stays. */
  list<S extends z.ZodMiniType>(entry: S, max: number): z.ZodMiniType<z.output<S>[]>;
}

/** What came of reading: a value, what is wrong, or a mended value and what was wrong. */
interface Outcome<T> {
  readonly value?: T;
  readonly code?: IssueCode;
  readonly max?: number;
}

/** The pieces as widgets read them; `base` is the address that relative links start from. */
export function readingFields(base: string): Fields {
  const id = text(ID, 'bad-id');
  const language = text(LANGUAGE, 'bad-language');
  const date = text({ test: (input) => input.length <= 64 && isFeedDate(input) }, 'bad-date');
  const title = piece((input) => readText(input, LIMITS.title));
  const longText = piece((input) => readText(input, LIMITS.text));
  const url = piece<SafeUrl>((input) => {
    // An empty one would lead to the feed itself: spreadsheets leave them.
    const sensible = typeof input === 'string' && input.length <= LIMITS.url && input.trim();
    const value = sensible ? safeUrl(input, base) : undefined;
    return value ? { value } : { code: 'bad-address' };
  });
  const number = (min: number, max: number, whole: boolean) =>
    piece<number>((input) => {
      if (typeof input !== 'number' || (whole && !Number.isInteger(input))) return { code: 'wrong-type' };
      return input >= min && input <= max ? { value: input } : { code: 'out-of-range' };
    });
  const flag = piece<boolean>((input) =>
    typeof input === 'boolean' ? { value: input } : { code: 'wrong-type' },
  );
  return {
    id: () => id,
    language: () => language,
    title: () => title,
    text: () => longText,
    url: () => url,
    date: () => date as z.ZodMiniType<FeedDate>,
    count: (min, max) => number(min, max, true),
    number: (min, max) => number(min, max, false),
    flag: () => flag,
    oneOf: (values, fallback) =>
      piece((input) => {
        const value = input === undefined ? fallback : values.find((known) => known === input);
        return value === undefined ? { value: fallback, code: 'unknown-value' } : { value };
      }),
    optional: (inner) => lenient(inner) as never,
    withDefault: (inner, fallback) => lenient(inner, fallback) as never,
    list: readList,
  };
}

/** A piece whose `read` gives the value, the code of what is wrong with it, or both where it could be mended. */
function piece<T>(read: (input: unknown) => Outcome<T>): z.ZodMiniType<T> {
  return z.transform((input: unknown, { issues }) => {
    const { value, code, ...params } = read(input);
    if (code) issues.push(issue(code, input, value !== undefined, params));
    return value as T;
  });
}

function text(pattern: { test(input: string): boolean }, code: IssueCode): z.ZodMiniType<string> {
  return piece((input) => (typeof input === 'string' && pattern.test(input) ? { value: input } : { code }));
}

/** `continue`, as zod calls it: the rest may stay as it is. */
function issue(code: IssueCode, input: unknown, mended: boolean, params: object): z.core.$ZodRawIssue {
  return { code: 'custom', input, continue: mended, params: { code, ...params } };
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
  const found = (value: Text): Outcome<Text> => (isLong ? { value, code: 'too-long', max } : { value });
  if (typeof input === 'string') {
    const value = clean(input);
    return value ? found(value) : { code: 'bad-text' };
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { code: 'wrong-type' };
  const value: Record<string, string> = {};
  for (const [language, entry] of Object.entries(input).slice(0, LIMITS.languages)) {
    const words = LANGUAGE.test(language) && typeof entry === 'string' && clean(entry);
    if (words) value[language] = words;
  }
  return Object.keys(value).length > 0 ? found(value) : { code: 'bad-text' };
}

/** Reads with a schema, to the end, whatever is wrong. */
export function readWith<T>(schema: z.ZodMiniType<T>, input: unknown) {
  // Not `safeParse`, which gives either the value or the issues: what is mended has both.
  const read = schema._zod.run({ value: input, issues: [] }, { async: false }) as z.core.ParsePayload<T>;
  return { ...read, fits: read.issues.every((issue) => issue.continue) };
}

/** Leaves out what does not fit, at the smallest place where the rest stays valid. */
function lenient(inner: z.ZodMiniType, absent?: unknown): z.ZodMiniType {
  return z.transform((input: unknown, context) => {
    if (input === undefined) return absent;
    const { value, issues, fits } = readWith(inner, input);
    context.issues.push(...issues.map((issue) => ({ ...issue, continue: true })));
    return fits ? value : absent;
  });
}

/**
 * Reads no more than `max` entries, so that a list of a million costs what a list of `max` does, and tells an id that
 * was there before together with everything else that is wrong. `z.array` with checks would do either only afterwards.
 */
function readList<S extends z.ZodMiniType>(entry: S, max: number): z.ZodMiniType<z.output<S>[]> {
  return z.transform((input: unknown, context) => {
    const values: z.output<S>[] = [];
    if (input === undefined) return values;
    const tell = (code: IssueCode, params = {}, ...path: PropertyKey[]) =>
      context.issues.push({ ...issue(code, input, true, params), path });
    if (!Array.isArray(input)) {
      tell('wrong-type');
      return values;
    }
    if (input.length > max) tell('too-many', { max });
    const ids = new Set<unknown>();
    input.slice(0, max).forEach((raw: unknown, index) => {
      const { value, issues, fits } = readWith(entry, raw);
      const id = (raw as { id?: unknown } | null)?.id;
      for (const issue of issues)
        context.issues.push({ ...issue, continue: true, path: [index, ...(issue.path ?? [])] });
      if (fits && id !== undefined && ids.has(id)) tell('duplicate-id', { id }, index);
      else if (fits) values.push(value as z.output<S>);
      ids.add(id);
    });
    return values;
  });
}

/**
 * The absolute form of an address, or `undefined` when following it could do harm: only `https:`, `http:`, `mailto:`
 * and `tel:`, and no user name or password inside. The parsed scheme decides, not how the text looks.
 */
export function safeUrl(address: string, base: string): SafeUrl | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (!url || !SAFE_SCHEMES.has(url.protocol) || url.username || url.password) return undefined;
  return url.href as SafeUrl;
}
