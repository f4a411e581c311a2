import { flatMap } from '../lists.js';
import { offeredValues, type Choices as ChoicesOf, type FacetRules } from '../element/filters/facets.js';
import { STATUSES, type Enterprise } from '../feed/sections/enterprises.js';
import type { Catalogue } from './catalogue.js';

export const GALLERY_FACETS = ['theme', 'status', 'edition', 'neighbourhood'] as const;
export type GalleryFacet = (typeof GALLERY_FACETS)[number];
export type GalleryChoices = ChoicesOf<GalleryFacet>;

const valuesOf = (enterprise: Enterprise, facet: GalleryFacet): readonly string[] =>
  flatMap([facet === 'theme' ? enterprise.themes : enterprise[facet]], (value) => value ?? []);

/** Values of a facet that the feed knows, in its order. */
export const facetValuesIn = ({ labels }: Catalogue, key: GalleryFacet): Iterable<string> =>
  key === 'status' ? STATUSES : labels[key].keys();

/** Rules by which enterprises fall into the facets of a gallery. */
export function galleryFacetRules(catalogue: Catalogue): FacetRules<Enterprise, GalleryFacet> {
  const order = (key: GalleryFacet) => facetValuesIn(catalogue, key);
  return { keys: GALLERY_FACETS, valuesOf, offered: offeredValues(catalogue.enterprises, valuesOf, order) };
}

/** True if a catalogue has the value of a key of a deep link: what is open, or a filter. */
export function isInCatalogue(catalogue: Catalogue, key: string, value: string): boolean {
  if (key === 'open') return catalogue.enterprises.some(({ id }) => id === value);
  const [facet] = GALLERY_FACETS.filter((known) => known === key);
  return !facet || [...facetValuesIn(catalogue, facet)].includes(value);
}
