import { headShape } from '../document.js';
import type { Fields, Schema, Shape } from '../fields.js';
import type { FeedIssue } from '../issues.js';
import type { Section } from '../section.js';

/** The kind of value that belongs at a place of a feed. */
export type Place =
  | { readonly kind: 'id' | 'language' | 'title' | 'text' | 'url' | 'date' | 'flag' | 'any' }
  | { readonly kind: 'count' | 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly entry: Place }
  | ObjectPlace;

export interface ObjectPlace {
  readonly kind: 'object';
  readonly fields: Readonly<Record<string, Place>>;
}

/** A schema that reads nothing and only says what belongs at its place. */
interface PlaceSchema<T> extends Schema<T> {
  readonly place: Place;
}

const placeSchema = <T>(place: Place): PlaceSchema<T> => Object.assign(() => undefined, { place });

/** The place of a schema that `placeFields` made. */
const placeOf = (schema: Schema<unknown>): Place => (schema as PlaceSchema<unknown>).place;

/** Makers of schemas that know names and kinds of fields: no shape of the format is written twice. */
const placeFields: Fields = {
  id: () => placeSchema({ kind: 'id' }),
  language: () => placeSchema({ kind: 'language' }),
  title: () => placeSchema({ kind: 'title' }),
  text: () => placeSchema({ kind: 'text' }),
  url: () => placeSchema({ kind: 'url' }),
  date: () => placeSchema({ kind: 'date' }),
  count: (min, max) => placeSchema({ kind: 'count', min, max }),
  number: (min, max) => placeSchema({ kind: 'number', min, max }),
  flag: () => placeSchema({ kind: 'flag' }),
  oneOf: (values) => placeSchema({ kind: 'choice', values }),
  optional: (inner) => Object.assign(placeSchema<never>(placeOf(inner)), { isOptional: true } as const),
  withDefault: (inner) => inner,
  onInvalid: (inner) => inner,
  list: (entry) => placeSchema({ kind: 'list', entry: placeOf(entry) }),
  object: (shape) => placeSchema(objectPlace(shape)),
};

const objectPlace = (shape: Shape): ObjectPlace => ({
  kind: 'object',
  fields: Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, placeOf(schema)])),
});

/** Every section by its name; a widget brings the modules of its own alone. */
const SECTION_KEYS: Readonly<Record<Section<unknown>['key'], true>> = {
  organisations: true,
  pillars: true,
  themes: true,
  neighbourhoods: true,
  programme: true,
  parts: true,
  editions: true,
  sessions: true,
  history: true,
  enterprises: true,
  oasis: true,
  signups: true,
  documents: true,
};

/** The places of a feed: its own description, these sections, and others by name alone. */
export function feedPlaces(sections: readonly Section<unknown>[]): ObjectPlace {
  const any: Place = { kind: 'any' };
  const names = Object.fromEntries(Object.keys(SECTION_KEYS).map((key) => [key, any]));
  const known = sections.map(({ key, kind, schema }) => {
    const entry = placeOf(schema(placeFields));
    return [key, kind === 'list' ? { kind: 'list', entry } : entry] as const;
  });
  const head = objectPlace(headShape(placeFields));
  return {
    kind: 'object',
    fields: { $schema: any, version: any, ...names, ...head.fields, ...Object.fromEntries(known) },
  };
}

/** The place that a pointer leads to; `undefined` where the format has none. */
export function placeAt(root: Place, pointer: string): Place | undefined {
  let place: Place | undefined = root;
  for (const key of pointer.split('/').slice(1)) {
    if (place?.kind === 'list') place = place.entry;
    else if (place?.kind === 'object')
      place = Object.hasOwn(place.fields, key) ? place.fields[key] : undefined;
    else return undefined;
  }
  return place;
}

/** The issues, those of a value of another kind with what belongs there: `expected` and its figures. */
export const withExpected = (issues: readonly FeedIssue[], root: Place): readonly FeedIssue[] =>
  issues.map((issue) => {
    const place = issue.code === 'wrong-type' ? placeAt(root, issue.pointer) : undefined;
    return place ? { ...issue, params: { ...issue.params, ...figuresOf(place) } } : issue;
  });

function figuresOf(place: Place): FeedIssue['params'] {
  if (place.kind === 'object') return { expected: 'object', fields: Object.keys(place.fields).join(', ') };
  if ('min' in place) return { expected: place.kind, min: place.min, max: place.max };
  return { expected: place.kind === 'title' ? 'text' : place.kind };
}
