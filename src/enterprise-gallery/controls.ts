import { html, nothing, type TemplateResult } from 'lit';
import { chooseText, feedText, type Reader } from '../element/text.js';
import { SORTS, type Catalogue, type Sort } from './catalogue.js';
import { FACETS, countChoices, toggled, type Facet, type FacetKey, type FacetOption } from './facets.js';
import type { FacetDisclosure } from './facet-disclosure.js';
import type { GalleryWords } from './locales/index.js';
import type { Query } from './query.js';
import { sayStatus } from './status-mark.js';
import type { Enterprise } from '../feed/sections/enterprises.js';

/** What the controls show, and what they ask for. */
export interface ControlsView {
  readonly say: GalleryWords;
  readonly reader: Reader;
  readonly catalogue: Catalogue;
  readonly query: Query;
  readonly facets: readonly Facet[];
  readonly searchable: boolean;
  /** The number of enterprises found; `undefined` while not everything has been read. */
  readonly count: number | undefined;
  readonly disclosure: FacetDisclosure;
  readonly onSearch: (text: string) => void;
  readonly onSearchFocus: () => void;
  readonly onToggle: (facet: FacetKey, value: string) => void;
  /** A chip, or all of them, taken away. */
  readonly onRemove: (query: Partial<Query>) => void;
  readonly onSort: (sort: Sort) => void;
}

export function controls(view: ControlsView): TemplateResult {
  return html`
    <search class="controls" part="controls">
      ${view.searchable ? searchField(view) : nothing} ${view.facets.length > 0 ? filters(view) : nothing}
    </search>
    ${chips(view)} ${countLine(view)}
  `;
}

function filters(view: ControlsView): TemplateResult {
  const { facets, disclosure } = view;
  const { filtersOpen } = disclosure;
  return html`
    <button
      type="button"
      class="button filters-toggle"
      part="button"
      aria-expanded=${filtersOpen}
      aria-controls="facets"
      @click=${disclosure.toggleFilters}
    >
      ${filtersLabel(view)}${chevron}
    </button>
    <div class="facets ${filtersOpen ? 'open' : ''}" id="facets" part="facets">
      ${facets.map((facet) => facetPanel(facet, view))}
    </div>
  `;
}

const chevron = html`<svg class="chevron" viewBox="0 0 12 12" aria-hidden="true">
  <path d="m3 4.5 3 3 3-3" />
</svg>`;

function filtersLabel({ say, query }: ControlsView): string {
  const n = countChoices(query.choices);
  return n > 0 ? say('facetChosen', { facet: say('filters'), n }) : say('filters');
}

function searchField({ say, query, onSearch, onSearchFocus }: ControlsView): TemplateResult {
  return html`
    <div class="search-field">
      <label class="label" for="search">${say('search')}</label>
      <input
        id="search"
        class="field"
        part="search"
        type="search"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        maxlength="200"
        .value=${query.text}
        @input=${(event: InputEvent) => onSearch((event.target as HTMLInputElement).value)}
        @focus=${onSearchFocus}
      />
    </div>
  `;
}

function facetPanel(facet: Facet, view: ControlsView): TemplateResult {
  const { say, disclosure } = view;
  const open = disclosure.open === facet.key;
  const chosen = facet.options.filter((option) => option.chosen).length;
  const name = say(facet.key);
  return html`
    <div
      class="facet"
      part="facet"
      data-facet=${facet.key}
      @keydown=${disclosure.onKey}
      @focusout=${disclosure.onLeave}
    >
      <button
        type="button"
        class="button facet-toggle"
        part="button"
        aria-expanded=${open}
        aria-controls=${`facet-${facet.key}`}
        aria-label=${chosen > 0 ? say('facetChosen', { facet: name, n: chosen }) : nothing}
        @click=${() => disclosure.toggle(facet.key)}
      >
        ${name}${chosen > 0 ? html`<span class="chosen-count">${chosen}</span>` : nothing}${chevron}
      </button>
      <fieldset class="options" id=${`facet-${facet.key}`} ?hidden=${!open}>
        <legend class="visually-hidden">${name}</legend>
        ${open ? facet.options.map((option) => optionBox(facet.key, option, view)) : nothing}
      </fieldset>
    </div>
  `;
}

function optionBox(facet: FacetKey, option: FacetOption, view: ControlsView): TemplateResult {
  const { count, onToggle } = view;
  return html`
    <label class="option ${option.count === 0 ? 'nowhere' : ''}">
      <input type="checkbox" .checked=${option.chosen} @change=${() => onToggle(facet, option.value)} />
      <span class="option-name">${valueName(facet, option.value, view)}</span>
      <span class="option-count">${count === undefined ? '' : option.count}</span>
    </label>
  `;
}

function valueName(facet: FacetKey, value: string, view: ControlsView): unknown {
  if (facet === 'status') return sayStatus(value as Enterprise['status'], view.say);
  return feedText(view.catalogue.labels[facet].get(value), view.reader, view.say.language);
}

function valueWords(facet: FacetKey, value: string, view: ControlsView): string {
  if (facet === 'status') return sayStatus(value as Enterprise['status'], view.say);
  const label = view.catalogue.labels[facet].get(value);
  return label === undefined ? value : chooseText(label, view.reader).text;
}

/** What is active, each to be taken away by itself or all at once. */
function chips(view: ControlsView): TemplateResult | typeof nothing {
  const { say, query, onRemove } = view;
  const active = FACETS.flatMap((key) => (query.choices[key] ?? []).map((value) => ({ key, value })));
  if (active.length === 0 && !query.text) return nothing;
  const chip = (words: string, remove: () => void) => html`
    <li>
      <button
        type="button"
        class="chip"
        part="chip"
        aria-label=${say('removeFilter', { filter: words })}
        @click=${remove}
      >
        <span>${words}</span>
        <svg class="cross" viewBox="0 0 12 12" aria-hidden="true"><path d="m3 3 6 6m0-6-6 6" /></svg>
      </button>
    </li>
  `;
  return html`
    <div class="chips" part="chips">
      <ul role="list" aria-label=${say('chosen')}>
        ${query.text ? chip(say('searchChip', { text: query.text }), () => onRemove({ text: '' })) : nothing}
        ${active.map(({ key, value }) =>
          chip(valueWords(key, value, view), () => onRemove({ choices: toggled(query.choices, key, value) })),
        )}
      </ul>
      <button
        type="button"
        class="link-button"
        part="button"
        @click=${() => onRemove({ text: '', choices: {} })}
      >
        ${say('clear')}
      </button>
    </div>
  `;
}

function countLine({ say, count, query, onSort }: ControlsView): TemplateResult {
  const names: Record<Sort, string> = {
    feed: say(query.text ? 'sortRelevance' : 'sortFeed'),
    name: say('sortName'),
    newest: say('sortNewest'),
  };
  return html`
    <div class="count-line">
      <p class="count" part="count" id="count" tabindex="-1">
        ${count === undefined ? say('counting') : say('results', { n: count })}
      </p>
      <div class="sort">
        <label for="sort">${say('sort')}</label>
        <select
          id="sort"
          part="sort"
          @change=${(event: Event) => onSort((event.target as HTMLSelectElement).value as Sort)}
        >
          ${SORTS.map((sort) => html`<option value=${sort} ?selected=${sort === query.sort}>${names[sort]}</option>`)}
        </select>
      </div>
    </div>
  `;
}

/** The shape of the controls before there are any. */
export function emptyControls(searchable: boolean, facets: number): TemplateResult {
  return html`
    <div class="controls">
      ${searchable ? html`<div class="search-field"><span class="label bar short"></span><span class="field"></span></div>` : nothing}
      ${
        facets > 0
          ? html`<span class="button filters-toggle"></span>
              <div class="facets">
                ${Array.from({ length: facets }, () => html`<span class="button facet-toggle"></span>`)}
              </div>`
          : nothing
      }
    </div>
    <div class="count-line"><span class="bar short"></span></div>
  `;
}
