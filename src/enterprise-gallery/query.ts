import { readChoices, writeChoices } from '../element/filters/facets.js';
import { SORTS, type Sort } from './catalogue.js';
import { FACETS, type Choices } from './facets.js';

/** What a visitor asks of the gallery. */
export interface Query {
  readonly text: string;
  readonly choices: Choices;
  readonly sort: Sort;
}

/** Longer searches find nothing and only make addresses long. */
const LONGEST_TEXT = 200;

/**
 * Reads a query in `URLSearchParams` syntax, as in `q=soep&theme=eten&theme=groen&sort=name`: the syntax of `filter` and
 * of deep links. What is not known is ignored.
 */
export function readQuery(params: URLSearchParams, sort: Sort): Query {
  return {
    text: (params.get('q') ?? '').slice(0, LONGEST_TEXT),
    choices: readChoices(params, FACETS),
    sort: SORTS.find((known) => known === params.get('sort')) ?? sort,
  };
}

/** Writes a query; what is as it was from the start is left out. */
export function writeQuery(query: Query, sort: Sort): URLSearchParams {
  const params = new URLSearchParams();
  if (query.text) params.set('q', query.text);
  writeChoices(params, FACETS, query.choices);
  if (query.sort !== sort) params.set('sort', query.sort);
  return params;
}
