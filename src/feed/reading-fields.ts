import type { Fields, Schema, InputReporter } from './fields.js';
import { isAbsent, isRecord } from './record.js';
import { valueFields } from './value-fields.js';

/**
 * Field schemas that read without a library, for widgets. `base` is the absolute address that relative links start
 * from. `format/describing-fields.ts` does the same with zod: a test holds both to the same values and issues.
 */
export const readingFields = (base: string): Fields => ({
  ...valueFields(base),
  optional: (inner) =>
    Object.assign<typeof inner, { isOptional: true }>(
      (input, report) => (isAbsent(input) ? undefined : inner(input, report)),
      { isOptional: true },
    ),
  withDefault: (inner, fallback) => (input, report) =>
    isAbsent(input) ? fallback : (inner(input, report) ?? fallback),
  onInvalid: (inner, value) => (input, report) => inner(input, report) ?? value,
  list: (entry, max) => (input, report) => readList(entry, max, input, report),
  object: (shape) => {
    const schemas = Object.entries(shape);
    return (input, report) => readObject(schemas, input, report) as never;
  },
});

/**
 * Names that only a second reading knows: those of before version 1.0, and other spellings of what must not be passed over,
 * as what is hidden would then stand in public.
 */
const UNSURE_NAME =
  /^(?:or|becameId|keepMonths|next|[\W_]*(?:is)?[\W_]*(?:draft|concept|example|voorbeeld|(?:event)?status|state)[\W_]*)$/i;

/** True if an object has a name that only a second reading knows; `names` are those of its fields. */
export const hasUnsureName = (object: object, names: readonly string[]): boolean =>
  Object.keys(object).some((name) => UNSURE_NAME.test(name) && !names.includes(name));

/** Reads no more than `max` entries, so that a list of a million costs what a list of `max` does. */
function readList<T>(entry: Schema<T>, max: number, input: unknown, report: InputReporter): readonly T[] {
  const values: T[] = [];
  if (isAbsent(input)) return values;
  if (!Array.isArray(input)) {
    report('wrong-type', input);
    return values;
  }
  if (input.length > max) report('too-many', input, { max });
  const ids = new Set<unknown>();
  input.slice(0, max).forEach((raw: unknown, index) => {
    if (isAbsent(raw)) return;
    const value = entry(raw, under(index, report));
    const id = (value as { id?: string } | undefined)?.id;
    if (id !== undefined && ids.has(id)) report('duplicate-id', input, { id }, [index]);
    else if (value !== undefined) values.push(value);
    // The first entry with an id counts, even an invalid one.
    ids.add((raw as { id?: unknown } | null)?.id);
  });
  return values;
}

function readObject(schemas: readonly [string, Schema<unknown>][], input: unknown, report: InputReporter) {
  if (!isRecord(input)) return report('wrong-type', input);
  const object: Record<string, unknown> = {};
  let isValid = true;
  let others = Object.keys(input).length;
  for (const [key, schema] of schemas) {
    const raw = input[key];
    if (raw !== undefined) others--;
    const value = schema(raw, under(key, report));
    if (value !== undefined) object[key] = value;
    else if (!schema.isOptional) isValid = false;
  }
  const names = () => schemas.map(([key]) => key);
  if (others > 0 && hasUnsureName(input, names())) report('unsure', input);
  return isValid ? object : undefined;
}

/** Reports the same, with paths that begin at what holds the key. */
const under =
  (key: PropertyKey, report: InputReporter): InputReporter =>
  (code, input, params, path = []) =>
    report(code, input, params, [key, ...path]);
