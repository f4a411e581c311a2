import type { Enterprise } from '../feed/sections/enterprises.js';
import { STATUSES } from '../feed/sections/enterprises.js';
import type { Catalogue } from './catalogue.js';

export const FACETS = ['theme', 'status', 'edition', 'neighbourhood'] as const;
export type FacetKey = (typeof FACETS)[number];

/** The values chosen, by facet. Several within a facet mean or; several facets mean and. */
export type Choices = Readonly<Partial<Record<FacetKey, readonly string[]>>>;

export interface FacetOption {
  readonly value: string;
  /** How many enterprises choosing this value gives, with the search and the other facets as they are. */
  readonly count: number;
  readonly chosen: boolean;
}

export interface Facet {
  readonly key: FacetKey;
  readonly options: readonly FacetOption[];
}

export function valuesOf(enterprise: Enterprise, facet: FacetKey): readonly string[] {
  if (facet === 'theme') return enterprise.themes;
  const value = enterprise[facet];
  return value === undefined ? [] : [value];
}

/** The enterprises that fit the choices; `except` leaves one facet out of it. */
export function matching(
  list: readonly Enterprise[],
  choices: Choices,
  except?: FacetKey,
): readonly Enterprise[] {
  const active = FACETS.filter((key) => key !== except && (choices[key]?.length ?? 0) > 0);
  if (active.length === 0) return list;
  return list.filter((enterprise) =>
    active.every((key) => valuesOf(enterprise, key).some((value) => choices[key]!.includes(value))),
  );
}

/**
 * The facets to offer, in the order asked for, each only where the feed has it. Options keep their place and their reach
 * when they lead nowhere: then they say 0. `found`: what the search gives, before any facet.
 */
export function facetsOf(
  wanted: readonly string[],
  catalogue: Catalogue,
  found: readonly Enterprise[],
  choices: Choices,
): readonly Facet[] {
  return FACETS.filter((key) => wanted.includes(key))
    .sort((a, b) => wanted.indexOf(a) - wanted.indexOf(b))
    .flatMap((key) => {
      const used = countValues(catalogue.enterprises, key);
      if (used.size === 0) return [];
      const counts = countValues(matching(found, choices, key), key);
      const options = orderOf(key, catalogue)
        .filter((value) => used.has(value))
        .map((value) => ({
          value,
          count: counts.get(value) ?? 0,
          chosen: choices[key]?.includes(value) ?? false,
        }));
      return [{ key, options }];
    });
}

function orderOf(key: FacetKey, catalogue: Catalogue): readonly string[] {
  return key === 'status' ? STATUSES : [...catalogue.labels[key].keys()];
}

function countValues(list: readonly Enterprise[], key: FacetKey): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const enterprise of list)
    for (const value of valuesOf(enterprise, key)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The choices with one value added or taken away. */
export function toggled(choices: Choices, key: FacetKey, value: string): Choices {
  const held = choices[key] ?? [];
  const rest = held.filter((other) => other !== value);
  return { ...choices, [key]: rest.length < held.length ? rest : [...held, value] };
}

/** How many values are chosen in all. */
export function countChoices(choices: Choices): number {
  return FACETS.reduce((sum, key) => sum + (choices[key]?.length ?? 0), 0);
}
