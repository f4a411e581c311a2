import * as z from 'zod';
import {
  LIMITS,
  type Fields,
  type ObjectOf,
  type OptionalSchema,
  type Schema,
  type Shape,
  type InputReporter,
} from '../fields.js';
import { isAbsent } from '../record.js';
import { hasUnsureName } from '../reading-fields.js';
import { valueFields } from '../value-fields.js';
import {
  DATE,
  ID,
  LANGUAGE,
  NOT_BLANK,
  OWN_KEY,
  SAFE_SCHEME,
  SCHEME,
  VERSION_PATTERN,
  WITH_CREDENTIALS,
} from './patterns.js';

/** The JSON Schema of a field schema; `$defs` holds each under its name. */
type FieldSchema = Readonly<Record<string, unknown>>;

/** The registry that `z.toJSONSchema` reads. An `id` becomes a name in `$defs`. */
export const FIELD_SCHEMA_REGISTRY = z.registry<FieldSchema>();

/** An example of every kind of date. */
export const EXAMPLE_DATES = [
  '2016',
  '2015-23',
  '2016-06',
  '2016-06-01',
  '2015-11/2016-02',
  '2014~',
  '2014?',
  '201X',
  '2013/..',
  'XXXX-09-09',
  '2027-09-09T13:30:00+02:00',
] as const;

const FIELD_SCHEMAS = {
  version: {
    type: ['string', 'number'],
    pattern: VERSION_PATTERN,
    minimum: 1,
    exclusiveMaximum: 2,
    examples: ['1.0'],
  },
  // Without examples: editors offer them, and an id that is offered is another entry's.
  id: { type: 'string', pattern: ID },
  language: { type: 'string', pattern: LANGUAGE, examples: ['nl', 'en', 'ar'] },
  title: text(LIMITS.title),
  text: text(LIMITS.text),
  url: {
    type: 'string',
    maxLength: LIMITS.url,
    pattern: NOT_BLANK,
    not: {
      anyOf: [
        { allOf: [{ pattern: SCHEME }, { not: { pattern: SAFE_SCHEME } }] },
        { pattern: WITH_CREDENTIALS },
      ],
    },
    examples: ['https://voorbeeld.example/', 'foto/tafel.jpg', 'mailto:info@voorbeeld.example'],
  },
  date: {
    type: 'string',
    maxLength: 64,
    pattern: DATE,
    examples: EXAMPLE_DATES,
  },
} satisfies Record<string, FieldSchema>;

/** Names of the field schemas whose form needs words of its own; the rest of JSON Schema is known to every editor. */
export type FieldSchemaName = keyof typeof FIELD_SCHEMAS;

/**
 * One string, or one for each language. Reading ignores keys that are not a language and values that are not text, so
 * the schema does not refuse them either, as long as one is there that can be read.
 */
function text(max: number): FieldSchema {
  return {
    anyOf: [
      { type: 'string', minLength: 1, maxLength: max, pattern: NOT_BLANK },
      {
        type: 'object',
        minProperties: 1,
        patternProperties: { [LANGUAGE]: { maxLength: max }, [OWN_KEY]: {} },
        not: { patternProperties: { [LANGUAGE]: { not: { type: 'string', pattern: NOT_BLANK } } } },
      },
    ],
    examples: ['Repareertafel', { nl: 'Repareertafel', en: 'Repair table' }],
  };
}

/** The result of reading: the value, or `undefined` for none, and what was reported. */
interface Result<T> {
  readonly value: T | undefined;
  readonly reports: readonly Reported[];
}

type Reported = readonly [...Parameters<InputReporter>];

/** A schema with two in zod, which has no JSON Schema for transformations: one that describes, and one that reads. */
interface Described<T> extends Schema<T> {
  readonly described: z.ZodType;
  readonly reading: z.ZodType<Result<T>>;
}

/** The description by zod of a schema that `describingFields` made. */
export const descriptionOf = (schema: Schema<unknown>): z.ZodType => asDescribed(schema).described;

/** The describing schema of a name, which `z.toJSONSchema` puts into `$defs`. */
export function described(name: FieldSchemaName): z.ZodType {
  const schema = z.unknown();
  FIELD_SCHEMA_REGISTRY.add(schema, { id: name, ...FIELD_SCHEMAS[name] });
  return schema;
}

/**
 * Field schemas that zod can describe, for JSON Schema. Sections of them also read feeds, as those of `readingFields`
 * do. `base` is the absolute address that relative links start from.
 */
export function describingFields(base: string): Fields {
  const values = valueFields(base);
  const id = valueSchema(described('id'), values.id());
  const language = valueSchema(described('language'), values.language());
  const title = valueSchema(described('title'), values.title());
  const text = valueSchema(described('text'), values.text());
  const url = valueSchema(described('url'), values.url());
  const date = valueSchema(described('date'), values.date());
  return {
    id: () => id,
    language: () => language,
    title: () => title,
    text: () => text,
    url: () => url,
    date: () => date,
    count: (min, max) => valueSchema(z.int().min(min).max(max), values.count(min, max)),
    number: (min, max) => valueSchema(z.number().min(min).max(max), values.number(min, max)),
    flag: () => valueSchema(z.boolean(), values.flag()),
    oneOf: (known, fallback, unknown) =>
      valueSchema(z.enum(known).default(fallback as never), values.oneOf(known, fallback, unknown)),
    optional,
    withDefault,
    onInvalid,
    list,
    object,
  };
}

function schema<T>(described: z.ZodType, reading: z.ZodType<Result<T>>): Described<T> {
  const read: Schema<T> = (input, report) => {
    const { value, reports } = reading.parse(input);
    for (const reported of reports) report(...reported);
    return value;
  };
  return Object.assign(read, { described, reading });
}

/** A schema with its two in zod: `Fields` is only given schemas that it made itself. */
const asDescribed = <T>(schema: Schema<T>) => schema as Described<T>;

function valueSchema<T>(described: z.ZodType, read: Schema<T>): Described<T> {
  const reading = z.transform((input: unknown): Result<T> => {
    const reports: Reported[] = [];
    const value = read(input, (...reported) => void reports.push(reported));
    return { value, reports };
  });
  return schema(described, reading);
}

function optional<T>(inner: Schema<T>): OptionalSchema<T> {
  const { described, reading } = asDescribed(inner);
  const absent: Result<T> = { value: undefined, reports: [] };
  const read = z.transform((input: unknown) => (isAbsent(input) ? absent : reading.parse(input)));
  return Object.assign(schema(described.optional(), read), { isOptional: true } as const);
}

function withDefault<T>(inner: Schema<T>, fallback: T): Schema<T> {
  const { described, reading } = asDescribed(inner);
  const read = z.transform((input: unknown): Result<T> => {
    const { value, reports } = isAbsent(input) ? { value: fallback, reports: [] } : reading.parse(input);
    return { value: value ?? fallback, reports };
  });
  return schema(described.default(fallback), read);
}

function onInvalid<T>(inner: Schema<T>, value: T): Schema<T> {
  const { described, reading } = asDescribed(inner);
  return schema(
    described,
    reading.transform((result) => ({ ...result, value: result.value ?? value })),
  );
}

function list<T>(entry: Schema<T>, max: number): Schema<readonly T[]> {
  const { described, reading } = asDescribed(entry);
  const entries = z.array(reading);
  const read = z.transform((input: unknown): Result<readonly T[]> => {
    if (isAbsent(input)) return { value: [], reports: [] };
    if (!Array.isArray(input)) return { value: [], reports: [['wrong-type', input]] };
    const raw = input.slice(0, max) as unknown[];
    const reports: Reported[] = input.length > max ? [['too-many', input, { max }]] : [];
    const value = entries.parse(raw).flatMap((result, index) => {
      if (isAbsent(raw[index])) return [];
      reports.push(...under(index, result.reports));
      const id = idOf(result.value);
      const isRepeated = id !== undefined && raw.slice(0, index).some((other) => idOf(other) === id);
      if (isRepeated) reports.push(['duplicate-id', input, { id }, [index]]);
      return result.value === undefined || isRepeated ? [] : [result.value];
    });
    return { value, reports };
  });
  const array = z.array(described).max(max);
  return schema(
    array.default(() => []),
    read,
  );
}

const idOf = (entry: unknown) => (entry as { id?: string } | null | undefined)?.id;

function object<S extends Shape>(shape: S): Schema<ObjectOf<S>> {
  const fields = Object.entries(shape).map(([key, field]) => [key, asDescribed(field)] as const);
  const described = z.object(Object.fromEntries(fields.map(([key, field]) => [key, field.described])));
  const reading = z.object(Object.fromEntries(fields.map(([key, field]) => [key, field.reading])));
  const read = z.transform((input: unknown): Result<ObjectOf<S>> => {
    const { success, data } = reading.safeParse(input);
    if (!success) return { value: undefined, reports: [['wrong-type', input]] };
    const results = Object.entries(data);
    const unsure: Reported[] = hasUnsureName(input as object, Object.keys(shape)) ? [['unsure', input]] : [];
    const present = results.filter(([, { value }]) => value !== undefined);
    const isValid = results.every(([key, { value }]) => value !== undefined || shape[key]!.isOptional);
    const value = Object.fromEntries(present.map(([key, { value }]) => [key, value])) as ObjectOf<S>;
    return {
      value: isValid ? value : undefined,
      reports: [...results.flatMap(([key, { reports }]) => under(key, reports)), ...unsure],
    };
  });
  return schema(described, read);
}

/** The same reports, with paths that begin at what holds the key. */
const under = (key: PropertyKey, reports: readonly Reported[]): Reported[] =>
  reports.map(([code, input, params, path = []]) => [code, input, params, [key, ...path]]);
