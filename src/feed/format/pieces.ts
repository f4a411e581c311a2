import * as z from 'zod';
import {
  LIMITS,
  RULES,
  type Fields,
  type Finding,
  type ObjectOf,
  type OptionalSchema,
  type Rule,
  type Schema,
  type Shape,
} from '../fields.js';
import type { IssueCode } from '../issues.js';
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

/** What came of reading: the value, or `undefined` for none, and what is wrong. */
interface Result<T> {
  readonly value: T | undefined;
  readonly findings: readonly Finding[];
}

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
  const id = piece(described('id'), RULES.id);
  const language = piece(described('language'), RULES.language);
  const title = piece(described('title'), RULES.title);
  const text = piece(described('text'), RULES.text);
  const url = piece(described('url'), RULES.url(base));
  const date = piece(described('date'), RULES.date);
  return {
    id: () => id,
    language: () => language,
    title: () => title,
    text: () => text,
    url: () => url,
    date: () => date,
    count: (min, max) => piece(z.int().min(min).max(max), RULES.number(min, max, true)),
    number: (min, max) => piece(z.number().min(min).max(max), RULES.number(min, max, false)),
    flag: () => piece(z.boolean(), RULES.flag),
    oneOf: (values, fallback) =>
      piece(z.enum(values).default(fallback as never), RULES.oneOf(values, fallback)),
    optional,
    withDefault,
    list,
    object,
  };
}

function schema<T>(described: z.ZodType, reading: z.ZodType<Result<T>>): Described<T> {
  return {
    described,
    reading,
    read(input, findings) {
      const read = reading.parse(input);
      findings.push(...read.findings);
      return read.value;
    },
  };
}

/** `Fields` is handed only what it made itself. */
const ofOurs = <T>(schema: Schema<T>) => schema as Described<T>;

function piece<T>(described: z.ZodType, rule: Rule<T>): Described<T> {
  const reading = z.transform((input: unknown): Result<T> => {
    const { value, code, params = {} } = rule(input);
    return { value, findings: code ? [{ path: [], code, input, params }] : [] };
  });
  return schema(described, reading);
}

function optional<T>(inner: Schema<T>): OptionalSchema<T> {
  const { described, reading } = ofOurs(inner);
  const absent: Result<T> = { value: undefined, findings: [] };
  return {
    ...schema(
      described.optional(),
      reading.optional().transform((read) => read ?? absent),
    ),
    isOptional: true,
  };
}

function withDefault<T>(inner: Schema<T>, fallback: T): Schema<T> {
  const { described, reading } = ofOurs(inner);
  return schema(
    described.default(fallback),
    reading.optional().transform((read) => ({ findings: [], ...read, value: read?.value ?? fallback })),
  );
}

function list<T>(entry: Schema<T>, max: number): Schema<readonly T[]> {
  const { described, reading } = ofOurs(entry);
  const array = z.array(reading);
  return schema(
    z
      .array(described)
      .max(max)
      .default(() => []),
    z.transform((input: unknown) => {
      const wrong = (code: IssueCode, params = {}, ...path: PropertyKey[]) => ({ path, code, input, params });
      if (input === undefined) return { value: [], findings: [] };
      if (!Array.isArray(input)) return { value: [], findings: [wrong('wrong-type')] };
      const raw = input.slice(0, max) as unknown[];
      const read = array.parse(raw);
      const isRepeated = ({ value }: Result<T>, index: number) => {
        const id = (value as { id?: unknown } | undefined)?.id;
        return id !== undefined && raw.findIndex((other) => idOf(other) === id) < index;
      };
      return {
        value: read.flatMap((one, index) =>
          one.value === undefined || isRepeated(one, index) ? [] : [one.value],
        ),
        findings: [
          ...(input.length > max ? [wrong('too-many', { max })] : []),
          ...read.flatMap((one, index) => [
            ...under(index, one.findings),
            ...(isRepeated(one, index) ? [wrong('duplicate-id', { id: idOf(raw[index]) }, index)] : []),
          ]),
        ],
      };
    }),
  );
}

const idOf = (raw: unknown) => (raw as { id?: unknown } | null | undefined)?.id;

function object<S extends Shape>(shape: S): Schema<ObjectOf<S>> {
  const fields = Object.entries(shape);
  const described = Object.fromEntries(fields.map(([key, field]) => [key, ofOurs(field).described]));
  const whole = z.object(Object.fromEntries(fields.map(([key, field]) => [key, ofOurs(field).reading])));
  return schema(
    z.object(described),
    z.transform((input: unknown) => {
      const { success, data } = whole.safeParse(input);
      if (!success)
        return { value: undefined, findings: [{ path: [], code: 'wrong-type', input, params: {} }] };
      const read = Object.entries(data);
      const present = read.filter(([, { value }]) => value !== undefined);
      const fits = read.every(([key, { value }]) => value !== undefined || shape[key]!.isOptional);
      return {
        value: fits
          ? (Object.fromEntries(present.map(([key, { value }]) => [key, value])) as ObjectOf<S>)
          : undefined,
        findings: read.flatMap(([key, { findings }]) => under(key, findings)),
      };
    }),
  );
}

/** The same findings, seen from what holds the key. */
const under = (key: PropertyKey, findings: readonly Finding[]) =>
  findings.map((finding) => ({ ...finding, path: [key, ...finding.path] }));
