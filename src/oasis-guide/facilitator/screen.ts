import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading, heading } from '../../element/views/heading.js';
import { feedParagraphs, feedText } from '../../element/views/text.js';
import { plainText } from '../../i18n/text.js';
import { hintsFor, rangeOf } from '../hints.js';
import { hint, sayMinutes, stepPicture } from '../step.js';
import { clock, type ClockSettings } from './clock.js';
import type { Look } from './look.js';
import { LONGEST_NOTE, noted, progressOf, ticked, type Checklist } from './progress.js';
import type { Screen } from './screens.js';
import { readyText, start } from './start.js';
import { screenTitle } from './title.js';

type ActivityScreen = Extract<Screen, { kind: 'activity' }>;

/** One thing: how a step begins, its checklist, an activity with its timer, what to ask, or what to write down. */
export function screenArticle(look: Look, settings: ClockSettings): TemplateResult {
  const { step, screen, headingLevel, t } = look;
  const id = `step-${step.id}`;
  return html`
    <article class="screen for-${screen.kind}" part="step" aria-labelledby=${id}>
      <header class="screen-head">
        ${heading(headingLevel, screenTitle(look), 'step-heading', id)}
        ${screen.kind === 'start' ? stepPicture(step, look, 'stamp') : nothing}
      </header>
      ${contentOf(screen, look, settings)}
      ${
        screen.kind === 'start' || screen.kind === 'note'
          ? nothing
          : html`<details class="write-down">
              <summary>${t('writeDown')}</summary>
              ${note(look)}
            </details>`
      }
    </article>
  `;
}

function contentOf(screen: Screen, look: Look, settings: ClockSettings): TemplateResult {
  switch (screen.kind) {
    case 'start':
      return start(look);
    case 'materials':
      return materials(look);
    case 'activity':
      return activityWithTimer(screen, look, settings);
    case 'talk':
      return talk(look);
    case 'note':
      return note(look);
  }
}

function materials(look: Look): TemplateResult {
  const { step, t, localeContext } = look;
  return html`
    <ul class="checklist" part="materials" role="list">
      ${step.materials.map(
        ({ id, label }) =>
          html`<li>${tick('materials', id, feedText(label, localeContext, t.language), look)}</li>`,
      )}
    </ul>
    <p class="ready">${readyText(look)}</p>
  `;
}

function activityWithTimer(
  { activity }: ActivityScreen,
  look: Look,
  settings: ClockSettings,
): TemplateResult {
  const { t, localeContext } = look;
  return html`
    <div class="beside">
      <div part="activities">
        ${activity.minutes ? html`<p class="minutes">${sayMinutes(activity.minutes, t)}</p>` : nothing}
        ${activity.text ? feedParagraphs(activity.text, localeContext, t.language) : nothing}
        ${hints(activity.hints, look)}
      </div>
      <div>${clock(activity, look, settings)} ${tick('activities', activity.id, t('done'), look)}</div>
    </div>
  `;
}

/** The hints that suit the group; while nobody has said how large it is, all of them. */
function hints(all: Parameters<typeof hintsFor>[0], { progress, t, localeContext }: Look): unknown {
  return hintsFor(all, progress.group).map((one) =>
    progress.group === undefined || !rangeOf(one)
      ? hint(one, t, localeContext)
      : html`<p class="hint">
          <span class="hint-group">${t('forYourGroup')}</span>
          ${feedText(one.text, localeContext, t.language)}
        </p>`,
  );
}

function talk({ step, t, localeContext, headingLevel }: Look): TemplateResult {
  const titled = (term: 'questions' | 'tips') =>
    step[term].length === 0
      ? nothing
      : html`
          <section class=${term} part=${term}>
            ${bareHeading(headingLevel + 1, t(term))}
            <ul role="list">
              ${step[term].map((one) => html`<li>${feedText(one, localeContext, t.language)}</li>`)}
            </ul>
          </section>
        `;
  return html`${titled('questions')}${titled('tips')}`;
}

function note({ step, progress, t, localeContext, change }: Look): TemplateResult {
  const onInput = ({ target }: Event) =>
    change((before) => noted(before, step.id, (target as HTMLTextAreaElement).value));
  return html`
    <label class="note-label" for="note">${t('note', { name: plainText(step.name, localeContext) })}</label>
    <textarea
      id="note"
      class="field note"
      part="note"
      rows="6"
      maxlength=${LONGEST_NOTE}
      .value=${progressOf(progress, step.id).note}
      @input=${onInput}
    ></textarea>
  `;
}

function tick(list: Checklist, id: string, label: unknown, { step, progress, change }: Look): TemplateResult {
  return html`
    <label class="tick">
      <input
        type="checkbox"
        .checked=${progressOf(progress, step.id)[list].has(id)}
        @change=${() => change((before) => ticked(before, step.id, list, id))}
      />
      <span>${label}</span>
    </label>
  `;
}
