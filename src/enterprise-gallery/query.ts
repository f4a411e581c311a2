import { readChoices, writeChoices } from '../element/filters/facets.js';
import { SORTS, type Sort } from './catalogue.js';
import { GALLERY_FACETS, type GalleryChoices } from './facets.js';

/** Search, filters and order of a gallery. */
export interface Query {
  readonly text: string;
  readonly choices: GalleryChoices;
  readonly sort: Sort;
}

/** Characters of a search text; longer ones find nothing and only make addresses long. */
export const MAX_SEARCH_LENGTH = 200;

/** Cards that an address asks for at most, or that stand on paper, where the rest is counted in words. */
export const MAX_CARDS = 500;

/** Reads the number of cards that a visitor had asked to see; 0 where the address has none. */
export const readShown = (params: URLSearchParams): number =>
  Math.min(Math.floor(Number(params.get('shown'))) || 0, MAX_CARDS);

/** True if something is searched or filtered. */
export const isNarrowed = ({ text, choices }: Query): boolean =>
  text !== '' || Object.keys(choices).length > 0;

/**
 * Reads a query in `URLSearchParams` syntax, as in `q=soep&theme=eten&theme=groen&sort=name`: the syntax of `filter` and
 * of deep links. Values that are not known are ignored.
 */
export function readQuery(params: URLSearchParams, defaultSort: Sort): Query {
  return {
    text: (params.get('q') ?? '').slice(0, MAX_SEARCH_LENGTH),
    choices: readChoices(params, GALLERY_FACETS),
    sort: SORTS.filter((known) => known === params.get('sort'))[0] ?? defaultSort,
  };
}

/** Writes a query in the same syntax; what is at its default is left out. */
export function writeQuery(query: Query, defaultSort: Sort): URLSearchParams {
  const params = new URLSearchParams();
  if (query.text) params.set('q', query.text);
  writeChoices(params, GALLERY_FACETS, query.choices);
  if (query.sort !== defaultSort) params.set('sort', query.sort);
  return params;
}
