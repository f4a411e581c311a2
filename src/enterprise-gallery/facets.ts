import { offeredValues, type Choices as ChoicesOf, type FacetRules } from '../element/filters/facets.js';
import { STATUSES, type Enterprise } from '../feed/sections/enterprises.js';
import type { Catalogue } from './catalogue.js';

export const FACETS = ['theme', 'status', 'edition', 'neighbourhood'] as const;
export type FacetKey = (typeof FACETS)[number];
export type Choices = ChoicesOf<FacetKey>;

function valuesOf(enterprise: Enterprise, facet: FacetKey): readonly string[] {
  if (facet === 'theme') return enterprise.themes;
  const value = enterprise[facet];
  return value === undefined ? [] : [value];
}

/** Values of a facet that the feed knows, in its order. */
export const facetValuesIn = ({ labels }: Catalogue, key: FacetKey): Iterable<string> =>
  key === 'status' ? STATUSES : labels[key].keys();

/** Rules by which enterprises fall into the facets of a gallery. */
export function facetRules(catalogue: Catalogue): FacetRules<Enterprise, FacetKey> {
  const order = (key: FacetKey) => facetValuesIn(catalogue, key);
  return { keys: FACETS, valuesOf, offered: offeredValues(catalogue.enterprises, valuesOf, order) };
}
