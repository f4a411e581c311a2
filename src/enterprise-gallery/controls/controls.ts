import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { FacetDisclosure } from '../../element/filters/disclosure.js';
import {
  chips,
  choiceChips,
  countText,
  filters,
  countWords,
  type Chip,
  type FilterView,
} from '../../element/filters/filters.js';
import { filterStyles } from '../../element/filters/filters.styles.js';
import { type LocaleContext, localizeText } from '../../i18n/text.js';
import type { Enterprise } from '../../feed/sections/enterprises.js';
import { SORTS, type Sort } from '../catalogue.js';
import { GALLERY_FACETS, type GalleryFacet } from '../facets.js';
import type { GalleryTranslator } from '../locales/index.js';
import { MAX_SEARCH_LENGTH, type Query } from '../query.js';
import type { Selection } from '../selection.js';
import { statusLabel } from '../status-mark.js';
import { sortStyles } from './sort.styles.js';

export const styles = [filterStyles, sortStyles];

/** Outcome of a search, filter or order that is announced: `typed` while a visitor types, `none` where the focus tells it. */
export type Announced = 'count' | 'typed' | 'order' | 'none';

/** Content of the controls, and their callbacks. */
export interface GalleryControlsView {
  readonly t: GalleryTranslator;
  readonly localeContext: LocaleContext;
  /** The outcome of the query. */
  readonly selection: Selection;
  /** Name of the gallery: there may be others on the page. */
  readonly name: string;
  readonly query: Query;
  readonly searchable: boolean;
  readonly printing: boolean;
  readonly onSearch: (text: string) => void;
  readonly onSearchFocus: () => void;
  readonly onToggle: (facet: GalleryFacet, value: string) => void;
  /** Runs when a chip, or all of them, are taken away. */
  readonly onRemove: (query: Partial<Query>) => void;
  readonly onSort: (sort: Sort) => void;
}

/** Makes the controls of a gallery: a function that draws them. */
export function createControls(
  host: ReactiveControllerHost & HTMLElement,
): (view: GalleryControlsView) => TemplateResult {
  const disclosure = new FacetDisclosure(host);
  return (view) => controls(view, disclosure);
}

/** Search, filters, the chips of what is active, the count and the order. */
function controls(view: GalleryControlsView, disclosure: FacetDisclosure): TemplateResult {
  const filterView = filterViewOf(view, disclosure);
  const { query, selection, onRemove } = view;
  const facetChips = choiceChips(GALLERY_FACETS, filterView, (choices) => onRemove({ choices }));
  const searchChip = {
    key: '',
    label: view.t('searchChip', { text: query.text }),
    onRemove: () => onRemove({ text: '' }),
  };
  const searchChips = query.text ? [searchChip] : [];
  return html`
    ${
      view.searchable || selection.facets.length > 0
        ? html`<search class="controls" part="controls" aria-label=${`${view.t('search')}: ${view.name}`}>
            ${view.searchable ? searchField(view) : nothing} ${filters(filterView)}
          </search>`
        : nothing
    }
    ${chips(view.t, [...searchChips, ...facetChips], () => onRemove({ text: '', choices: {} }))}
    ${countLine(view, view.printing ? [...facetChips, ...searchChips] : [])}
  `;
}

function filterViewOf(
  { t, localeContext, selection, onToggle }: GalleryControlsView,
  disclosure: FacetDisclosure,
): FilterView<GalleryFacet> {
  return {
    t,
    facets: selection.facets,
    choices: selection.choices,
    resultCount: countOf(selection),
    disclosure,
    facetName: t,
    resultsText: (n) => t('results', { n }),
    valueName: (key, value) => {
      if (key === 'status')
        return { text: statusLabel(value as Enterprise['status'], t), language: undefined };
      return localizeText(selection.catalogue.labels[key].get(value)!, localeContext);
    },
    onToggle,
  };
}

/** The number of enterprises found; `undefined` while not everything has been read. */
const countOf = ({ complete, total }: Selection) => (complete ? total : undefined);

/** Leaves the field at Enter where that has a keyboard on the screen, which covers the results. */
function leaveAtEnter({ key, isComposing, target }: KeyboardEvent): void {
  if (key === 'Enter' && !isComposing && matchMedia('(pointer: coarse)').matches)
    ((target as Element).getRootNode() as ShadowRoot).getElementById('count')!.focus();
}

function searchField({ t, query, onSearch, onSearchFocus }: GalleryControlsView): TemplateResult {
  return html`
    <div class="search-field">
      <label class="label" for="search">${t('search')}</label>
      <input
        id="search"
        class="field"
        part="search"
        type="search"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        maxlength=${MAX_SEARCH_LENGTH}
        .value=${query.text}
        @input=${(event: InputEvent) => onSearch((event.target as HTMLInputElement).value)}
        @focus=${onSearchFocus}
        @keydown=${leaveAtEnter}
      />
    </div>
  `;
}

/** The name of an order. What a search finds stands in the order of the feed only where it fits equally well. */
const sortName = (sort: Sort, { text }: Query, t: GalleryTranslator): string =>
  t(sort === 'feed' && text ? 'sort-relevance' : `sort-${sort}`);

/** The words that tell an outcome: its number and, of none, how to go on; or the order that was chosen. */
export function announcedText(outcome: Announced, total: number, query: Query, t: GalleryTranslator): string {
  if (outcome === 'none') return '';
  if (outcome === 'order') return t('sorted', { order: sortName(query.sort, query, t) });
  return t('results', { n: total }) + (total > 0 ? '' : `. ${t('nothingFoundHelp')}`);
}

function countLine(
  { t, selection, query, onSort }: GalleryControlsView,
  chosen: readonly Chip[],
): TemplateResult {
  const { catalogue, failed } = selection;
  const count = countOf(selection);
  return html`
    <div class="count-line">
      ${countText(
        count === undefined
          ? t(failed ? 'failed' : 'counting')
          : countWords(t, count, catalogue.enterprises.length, chosen),
      )}
      <div class="sort">
        <label for="sort">${t('sort')}</label>
        <select
          id="sort"
          part="sort"
          @change=${(event: Event) => onSort((event.target as HTMLSelectElement).value as Sort)}
        >
          ${SORTS.map((sort) => html`<option value=${sort} ?selected=${sort === query.sort}>${sortName(sort, query, t)}</option>`)}
        </select>
      </div>
    </div>
  `;
}
