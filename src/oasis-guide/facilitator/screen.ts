import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../element/views/heading.js';
import { rowsOf } from '../../element/views/keyed-rows.js';
import { feedParagraphs, feedText } from '../../element/views/text.js';
import { plainText } from '../../i18n/text.js';
import { hintsFor, groupRangeOf, type Hint } from '../hints.js';
import { boundedHint, stepSection, minutesText, stepPicture } from '../step.js';
import { clock } from './clock.js';
import type { FacilitatorView } from './facilitator-view.js';
import { MAX_NOTE_LENGTH, withNote, stepProgressOf, withTick, type Checklist } from './progress.js';
import type { Screen } from './screens.js';
import { checklistCount, startScreen } from './start-screen.js';
import { screenTitle } from './title.js';

type ActivityScreen = Extract<Screen, { kind: 'activity' }>;

/** One screen of a step, with a field for notes where the screen is not that field. */
export function screenArticle(view: FacilitatorView): TemplateResult {
  const { step, screen, headingLevel, t } = view;
  const id = `step-${step.id}`;
  return html`
    <article class="screen for-${screen.kind}" part="step" aria-labelledby=${id}>
      <header class="screen-head">
        ${heading(headingLevel, screenTitle(view), 'step-heading', id)}
        ${screen.kind === 'start' ? stepPicture(step, view, 'stamp') : nothing}
      </header>
      ${contentOf(screen, view)}
      ${
        screen.kind === 'start' || screen.kind === 'note'
          ? nothing
          : html`<details class="write-down">
              <summary>${t('writeDown')}</summary>
              ${note(view)}
            </details>`
      }
    </article>
  `;
}

function contentOf(screen: Screen, view: FacilitatorView): TemplateResult {
  switch (screen.kind) {
    case 'start':
      return startScreen(view);
    case 'materials':
      return materials(view);
    case 'activity':
      return activityWithTimer(screen, view);
    case 'talk':
      return talk(view);
    case 'note':
      return note(view);
  }
}

function materials(view: FacilitatorView): TemplateResult {
  const { step, t, localeContext } = view;
  return html`
    <ul class="checklist" part="materials" role="list">
      ${rowsOf(
        step.materials,
        ({ id }) => id,
        ({ id, label }) =>
          html`<li>${tick('materials', id, feedText(label, localeContext, t.language), view)}</li>`,
      )}
    </ul>
    <p class="ready">${checklistCount(view)}</p>
  `;
}

function activityWithTimer({ activity }: ActivityScreen, view: FacilitatorView): TemplateResult {
  const { t, localeContext } = view;
  return html`
    <div class="beside">
      <div part="activities">
        ${activity.minutes ? html`<p class="minutes">${minutesText(activity.minutes, t)}</p>` : nothing}
        ${activity.text ? feedParagraphs(activity.text, localeContext, t.language) : nothing}
        ${hints(activity.hints, view)}
      </div>
      <div>${clock(activity, view)} ${tick('activities', activity.id, t('done'), view)}</div>
    </div>
  `;
}

/** The hints that suit the group; all of them, each with its bounds, while its size is not known. */
function hints(all: readonly Hint[], { progress, t, localeContext }: FacilitatorView): unknown {
  return hintsFor(all, progress.groupSize).map((hint) =>
    progress.groupSize === undefined || !groupRangeOf(hint)
      ? boundedHint(hint, t, localeContext)
      : html`<p class="hint">
          <span class="hint-group">${t('forYourGroup')}</span>
          ${feedText(hint.text, localeContext, t.language)}
        </p>`,
  );
}

function talk(view: FacilitatorView): TemplateResult {
  const { step, t, localeContext } = view;
  const section = (term: 'questions' | 'tips') =>
    stepSection(
      term,
      step[term].map((text) => feedText(text, localeContext, t.language)),
      view,
    );
  return html`${section('questions')}${section('tips')}`;
}

function note({ step, progress, t, localeContext, updateProgress }: FacilitatorView): TemplateResult {
  const onInput = ({ target }: Event) =>
    updateProgress((before) => withNote(before, step.id, (target as HTMLTextAreaElement).value));
  return html`
    <label class="note-label" for="note">${t('note', { name: plainText(step.name, localeContext) })}</label>
    <textarea
      id="note"
      class="field note"
      part="note"
      rows="6"
      maxlength=${MAX_NOTE_LENGTH}
      .value=${stepProgressOf(progress, step.id).note}
      @input=${onInput}
    ></textarea>
  `;
}

function tick(
  list: Checklist,
  id: string,
  label: unknown,
  { step, progress, updateProgress }: FacilitatorView,
): TemplateResult {
  return html`
    <label class="tick">
      <input
        type="checkbox"
        .checked=${stepProgressOf(progress, step.id)[list].has(id)}
        @change=${() => updateProgress((before) => withTick(before, step.id, list, id))}
      />
      <span>${label}</span>
    </label>
  `;
}
