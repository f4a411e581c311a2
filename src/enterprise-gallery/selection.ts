import { facetsOf, knownChoices, matching, type Facet } from '../element/filters/facets.js';
import type { LocaleContext } from '../i18n/text.js';
import type { FeedDocument } from '../feed/document.js';
import { enterprises, type Enterprise } from '../feed/sections/enterprises.js';
import { catalogueOf, sorted, type Catalogue } from './catalogue.js';
import { facetRules, valuesIn, type Choices, type FacetKey } from './facets.js';
import type { Query } from './query.js';
import { SearchIndex } from './search.js';

/** What a query gives: the enterprises in order, and the facets with their counts. */
export interface Selection {
  readonly catalogue: Catalogue;
  readonly enterprises: readonly Enterprise[];
  /** How many there are; before the whole feed has been read, how many there may be. */
  readonly total: number;
  /** Whether the whole feed has been read. */
  readonly complete: boolean;
  readonly facets: readonly Facet<FacetKey>[];
  /** What is chosen, of what the feed knows. */
  readonly choices: Choices;
}

/** Answers queries about a feed, and keeps what the next answer needs too: every key that is pressed asks again. */
export class Selections {
  #document: FeedDocument | undefined;
  #catalogue: Catalogue | undefined;
  #rules: ReturnType<typeof facetRules> | undefined;
  #index: SearchIndex | undefined;
  #asked: readonly unknown[] = [];
  #selection: Selection | undefined;

  /** `complete`: whether the whole feed has been read; what was kept of a part of it is then made anew. */
  select(
    document: FeedDocument,
    complete: boolean,
    localeContext: LocaleContext,
    query: Query,
    wantedFacets: readonly string[],
  ): Selection {
    const asked = [document, complete, localeContext.locale, query, wantedFacets];
    if (this.#selection && complete && asked.every((value, at) => value === this.#asked[at]))
      return this.#selection;
    if (!this.#catalogue || !complete || !this.#asked[1] || this.#document !== document) {
      this.#document = document;
      this.#catalogue = catalogueOf(document);
      this.#rules = undefined;
      this.#index = undefined;
    }
    if (!this.#index || localeContext.locale !== this.#asked[2])
      this.#index = new SearchIndex(this.#catalogue, localeContext);
    this.#asked = asked;
    const catalogue = this.#catalogue;
    const found = this.#index.find(query.text);
    const rules = (this.#rules ??= facetRules(catalogue));
    const choices = knownChoices(query.choices, (key) => valuesIn(catalogue, key));
    const list = sorted(matching(found, choices, rules), query.sort, catalogue, localeContext);
    this.#selection = {
      catalogue,
      enterprises: list,
      total: complete ? list.length : document.list(enterprises).size,
      complete,
      facets: facetsOf(wantedFacets, rules, found, choices),
      choices,
    };
    return this.#selection;
  }

  /** Makes the search index ready, in bites that a visitor does not feel. */
  prepareSearch(): void {
    setTimeout(() => {
      if (this.#index?.prepare(200) === false) this.prepareSearch();
    });
  }
}
