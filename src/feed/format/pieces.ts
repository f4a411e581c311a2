import * as z from 'zod';
import {
  LIMITS,
  type Fields,
  type ObjectOf,
  type OptionalSchema,
  type Schema,
  type Shape,
  type Tell,
} from '../fields.js';
import { valueFields } from '../value-fields.js';
import { DATE, ID, LANGUAGE, NOT_BLANK, SAFE_SCHEME, SCHEME, VERSION, WITH_CREDENTIALS } from './patterns.js';

/** What JSON Schema says of a piece; `$defs` holds each under its name. */
type Description = Readonly<Record<string, unknown>>;

/** The registry that `z.toJSONSchema` asks. An `id` becomes a name in `$defs`. */
export const DESCRIPTIONS = z.registry<Description>();

/** A date of every kind. */
export const DATES = [
  '2016',
  '2015-23',
  '2016-06',
  '2016-06-01',
  '2015-11/2016-02',
  'XXXX-09-09',
  '2027-09-09T13:30:00+02:00',
] as const;

const PIECES = {
  version: {
    type: ['string', 'number'],
    pattern: VERSION,
    minimum: 1,
    exclusiveMaximum: 2,
    examples: ['1.0'],
  },
  id: { type: 'string', pattern: ID, examples: ['ex-repareertafel'] },
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
    examples: DATES,
  },
} satisfies Record<string, Description>;

/** The pieces whose form needs words of its own; the rest of JSON Schema is known to every editor. */
export type PieceName = keyof typeof PIECES;

/**
 * One string, or one for each language. In a map, keys that are no language and values that are no text are passed over
 * when it is read, so they are not refused here either.
 */
function text(max: number): Description {
  return {
    anyOf: [
      { type: 'string', minLength: 1, maxLength: max, pattern: NOT_BLANK },
      { type: 'object', minProperties: 1, patternProperties: { [LANGUAGE]: { maxLength: max } } },
    ],
    examples: ['Repareertafel', { nl: 'Repareertafel', en: 'Repair table' }],
  };
}

/** What came of reading: the value, or `undefined` for none, and what was told. */
interface Result<T> {
  readonly value: T | undefined;
  readonly told: readonly Told[];
}

type Told = readonly [...Parameters<Tell>];

/** A schema twice over in zod, which has no JSON Schema for what it transforms: described to people, and reading. */
interface Described<T> extends Schema<T> {
  readonly described: z.ZodType;
  readonly reading: z.ZodType<Result<T>>;
}

/** How zod describes a schema that `describingFields` made. */
export const descriptionOf = (schema: Schema<unknown>): z.ZodType => ofOurs(schema).described;

/** One of the pieces described; `$defs` gets its description. */
export function described(name: PieceName): z.ZodType {
  const schema = z.unknown();
  DESCRIPTIONS.add(schema, { id: name, ...PIECES[name] });
  return schema;
}

/**
 * The pieces as zod describes them, for JSON Schema. Sections of them also read feeds, as those of `readingFields` do;
 * `base` is the address that relative links start from.
 */
export function describingFields(base: string): Fields {
  const values = valueFields(base);
  const id = piece(described('id'), values.id());
  const language = piece(described('language'), values.language());
  const title = piece(described('title'), values.title());
  const text = piece(described('text'), values.text());
  const url = piece(described('url'), values.url());
  const date = piece(described('date'), values.date());
  return {
    id: () => id,
    language: () => language,
    title: () => title,
    text: () => text,
    url: () => url,
    date: () => date,
    count: (min, max) => piece(z.int().min(min).max(max), values.count(min, max)),
    number: (min, max) => piece(z.number().min(min).max(max), values.number(min, max)),
    flag: () => piece(z.boolean(), values.flag()),
    oneOf: (known, fallback) =>
      piece(z.enum(known).default(fallback as never), values.oneOf(known, fallback)),
    optional,
    withDefault,
    list,
    object,
  };
}

function schema<T>(described: z.ZodType, reading: z.ZodType<Result<T>>): Described<T> {
  const read: Schema<T> = (input, tell) => {
    const { value, told } = reading.parse(input);
    for (const each of told) tell(...each);
    return value;
  };
  return Object.assign(read, { described, reading });
}

/** `Fields` is handed only what it made itself. */
const ofOurs = <T>(schema: Schema<T>) => schema as Described<T>;

function piece<T>(described: z.ZodType, read: Schema<T>): Described<T> {
  const reading = z.transform((input: unknown): Result<T> => {
    const told: Told[] = [];
    const value = read(input, (...each) => void told.push(each));
    return { value, told };
  });
  return schema(described, reading);
}

function optional<T>(inner: Schema<T>): OptionalSchema<T> {
  const { described, reading } = ofOurs(inner);
  const absent: Result<T> = { value: undefined, told: [] };
  const read = reading.optional().transform((result) => result ?? absent);
  return Object.assign(schema(described.optional(), read), { isOptional: true } as const);
}

function withDefault<T>(inner: Schema<T>, fallback: T): Schema<T> {
  const { described, reading } = ofOurs(inner);
  const read = reading.optional().transform((result) => ({
    value: result?.value ?? fallback,
    told: result?.told ?? [],
  }));
  return schema(described.default(fallback), read);
}

function list<T>(entry: Schema<T>, max: number): Schema<readonly T[]> {
  const { described, reading } = ofOurs(entry);
  const entries = z.array(reading);
  const read = z.transform((input: unknown): Result<readonly T[]> => {
    if (input === undefined) return { value: [], told: [] };
    if (!Array.isArray(input)) return { value: [], told: [['wrong-type', input]] };
    const raw = input.slice(0, max) as unknown[];
    const told: Told[] = input.length > max ? [['too-many', input, { max }]] : [];
    const value = entries.parse(raw).flatMap((result, index) => {
      told.push(...under(index, result.told));
      const id = idOf(result.value);
      const isRepeated = id !== undefined && raw.findIndex((other) => idOf(other) === id) < index;
      if (isRepeated) told.push(['duplicate-id', input, { id }, [index]]);
      return result.value === undefined || isRepeated ? [] : [result.value];
    });
    return { value, told };
  });
  const array = z.array(described).max(max);
  return schema(
    array.default(() => []),
    read,
  );
}

const idOf = (entry: unknown) => (entry as { id?: string } | null | undefined)?.id;

function object<S extends Shape>(shape: S): Schema<ObjectOf<S>> {
  const fields = Object.entries(shape).map(([key, field]) => [key, ofOurs(field)] as const);
  const described = z.object(Object.fromEntries(fields.map(([key, field]) => [key, field.described])));
  const reading = z.object(Object.fromEntries(fields.map(([key, field]) => [key, field.reading])));
  const read = z.transform((input: unknown): Result<ObjectOf<S>> => {
    const { success, data } = reading.safeParse(input);
    if (!success) return { value: undefined, told: [['wrong-type', input]] };
    const results = Object.entries(data);
    const present = results.filter(([, { value }]) => value !== undefined);
    const fits = results.every(([key, { value }]) => value !== undefined || shape[key]!.isOptional);
    const value = Object.fromEntries(present.map(([key, { value }]) => [key, value])) as ObjectOf<S>;
    return {
      value: fits ? value : undefined,
      told: results.flatMap(([key, { told }]) => under(key, told)),
    };
  });
  return schema(described, read);
}

/** The same, seen from what holds the key. */
const under = (key: PropertyKey, told: readonly Told[]): Told[] =>
  told.map(([code, input, params, path = []]) => [code, input, params, [key, ...path]]);
