import { html, nothing, type TemplateResult } from 'lit';
import { rowsOf } from '../element/views/keyed-rows.js';
import type { SafeUrl } from '../feed/fields.js';
import type { ControlsView } from './controls/controls.js';
import { editionSection } from './edition.js';
import type { EditionView } from './edition-view.js';
import { pillarList } from './pillars-view.js';
import { subscription, zoneNote } from './programme-notes.js';
import { emptyControls } from './skeleton.js';
import { presentPosition, type PagedEdition, type VisibleEdition } from './visible-editions.js';

/** Data and callbacks of the template of a programme. */
export interface ProgrammeView
  extends
    Omit<EditionView, keyof VisibleEdition | 'pillars' | 'closable'>,
    Omit<ControlsView, 'jump' | 't' | 'localeContext'> {
  readonly editions: readonly VisibleEdition[];
  /** All editions, also those that are still to be rendered. */
  readonly paged: readonly PagedEdition[];
  /** Address of a calendar file to subscribe to. */
  readonly calendarUrl: SafeUrl | undefined;
  /** Draws the controls; `undefined` until their code is there, for which the first sessions do not wait. */
  readonly drawControls: ((view: ControlsView) => TemplateResult) | undefined;
  /** Stands in their place where that code could not be loaded. */
  readonly controlsFailure: TemplateResult | undefined;
  /** False while sessions are still to be rendered: what stands below them would only move. */
  readonly isComplete: boolean;
}

export function programmeView(view: ProgrammeView): TemplateResult {
  const { t, schedule, editions } = view;
  const pillars = new Map(schedule.data.pillars.map(({ id, title }) => [id, title]));
  const closable = schedule.editions.length > 1;
  return html`<div class="programme">
    ${controls(view)} ${subscription(view.calendarUrl, t)} ${zoneNote(schedule, t)}
    ${
      editions.length > 0
        ? rowsOf(
            editions,
            ({ schedule: { id } }) => id,
            (edition) => editionSection({ ...view, ...edition, pillars, closable }),
          )
        : html`<p class="state" part="state">${t('nothingFound')} ${t('nothingFoundHelp')}</p>`
    }
    ${view.isComplete ? pillarList(schedule, view) : nothing}
  </div>`;
}

/** The controls, or their place. */
function controls(view: ProgrammeView): TemplateResult {
  const { schedule, drawControls, controlsFailure } = view;
  if (controlsFailure) return controlsFailure;
  if (!drawControls) return emptyControls(schedule.facets.length);
  const present = presentPosition(view.paged);
  return drawControls({ ...view, jump: present && (present.isNow ? 'toToday' : 'toNext') });
}
