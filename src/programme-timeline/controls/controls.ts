import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { FacetDisclosure } from '../../element/filters/disclosure.js';
import {
  chips,
  choiceChips,
  countText,
  countWords,
  filters,
  type FilterView,
} from '../../element/filters/filters.js';
import { filterStyles } from '../../element/filters/filters.styles.js';
import { type LocalizedText, type LocaleContext, localizeText } from '../../i18n/text.js';
import type { Session } from '../../feed/sections/sessions.js';
import { TIMELINE_FACETS, type TimelineChoices, type TimelineFacet } from '../facets.js';
import type { TimelineTranslator } from '../locales/index.js';
import type { TimelineData } from '../programme.js';
import type { Schedule } from '../schedule.js';

export const styles = [filterStyles];

/** Data and callbacks of the controls. */
export interface ControlsView {
  readonly t: TimelineTranslator;
  readonly localeContext: LocaleContext;
  readonly schedule: Schedule;
  /** Name of the timeline: there may be others on the page. */
  readonly name: string;
  readonly printing: boolean;
  /** Word of the button to the present; `undefined` when no session is now or still to come. */
  readonly jump: 'toToday' | 'toNext' | undefined;
  readonly onFacetToggle: (facet: TimelineFacet, value: string) => void;
  /** The visitor removed one chip or all; `choices` are the ones left. */
  readonly onChipRemove: (choices: TimelineChoices) => void;
  readonly onJump: () => void;
}

/** Makes the controls of a timeline: a function that draws them. */
export function createControls(
  host: ReactiveControllerHost & HTMLElement,
): (view: ControlsView) => TemplateResult {
  const disclosure = new FacetDisclosure(host);
  return (view) => controls(view, disclosure);
}

function controls(view: ControlsView, disclosure: FacetDisclosure): TemplateResult {
  const { t, schedule, jump, onChipRemove } = view;
  const { count, total, editions } = schedule;
  const filterView: FilterView<TimelineFacet> = {
    t,
    facets: schedule.facets,
    choices: schedule.choices,
    resultCount: count,
    disclosure,
    facetName: t,
    resultsText: (n) => t('results', { n }),
    valueName: (key, value) => valueName(key, value, schedule.data, view),
    onToggle: view.onFacetToggle,
  };
  const chosen = choiceChips(TIMELINE_FACETS, filterView, onChipRemove);
  return html`
    ${
      schedule.facets.length > 0
        ? html`<search class="controls" part="controls" aria-label=${`${t('filters')}: ${view.name}`}>
            ${filters(filterView)}
          </search>`
        : nothing
    }
    ${chips(t, chosen, () => onChipRemove({}))}
    <div class="count-line">
      ${countText(
        // Editions whose programme is still to follow are something, though they hold no session.
        count > 0 || editions.length === 0
          ? countWords(t, count, total, view.printing ? chosen : [])
          : nothing,
      )}
      ${
        jump
          ? html`<button type="button" class="link-button" part="button" @click=${view.onJump}>
              ${t(jump)}
            </button>`
          : nothing
      }
    </div>
  `;
}

/** The name of a value of a facet. */
function valueName(
  key: TimelineFacet,
  value: string,
  data: TimelineData,
  { t, localeContext }: Pick<ControlsView, 't' | 'localeContext'>,
): LocalizedText {
  if (key === 'kind') return { text: t(`kind-${value as Session['kind']}`), language: undefined };
  const labels = { edition: data.editions, part: data.parts, pillar: data.pillars }[key];
  return localizeText(labels.filter(({ id }) => id === value)[0]?.title ?? value, localeContext);
}
