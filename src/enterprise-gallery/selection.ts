import type { LitElement, TemplateResult } from 'lit';
import { withStyles } from '../element/adopted-styles.js';
import { LazyModule } from '../element/controllers/lazy-module.js';
import { facetsOf, knownChoices, matching, type Facet } from '../element/filters/facets.js';
import type { LocaleContext } from '../i18n/text.js';
import type { FeedDocument } from '../feed/document.js';
import { enterprises, type Enterprise } from '../feed/sections/enterprises.js';
import { catalogueOf, sorted, type Catalogue } from './catalogue.js';
import { galleryFacetRules, facetValuesIn, type GalleryChoices, type GalleryFacet } from './facets.js';
import type { Query } from './query.js';
import type * as Search from './search.js';

/** Result of a query: the enterprises in order, and the facets with their counts. */
export interface Selection {
  readonly catalogue: Catalogue;
  readonly enterprises: readonly Enterprise[];
  /** Number of enterprises; before the whole feed has been read, the number that there may be. */
  readonly total: number;
  /** True once the whole feed has been read and, where a text is searched, looked through. */
  readonly complete: boolean;
  /** True while the code that searches is not there: the enterprises are those of before. */
  readonly isWaiting: boolean;
  /** True if that code could not be loaded; a visitor who turns to the field asks for it again. */
  readonly failed: boolean;
  readonly facets: readonly Facet<GalleryFacet>[];
  /** The choices of the query, without values that the feed does not know. */
  readonly choices: GalleryChoices;
}

/** Input of a selection. */
export interface SelectionRequest {
  readonly document: FeedDocument;
  /** True once the whole feed has been read: what was derived from a part of it is then made anew. */
  readonly complete: boolean;
  readonly localeContext: LocaleContext;
  readonly query: Query;
  /** The facets to offer, in this order. */
  readonly facets: readonly string[];
}

/** Enterprises that are indexed at a time. */
const INDEX_SLICE = 200;
/** Time that a search or filter may read on before it is answered from what is there: the next key must not wait. */
export const MAX_READING_MS = 20;
/** Time for a search to index what no slice has reached yet: more of it would hold up the next key. */
const MAX_INDEXING_MS = 10;

/** Makes selections, and keeps what the next one needs too: every key that is pressed asks for one. */
export class SelectionCache {
  #request: SelectionRequest | undefined;
  #catalogue: Catalogue | undefined;
  #rules: ReturnType<typeof galleryFacetRules> | undefined;
  #index: Search.SearchIndex | undefined;
  /** The enterprises that the last search found. */
  #found: readonly Enterprise[] = [];
  #selection: Selection | undefined;
  /** Code that searches; comes when a visitor shows the wish to. */
  readonly #code: LazyModule<typeof Search>;
  readonly #host: LitElement;
  /** Settles when the next slice of the index has been made; `undefined` while none is to come. */
  #indexing: Promise<void> | undefined;

  /** @param host The element that asks for an update when a search that could not look through everything can. */
  constructor(host: LitElement) {
    this.#host = host;
    this.#code = new LazyModule(host, () => withStyles(host, import('./search.js')));
  }

  /** Settles when the code, or the next slice of the index, is there; `undefined` while none is to come. */
  get pending(): Promise<void> | undefined {
    return this.#code.pending ?? this.#indexing;
  }

  /** Makes a function that marks in a text what a search for another one finds there. */
  highlighter(searched: string): (text: string) => string | TemplateResult {
    const { module } = this.#code;
    const terms = module?.searchTerms(searched) ?? [];
    return (text) => (terms.length > 0 ? module!.highlight(text, terms) : text);
  }

  get(request: SelectionRequest): Selection {
    const { document, localeContext, query, facets } = request;
    const last = this.#request;
    const isSameDocument = document === last?.document;
    const isSameFeed = request.complete && last?.complete && isSameDocument;
    const isSameLanguage = localeContext.locale === last?.localeContext.locale;
    const isSameQuery = query === last?.query && facets === last.facets;
    const isSettled = this.#selection?.complete && isSameFeed;
    const isPartial =
      this.#indexing && isSameDocument && request.complete === last?.complete && query.text !== '';
    if (this.#selection && (isSettled || isPartial) && isSameLanguage && isSameQuery) return this.#selection;
    if (!this.#catalogue || !isSameFeed) {
      this.#catalogue = catalogueOf(document);
      this.#rules = undefined;
    }
    const catalogue = this.#catalogue;
    if (!isSameDocument || !isSameLanguage) {
      this.#index = undefined;
      this.#found = [];
    }
    this.#request = request;
    const isSearched = query.text !== '';
    if (isSearched) {
      this.#code.loadOnce();
      this.#prepareIndex();
    }
    const { failed } = this.#code;
    // What was found before stays in sight while the code is on its way.
    if (!isSearched) this.#found = catalogue.enterprises;
    else if (this.#index) this.#found = this.#index.find(query.text, performance.now() + MAX_INDEXING_MS);
    const found = this.#found;
    const complete = request.complete && (!isSearched || !!this.#index?.complete);
    const rules = (this.#rules ??= galleryFacetRules(catalogue));
    const choices = knownChoices(query.choices, (key) => facetValuesIn(catalogue, key));
    const list = sorted(matching(found, choices, rules), query.sort, catalogue, localeContext);
    this.#selection = {
      catalogue,
      enterprises: list,
      total: complete ? list.length : document.reader(enterprises).size,
      complete,
      isWaiting: isSearched && !this.#index,
      failed,
      facets: facetsOf(facets, rules, found, choices),
      choices,
    };
    return this.#selection;
  }

  /**
   * Makes the search index ready as far as the feed has been read, in slices that a visitor does not feel. For when a
   * visitor shows the wish to search.
   */
  prepareSearch(): void {
    this.#code.load();
    void this.#code.loading?.then(() => this.#prepareIndex());
  }

  #prepareIndex(): void {
    const { module } = this.#code;
    if (!module || !this.#catalogue || !this.#request) return;
    this.#index ??= new module.SearchIndex(this.#catalogue, this.#request.localeContext);
    this.#index.catalogue = this.#catalogue;
    if (this.#index.prepare(INDEX_SLICE)) return;
    this.#indexing ??= new Promise((resolve) => setTimeout(resolve)).then(() => {
      this.#indexing = undefined;
      this.#prepareIndex();
      if (!this.#indexing) this.#host.requestUpdate();
    });
  }
}
