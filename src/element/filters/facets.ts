import { flatMap } from '../../lists.js';

/** The values chosen, by facet. Several within a facet mean or; several facets mean and. */
export type Choices<K extends string = string> = Readonly<Partial<Record<K, readonly string[]>>>;

export interface FacetOption {
  readonly value: string;
  /** The number of entries that choosing this value gives, with everything else as it is. */
  readonly count: number;
  readonly chosen: boolean;
}

export interface Facet<K extends string = string> {
  readonly key: K;
  readonly options: readonly FacetOption[];
}

/** The rules by which the entries of a widget fall into facets. */
export interface FacetRules<T, K extends string> {
  readonly keys: readonly K[];
  readonly valuesOf: (entry: T, key: K) => readonly string[];
  /** Every value that the entries have, in the order in which it is offered. */
  readonly offered: (key: K) => readonly string[];
}

/** @returns the entries that fit the choices; the choices of the facet `except` do not count. */
export function matching<T, K extends string>(
  list: readonly T[],
  choices: Choices<K>,
  { keys, valuesOf }: Omit<FacetRules<T, K>, 'offered'>,
  except?: K,
): readonly T[] {
  const active = keys.filter((key) => key !== except && (choices[key]?.length ?? 0) > 0);
  if (active.length === 0) return list;
  return list.filter((entry) =>
    active.every((key) => valuesOf(entry, key).some((value) => choices[key]!.includes(value))),
  );
}

/**
 * The facets to offer, in the order asked for, each only where the feed has it. Options keep their place and their reach
 * when they lead nowhere: then they say 0. `found`: the entries before any facet narrows them. Counts are made when they
 * are looked at, for most facets are closed most of the time.
 */
export function facetsOf<T, K extends string>(
  wanted: readonly string[],
  rules: FacetRules<T, K>,
  found: readonly T[],
  choices: Choices<K>,
): readonly Facet<K>[] {
  return rules.keys
    .filter((key) => wanted.includes(key) && rules.offered(key).length > 0)
    .sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b))
    .map((key) => {
      let counts: ReadonlyMap<string, number> | undefined;
      const count = (value: string) => {
        counts ??= countValues(matching(found, choices, rules, key), (entry) => rules.valuesOf(entry, key));
        return counts.get(value) ?? 0;
      };
      const options = rules.offered(key).map((value) => ({
        value,
        get count() {
          return count(value);
        },
        chosen: choices[key]?.includes(value) ?? false,
      }));
      return { key, options };
    });
}

/** Counts the entries that have each value. */
export function countValues<T>(
  list: readonly T[],
  valuesOf: (entry: T) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of list)
    for (const value of valuesOf(entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Lists the values of `order` that some entry has, by facet; each facet is looked through once. */
export function offeredValues<T, K extends string>(
  list: readonly T[],
  valuesOf: (entry: T, key: K) => readonly string[],
  order: (key: K) => Iterable<string>,
): (key: K) => readonly string[] {
  const known = new Map<K, readonly string[]>();
  return (key) => {
    let values = known.get(key);
    if (!values) {
      const used = countValues(list, (entry) => valuesOf(entry, key));
      known.set(key, (values = [...order(key)].filter((value) => used.has(value))));
    }
    return values;
  };
}

/** Leaves out of choices what the feed does not know: anyone can write an address, and old ones stay about. */
export function knownChoices<K extends string>(
  choices: Choices<K>,
  valuesIn: (key: K) => Iterable<string>,
): Choices<K> {
  const known = (Object.keys(choices) as K[]).map((key) => {
    const all = new Set(valuesIn(key));
    return [key, choices[key]!.filter((value) => all.has(value))];
  });
  return Object.fromEntries(known) as Choices<K>;
}

/** @returns the choices with one value added, or taken away where it was chosen. */
export function toggled<K extends string>(choices: Choices<K>, key: K, value: string): Choices<K> {
  const before = choices[key] ?? [];
  const others = before.filter((other) => other !== value);
  return { ...choices, [key]: others.length < before.length ? others : [...before, value] };
}

/** Lists every value chosen, with its facet. */
export function chosenValues<K extends string>(
  keys: readonly K[],
  choices: Choices<K>,
): readonly { readonly key: K; readonly value: string }[] {
  return flatMap(keys, (key) => (choices[key] ?? []).map((value) => ({ key, value })));
}

/** Values that are read of each facet: an address can be as long as anybody likes. */
const MAX_VALUES = 50;

/** Reads choices in `URLSearchParams` syntax, as in `theme=eten&theme=groen`. Other keys are ignored. */
export function readChoices<K extends string>(params: URLSearchParams, keys: readonly K[]): Choices<K> {
  const choices: Partial<Record<K, readonly string[]>> = {};
  for (const key of keys) {
    const values = [...new Set(params.getAll(key))].filter(Boolean).slice(0, MAX_VALUES);
    if (values.length > 0) choices[key] = values;
  }
  return choices;
}

/** Adds choices to parameters, in the same syntax. */
export function writeChoices<K extends string>(
  params: URLSearchParams,
  keys: readonly K[],
  choices: Choices<K>,
): void {
  for (const { key, value } of chosenValues(keys, choices)) params.append(key, value);
}
