/** Feeds for property tests: anything at all, and good feeds with something changed in them. */
import fc from 'fast-check';
import { EXAMPLE } from '../../../src/feed/format/example.js';

/** Texts for places where something else belongs. */
const ODD_TEXTS = [
  '',
  ' ',
  'a',
  'EX-1',
  '__proto__',
  'constructor',
  'unknown',
  'nl_NL',
  '2016-02-30',
  '2027-09-09T13:30',
  '2016/2015',
  '//u:p@a.example',
  'data:text/html,x',
  'java\nscript:x',
  '\u0000\u202e',
  'x'.repeat(201),
  'x'.repeat(5_001),
];
const scalar = fc.oneof(
  fc.constantFrom(...ODD_TEXTS, null, true, false, 0, -1, 1.5, 1e300),
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('id', 'name', 'title', 'url', 'nl', 'en', 'x y', '/', '~'), tie('tree'), {
      maxKeys: 4,
    }),
  ),
}));

/** JSON whose first level has the names that a feed has. */
export const anyJson = fc.oneof(
  fc.jsonValue(),
  fc.dictionary(fc.constantFrom(...Object.keys(EXAMPLE)), tree, { maxKeys: 6 }),
);

/** The way from a value to something inside it. */
export type Path = readonly string[];

/** The object or list that holds what is changed. */
type Holder = Record<string, unknown> | unknown[];

/** A change to what a holder has under a key. */
type Change = (holder: Holder, key: string) => void;

/** Paths to everything inside a value, itself included. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

/**
 * A value in which a change was made where a path leads; unchanged where it leads to nothing. Only what is on the path is
 * copied: the rest is shared with the value.
 */
export function changedAt(value: unknown, [key, ...rest]: Path, change: Change): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return value;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  if (rest.length === 0) change(copy, key);
  else if (Object.hasOwn(copy, key)) copy[key] = changedAt(copy[key], rest, change);
  return copy;
}

const paths = pathsIn(EXAMPLE).filter((path) => path.length > 0);

/** One change to a feed: something replaced, gone, repeated, or new. */
const change: fc.Arbitrary<Change> = fc.oneof(
  tree.map(
    (value): Change =>
      (holder, key) =>
        void ((holder as Record<string, unknown>)[key] = value),
  ),
  fc.constant<Change>(
    (holder, key) => void (Array.isArray(holder) ? holder.splice(Number(key), 1) : delete holder[key]),
  ),
  fc.integer({ min: 1, max: 130 }).map((times): Change => (holder, key) => {
    if (Array.isArray(holder)) holder.push(...Array<unknown>(times).fill(holder[Number(key)]));
    else holder[key] = Array<unknown>(times).fill(holder[key]);
  }),
  fc.tuple(fc.string(), tree).map(
    ([key, value]): Change =>
      (holder) =>
        void (Array.isArray(holder) || (holder[key] = value)),
  ),
);

/** The example feed with a few changes anywhere in it. */
export const changedFeed = fc
  .array(fc.tuple(fc.constantFrom(...paths), change), { minLength: 1, maxLength: 4 })
  .map((changes) => changes.reduce<unknown>((feed, [path, make]) => changedAt(feed, path, make), EXAMPLE));
