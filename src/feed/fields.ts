import * as z from 'zod/mini';
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
  /** At most `max` entries; absent is none. Of entries with the same `id` the first stays. */
  list<S extends z.ZodMiniType>(entry: S, max: number): z.ZodMiniType<z.output<S>[]>;
}

/** A piece whose `read` gives the value, or the code of what is wrong with it. */
function piece<T>(
  read: (input: unknown) => { value: T } | { code: IssueCode; max?: number },
): z.ZodMiniType<T> {
  return z.transform((input: unknown, context) => {
    const outcome = read(input);
    if ('value' in outcome) return outcome.value;
    const { code, max } = outcome;
    context.issues.push({ code: 'custom', input, params: max === undefined ? { code } : { code, max } });
    return z.NEVER;
  });
}

/** The pieces as widgets read them; `base` is the address that relative links start from. */
export function readingFields(base: string): Fields {
  const id = piece<string>((input) =>
    typeof input === 'string' && ID.test(input) ? { value: input } : { code: 'bad-id' },
  );
  const language = piece<string>((input) =>
    typeof input === 'string' && LANGUAGE.test(input) ? { value: input } : { code: 'bad-language' },
  );
  const title = piece((input) => readText(input, LIMITS.title));
  const text = piece((input) => readText(input, LIMITS.text));
  const date = piece<FeedDate>((input) =>
    typeof input === 'string' && input.length <= 64 && isFeedDate(input)
      ? { value: input }
      : { code: 'bad-date' },
  );
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
    text: () => text,
    url: () => url,
    date: () => date,
    count: (min, max) => number(min, max, true),
    number: (min, max) => number(min, max, false),
    flag: () => flag,
    oneOf: <V extends readonly string[]>(values: V, fallback: V[number]) =>
      z._default(
        piece<V[number]>((input) => {
          const value = values.find((known) => known === input);
          return value === undefined ? { code: 'unknown-value' } : { value };
        }),
        fallback,
      ),
    list: readList,
  };
}

function readText(input: unknown, max: number): { value: Text } | { code: IssueCode; max?: number } {
  if (typeof input === 'string') {
    if (input.length > max) return { code: 'too-long', max };
    const value = cleanText(input);
    return value ? { value } : { code: 'bad-text' };
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return { code: 'wrong-type' };
  const value: Record<string, string> = {};
  for (const [language, entry] of Object.entries(input).slice(0, LIMITS.languages)) {
    if (!LANGUAGE.test(language) || typeof entry !== 'string') continue;
    if (entry.length > max) return { code: 'too-long', max };
    const clean = cleanText(entry);
    if (clean) value[language] = clean;
  }
  return Object.keys(value).length > 0 ? { value } : { code: 'bad-text' };
}

function cleanText(text: string): string {
  return text.replace(UNSAFE_CHARACTERS, '').trim();
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

const entrySchemas = new WeakMap<z.core.$ZodType, z.core.$ZodType>();

/** The schema of the entries of a list, for whoever follows a path into it. */
export function entrySchemaOf(list: z.core.$ZodType): z.core.$ZodType | undefined {
  return entrySchemas.get(list);
}

/**
 * Reads no more than `max` entries, so that a list of a million costs what a list of `max` does, and tells an id that
 * was there before together with everything else that is wrong. `z.array` with checks would do either only afterwards.
 */
function readList<S extends z.ZodMiniType>(entry: S, max: number): z.ZodMiniType<z.output<S>[]> {
  const entries = z.transform((input: unknown, context) => {
    const tell = (code: IssueCode, path: PropertyKey[], params = {}) =>
      context.issues.push({ code: 'custom', input, path, params: { code, ...params } });
    const values: z.output<S>[] = [];
    if (!Array.isArray(input)) {
      tell('wrong-type', []);
      return values;
    }
    if (input.length > max) tell('too-many', [], { max });
    const ids = new Set<unknown>();
    input.slice(0, max).forEach((raw: unknown, index) => {
      const result = entry.safeParse(raw);
      const id = (raw as { id?: unknown } | null)?.id;
      if (!result.success)
        for (const issue of result.error.issues)
          context.issues.push({ ...issue, input: raw, path: [index, ...issue.path] } as z.core.$ZodRawIssue);
      else if (id !== undefined && ids.has(id)) tell('duplicate-id', [index], { id });
      else values.push(result.data);
      ids.add(id);
    });
    return values;
  });
  entrySchemas.set(entries, entry);
  return z._default(entries, () => []);
}
