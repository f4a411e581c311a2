import { html, nothing, type TemplateResult } from 'lit';
import { chosenValues, toggled, type Choices, type Facet, type FacetOption } from './facets.js';
import type { FacetDisclosure } from './disclosure.js';
import { rowsOf } from '../views/keyed-rows.js';
import type { CommonTranslator } from '../views/states.js';
import { chevron } from '../views/chevron.js';
import { focusText, localizedText, voiceText } from '../views/text.js';
import type { LocalizedText } from '../../i18n/text.js';
import type { MessageArgs } from '../../i18n/translate.js';

/** The filters of a widget: what they show, and what they ask for. */
export interface FilterView<K extends string = string> {
  readonly t: CommonTranslator;
  readonly facets: readonly Facet<K>[];
  readonly choices: Choices<K>;
  /** Number of results; `undefined` while the feed is still being read, when no counts are known. */
  readonly resultCount: number | undefined;
  readonly disclosure: FacetDisclosure;
  /** Names a facet. */
  readonly facetName: (key: K) => string;
  /** Says a number of results in words. */
  readonly resultsText: (n: number) => string;
  /** Names a value. */
  readonly valueName: (key: K, value: string) => LocalizedText;
  readonly onToggle: (key: K, value: string) => void;
}

/** The facets, each a button with its options; behind one button where there is no room for them. */
export function filters<K extends string>(view: FilterView<K>): TemplateResult | typeof nothing {
  const { facets, disclosure } = view;
  const { filtersOpen } = disclosure;
  if (facets.length === 0) return nothing;
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
      ${rowsOf(
        facets,
        ({ key }) => key,
        (facet) => facetPanel(facet, view),
      )}
      <button type="button" class="button to-results" part="button" @click=${disclosure.leaveFilters}>
        ${view.t('toResults', { n: view.resultCount ?? '…' })}
      </button>
    </div>
  `;
}

function filtersLabel<K extends string>({ t, facets, choices }: FilterView<K>): string {
  const n = chosenValues(
    facets.map(({ key }) => key),
    choices,
  ).length;
  return n > 0 ? t('facetChosen', { facet: t('filters'), n }) : t('filters');
}

function facetPanel<K extends string>(facet: Facet<K>, view: FilterView<K>): TemplateResult {
  const { t, disclosure } = view;
  const open = disclosure.open === facet.key;
  const chosen = facet.options.filter((option) => option.chosen).length;
  const name = view.facetName(facet.key);
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
        @click=${({ currentTarget }: Event) => disclosure.toggle(facet.key, currentTarget as HTMLElement)}
      >
        ${
          // The words say what the number means, and no label may differ from what is seen.
          chosen > 0
            ? html`${voiceText(t('facetChosen', { facet: name, n: chosen }))}
                <span aria-hidden="true">${name}</span>
                <span class="chosen-count" aria-hidden="true">${chosen}</span>`
            : name
        }${chevron}
      </button>
      <fieldset
        class="options ${disclosure.toTheRight ? 'to-the-right' : ''}"
        id=${`facet-${facet.key}`}
        tabindex="-1"
        ?hidden=${!open}
      >
        <legend class="visually-hidden">${name}</legend>
        ${rowsOf(
          // What was closed stays until another one is opened: emptied, it would take a reader's place along.
          disclosure.last === facet.key ? facet.options : [],
          ({ value }) => value,
          (option) => optionBox(facet.key, option, view),
        )}
      </fieldset>
    </div>
  `;
}

function optionBox<K extends string>(key: K, option: FacetOption, view: FilterView<K>): TemplateResult {
  const { t, resultCount, onToggle } = view;
  return html`
    <label class="option ${option.count === 0 ? 'nowhere' : ''}">
      <input type="checkbox" .checked=${option.chosen} @change=${() => onToggle(key, option.value)} />
      <span class="option-name">${localizedText(view.valueName(key, option.value), t.language)}</span>
      ${
        resultCount === undefined
          ? nothing
          : html`<span class="option-count" aria-hidden="true">${option.count}</span
              >${voiceText(`, ${option.count > 0 ? view.resultsText(option.count) : t('noResults')}`)}`
      }
    </label>
  `;
}

/** The number of results, or words instead. */
export const countText = (words: unknown): TemplateResult =>
  html`<p class="count" part="count">${focusText('count', words)}</p>`;

/** A choice that narrows what is shown, to be taken away. */
export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly onRemove: () => void;
}

/** Makes a chip of each choice. */
export function choiceChips<K extends string>(
  keys: readonly K[],
  { choices, valueName }: Pick<FilterView<K>, 'choices' | 'valueName'>,
  onRemove: (choices: Choices<K>) => void,
): readonly Chip[] {
  return chosenValues(keys, choices).map(({ key, value }) => ({
    key: `${key} ${value}`,
    label: valueName(key, value).text,
    onRemove: () => onRemove(toggled(choices, key, value)),
  }));
}

/** Shows the active choices, each to be taken away by itself or all at once. */
export function chips(
  t: CommonTranslator,
  active: readonly Chip[],
  onClear: () => void,
): TemplateResult | typeof nothing {
  if (active.length === 0) return nothing;
  return html`
    <div class="chips" part="chips">
      <ul role="list" aria-label=${t('chosen')}>
        ${rowsOf(
          active,
          ({ key }) => key,
          ({ label, onRemove }) => html`
            <li>
              <button
                type="button"
                class="chip"
                part="chip"
                aria-label=${t('removeFilter', { filter: label })}
                @click=${onRemove}
              >
                <span>${label}</span>
                <svg class="cross" viewBox="0 0 12 12" aria-hidden="true"><path d="m3 3 6 6m0-6-6 6" /></svg>
              </button>
            </li>
          `,
        )}
      </ul>
      <button type="button" class="link-button" part="button" @click=${onClear}>${t('clear')}</button>
    </div>
  `;
}

/** The number of results. On paper it says of how many, and what was `chosen`: the chips stay on the screen. */
export const countWords = (
  t: (key: 'results' | 'chosenResults', args: MessageArgs) => string,
  n: number,
  total: number,
  chosen: readonly Chip[],
): string =>
  chosen[0]
    ? t('chosenResults', { filters: chosen.map(({ label }) => label).join(', '), n, total })
    : t('results', { n });
