import { isObject, RULES, type Fields, type Finding, type Rule, type Schema } from './fields.js';
import type { IssueCode } from './issues.js';

/**
 * The pieces as widgets read them, without a library; `base` is the address that relative links start from.
 * `format/pieces.ts` does the same with zod: a test holds both to the same values and findings.
 */
export function readingFields(base: string): Fields {
  const [id, language, date] = [piece(RULES.id), piece(RULES.language), piece(RULES.date)];
  const [title, text, flag] = [piece(RULES.title), piece(RULES.text), piece(RULES.flag)];
  const url = piece(RULES.url(base));
  return {
    id: () => id,
    language: () => language,
    title: () => title,
    text: () => text,
    url: () => url,
    date: () => date,
    count: (min, max) => piece(RULES.number(min, max, true)),
    number: (min, max) => piece(RULES.number(min, max, false)),
    flag: () => flag,
    oneOf: (values, fallback) => piece(RULES.oneOf(values, fallback)),
    optional: (inner) => ({
      isOptional: true,
      read: (input, findings) => (input === undefined ? undefined : inner.read(input, findings)),
    }),
    withDefault: (inner, fallback) => ({
      read: (input, findings) => (input === undefined ? fallback : (inner.read(input, findings) ?? fallback)),
    }),
    list: (entry, max) => ({ read: (input, findings) => readList(entry, max, input, findings) }),
    object: (shape) => {
      const schemas = Object.entries(shape);
      return { read: (input, findings) => readObject(schemas, input, findings) as never };
    },
  };
}

function piece<T>(rule: Rule<T>): Schema<T> {
  return {
    read(input, findings) {
      const { value, code, params = {} } = rule(input);
      if (code) findings.push({ path: [], code, input, params });
      return value;
    },
  };
}

function readObject(schemas: readonly [string, Schema<unknown>][], input: unknown, findings: Finding[]) {
  if (!isObject(input)) {
    findings.push({ path: [], code: 'wrong-type', input, params: {} });
    return undefined;
  }
  const object: Record<string, unknown> = {};
  let fits = true;
  for (const [key, schema] of schemas) {
    const value = readAt(key, schema, input[key], findings);
    if (value !== undefined) object[key] = value;
    else if (!schema.isOptional) fits = false;
  }
  return fits ? object : undefined;
}

/** Reads no more than `max` entries, so that a list of a million costs what a list of `max` does. */
function readList<T>(entry: Schema<T>, max: number, input: unknown, findings: Finding[]): readonly T[] {
  const values: T[] = [];
  if (input === undefined) return values;
  const tell = (code: IssueCode, params: Finding['params'] = {}, ...path: PropertyKey[]) =>
    findings.push({ path, code, input, params });
  if (!Array.isArray(input)) {
    tell('wrong-type');
    return values;
  }
  if (input.length > max) tell('too-many', { max });
  const ids = new Set<unknown>();
  input.slice(0, max).forEach((raw: unknown, index) => {
    const value = readAt(index, entry, raw, findings);
    if (value !== undefined) {
      const { id } = value as { id?: string };
      if (id !== undefined && ids.has(id)) tell('duplicate-id', { id }, index);
      else values.push(value);
    }
    // The first counts, even where it does not fit.
    ids.add((raw as { id?: unknown } | null)?.id);
  });
  return values;
}

/** Reads what stands at a key, and puts that key before the place of what is wrong in it. */
function readAt<T>(key: PropertyKey, schema: Schema<T>, input: unknown, findings: Finding[]): T | undefined {
  let next = findings.length;
  const value = schema.read(input, findings);
  for (; next < findings.length; next++) findings[next]!.path.unshift(key);
  return value;
}
