import { html, nothing, type TemplateResult } from 'lit';
import type { FacetDisclosure } from '../element/filters/disclosure.js';
import { chips, choiceChips, filters, type FilterView } from '../element/filters/filters.js';
import { type LocalizedText, type LocaleContext, localizeText } from '../i18n/text.js';
import type { Session } from '../feed/sections/sessions.js';
import { FACETS, type Choices, type FacetKey } from './facets.js';
import type { TimelineTranslator } from './locales/index.js';
import type { TimelineData } from './programme.js';
import type { Schedule } from './schedule.js';

/** What the controls show, and what they ask for. */
export interface ControlsView {
  readonly t: TimelineTranslator;
  readonly localeContext: LocaleContext;
  readonly schedule: Schedule;
  readonly disclosure: FacetDisclosure;
  /** Where "today" leads; nothing when no session is now or still to come. */
  readonly jump: 'toToday' | 'toNext' | undefined;
  readonly onToggle: (facet: FacetKey, value: string) => void;
  /** A chip, or all of them, taken away. */
  readonly onRemove: (choices: Choices) => void;
  readonly onJump: () => void;
}

export function timelineControls(view: ControlsView): TemplateResult {
  const { t, schedule, jump, onRemove } = view;
  const filterView: FilterView<FacetKey> = {
    t,
    facets: schedule.facets,
    choices: schedule.choices,
    counted: true,
    disclosure: view.disclosure,
    facetName: t,
    valueName: (key, value) => nameOf(key, value, schedule.data, view),
    onToggle: view.onToggle,
  };
  return html`
    ${
      schedule.facets.length > 0
        ? html`<search class="controls" part="controls">${filters(filterView)}</search>`
        : nothing
    }
    ${chips(t, choiceChips(FACETS, filterView, onRemove), () => onRemove({}))}
    <div class="count-line">
      <p class="count" part="count" id="count" tabindex="-1">${t('results', { n: schedule.count })}</p>
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

/** What a value of a facet is called. */
function nameOf(
  key: FacetKey,
  value: string,
  programme: TimelineData,
  { t, localeContext }: Pick<ControlsView, 't' | 'localeContext'>,
): LocalizedText {
  if (key === 'kind') return { text: t(`kind-${value as Session['kind']}`), language: undefined };
  const named = { edition: programme.editions, part: programme.parts, pillar: programme.pillars }[key];
  return localizeText(named.find(({ id }) => id === value)?.title ?? value, localeContext);
}
