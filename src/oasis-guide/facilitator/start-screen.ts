import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../element/views/heading.js';
import { rowsOf } from '../../element/views/keyed-rows.js';
import { feedParagraphs } from '../../element/views/text.js';
import { otherNames } from '../guide.js';
import { groupRangeOf } from '../hints.js';
import { facts, names } from '../step.js';
import type { FacilitatorView } from './facilitator-view.js';
import { MAX_GROUP_SIZE, stepProgressOf, withGroupSize } from './progress.js';
import { screenKey, screensOf, type Screen } from './screens.js';
import { screenName } from './title.js';
import { flatMap } from '../../lists.js';

/** The first screen of a step: its summary and facts, its contents, and the size of the group. */
export function startScreen(view: FacilitatorView): TemplateResult {
  const { step, t, localeContext } = view;
  return html`
    ${names(otherNames(step, localeContext), t)}
    <div class="beside">
      <div>
        ${step.summary ? html`<div class="lead">${feedParagraphs(step.summary, localeContext, t.language)}</div>` : nothing}
        ${facts(step, view)}
      </div>
      <div>${contents(view)} ${groupSizeField(view)}</div>
    </div>
  `;
}

/** The other screens of the step, to go to. */
function contents(view: FacilitatorView): TemplateResult {
  const { step, t, headingLevel, goTo } = view;
  return html`
    <nav class="contents" part="contents" aria-labelledby="contents">
      ${heading(headingLevel + 1, t('inThisStep'), 'contents-heading', 'contents')}
      <ol role="list">
        ${rowsOf(
          flatMap(screensOf(step), (screen) => (screen.kind === 'start' ? [] : screen)),
          screenKey,
          (screen) =>
            html`<li>
              <button type="button" class="link-button" part="button" @click=${() => goTo({ step, screen })}>
                ${screenName(screen, view)}
              </button>
              <span>${progressText(screen, view)}</span>
            </li>`,
        )}
      </ol>
    </nav>
  `;
}

/** The progress in a screen, in words; empty where there is nothing to say. */
function progressText(screen: Screen, { step, progress, t }: FacilitatorView): string {
  const done = stepProgressOf(progress, step.id);
  if (screen.kind === 'materials') return checklistCount({ step, progress, t });
  if (screen.kind === 'activity' && done.activities.has(screen.activity.id)) return t('doneMark');
  return '';
}

export function checklistCount({
  step,
  progress,
  t,
}: Pick<FacilitatorView, 'step' | 'progress' | 't'>): string {
  const { materials } = stepProgressOf(progress, step.id);
  return t('ready', {
    done: step.materials.filter(({ id }) => materials.has(id)).length,
    n: step.materials.length,
  });
}

/** The field for the size of the group, where any hint depends on it. */
function groupSizeField({
  guide,
  progress,
  t,
  updateProgress,
}: FacilitatorView): TemplateResult | typeof nothing {
  const isNeeded = guide.steps.some(({ activities }) =>
    activities.some(({ hints }) => hints.some((hint) => groupRangeOf(hint) !== undefined)),
  );
  if (!isNeeded) return nothing;
  const onChange = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    const digits = /\d+/.exec(field.value)?.[0];
    updateProgress((before) => withGroupSize(before, digits ? Number(digits) : undefined));
    // Text that was not understood does not stay there as if it were.
    if (!digits) field.value = '';
  };
  return html`
    <p class="group">
      <label for="group">${t('group')}</label>
      <input
        id="group"
        class="field"
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength=${String(MAX_GROUP_SIZE).length}
        aria-describedby="group-help"
        .value=${String(progress.groupSize ?? '')}
        @change=${onChange}
      />
      <span id="group-help" class="help">${t('groupHelp')}</span>
    </p>
  `;
}
