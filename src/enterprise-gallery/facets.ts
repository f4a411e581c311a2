import type { Choices as ChoicesOf, FacetRules } from '../element/filters/facets.js';
import { STATUSES, type Enterprise } from '../feed/sections/enterprises.js';
import type { Catalogue } from './catalogue.js';

export const FACETS = ['theme', 'status', 'edition', 'neighbourhood'] as const;
export type FacetKey = (typeof FACETS)[number];
export type Choices = ChoicesOf<FacetKey>;

/** How enterprises fall into the facets of a gallery. */
export function facetRules({ labels }: Catalogue): FacetRules<Enterprise, FacetKey> {
  return {
    keys: FACETS,
    valuesOf: (enterprise, facet) => {
      if (facet === 'theme') return enterprise.themes;
      const value = enterprise[facet];
      return value === undefined ? [] : [value];
    },
    orderOf: (key) => (key === 'status' ? STATUSES : labels[key].keys()),
  };
}
