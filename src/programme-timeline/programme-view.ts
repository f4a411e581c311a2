import { html, nothing, type TemplateResult } from 'lit';
import { rowsOf } from '../element/views/keyed-rows.js';
import type { SafeUrl } from '../feed/fields.js';
import { timelineControls, type ControlsView } from './controls.js';
import { editionSection } from './edition.js';
import type { EditionView } from './edition-view.js';
import { pillarList } from './pillars-view.js';
import { subscription, zoneNote } from './programme-notes.js';
import { controlsSkeleton } from './skeleton.js';
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
  /** False in the first frame, in which the sessions come before the controls. */
  readonly hasPainted: boolean;
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

/** The controls; in the first frame only their place, unless they have to show active filters. */
function controls(view: ProgrammeView): TemplateResult {
  const { facets, choices } = view.schedule;
  if (!view.hasPainted && Object.keys(choices).length === 0) return controlsSkeleton(facets.length);
  const present = presentPosition(view.paged);
  return timelineControls({ ...view, jump: present && (present.isNow ? 'toToday' : 'toNext') });
}
