import * as z from 'zod/mini';
import { LIMITS, type Fields } from '../fields.js';
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

/** One of the pieces; `$defs` gets its description. */
export function piece<T>(name: PieceName): z.ZodMiniType<T> {
  const schema = z.unknown();
  DESCRIPTIONS.add(schema, { id: name, ...PIECES[name] });
  return schema as never;
}

/** The pieces as JSON Schema tells them: the same sections, described instead of read. */
export function describingFields(): Fields {
  const pieces = {
    id: piece<string>('id'),
    language: piece<string>('language'),
    title: piece<never>('title'),
    text: piece<never>('text'),
    url: piece<never>('url'),
    date: piece<never>('date'),
  };
  return {
    id: () => pieces.id,
    language: () => pieces.language,
    title: () => pieces.title,
    text: () => pieces.text,
    url: () => pieces.url,
    date: () => pieces.date,
    count: (min, max) => z.int().check(z.gte(min), z.lte(max)),
    number: (min, max) => z.number().check(z.gte(min), z.lte(max)),
    flag: () => z.boolean(),
    oneOf: (values, fallback) => z._default(z.enum(values), fallback),
    optional: z.optional,
    withDefault: (inner, fallback) => z._default(inner, fallback as never),
    list: (entry, max) => z._default(z.array(entry).check(z.maxLength(max)), () => []),
  };
}
