import type { Fields, Schema, Tell } from './fields.js';
import { isObject, valueFields } from './value-fields.js';

/**
 * The pieces as widgets read them, without a library; `base` is the address that relative links start from.
 * `format/pieces.ts` does the same with zod: a test holds both to the same values and issues.
 */
export const readingFields = (base: string): Fields => ({
  ...valueFields(base),
  optional: (inner) =>
    Object.assign<typeof inner, { isOptional: true }>(
      (input, tell) => (input === undefined ? undefined : inner(input, tell)),
      { isOptional: true },
    ),
  withDefault: (inner, fallback) => (input, tell) =>
    input === undefined ? fallback : (inner(input, tell) ?? fallback),
  list: (entry, max) => (input, tell) => readList(entry, max, input, tell),
  object: (shape) => {
    const schemas = Object.entries(shape);
    return (input, tell) => readObject(schemas, input, tell) as never;
  },
});

/** Reads no more than `max` entries, so that a list of a million costs what a list of `max` does. */
function readList<T>(entry: Schema<T>, max: number, input: unknown, tell: Tell): readonly T[] {
  const values: T[] = [];
  if (input === undefined) return values;
  if (!Array.isArray(input)) {
    tell('wrong-type', input);
    return values;
  }
  if (input.length > max) tell('too-many', input, { max });
  const ids = new Set<unknown>();
  input.slice(0, max).forEach((raw: unknown, index) => {
    const value = entry(raw, under(index, tell));
    const id = (value as { id?: string } | undefined)?.id;
    if (id !== undefined && ids.has(id)) tell('duplicate-id', input, { id }, [index]);
    else if (value !== undefined) values.push(value);
    // The first counts, even where it does not fit.
    ids.add((raw as { id?: unknown } | null)?.id);
  });
  return values;
}

function readObject(schemas: readonly [string, Schema<unknown>][], input: unknown, tell: Tell) {
  if (!isObject(input)) return tell('wrong-type', input);
  const object: Record<string, unknown> = {};
  let fits = true;
  for (const [key, schema] of schemas) {
    const value = schema(input[key], under(key, tell));
    if (value !== undefined) object[key] = value;
    else if (!schema.isOptional) fits = false;
  }
  return fits ? object : undefined;
}

/** Tells the same, seen from what holds the key. */
const under =
  (key: PropertyKey, tell: Tell): Tell =>
  (code, input, params, path = []) =>
    tell(code, input, params, [key, ...path]);
