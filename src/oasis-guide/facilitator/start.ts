import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../element/views/heading.js';
import { feedParagraphs } from '../../element/views/text.js';
import { otherNames } from '../guide.js';
import { rangeOf } from '../hints.js';
import { facts, names } from '../step.js';
import type { Look } from './look.js';
import { LARGEST_GROUP, progressOf, sized } from './progress.js';
import { screensOf, type Screen } from './screens.js';
import { screenName } from './title.js';

/** What the step is about, and what is in it. */
export function start(look: Look): TemplateResult {
  const { step, t, localeContext } = look;
  return html`
    ${names(otherNames(step, localeContext), t)}
    <div class="beside">
      <div>
        ${step.summary ? html`<div class="lead">${feedParagraphs(step.summary, localeContext, t.language)}</div>` : nothing}
        ${facts(step, look)}
      </div>
      <div>${contents(look)} ${group(look)}</div>
    </div>
  `;
}

/** Everything there is in the step, to go to. */
function contents(look: Look): TemplateResult {
  const { step, t, headingLevel, go } = look;
  return html`
    <nav class="contents" part="contents" aria-labelledby="contents">
      ${heading(headingLevel + 1, t('inThisStep'), 'contents-heading', 'contents')}
      <ol role="list">
        ${screensOf(step).map((screen) =>
          screen.kind === 'start'
            ? nothing
            : html`<li>
                <button type="button" class="link-button" part="button" @click=${() => go({ step, screen })}>
                  ${screenName(screen, look)}
                </button>
                <span>${stateOf(screen, look)}</span>
              </li>`,
        )}
      </ol>
    </nav>
  `;
}

/** What was done of a screen, in words. */
function stateOf(screen: Screen, { step, progress, t }: Look): string {
  const done = progressOf(progress, step.id);
  if (screen.kind === 'materials') return readyText({ step, progress, t });
  if (screen.kind === 'activity' && done.activities.has(screen.activity.id)) return t('doneMark');
  return '';
}

export function readyText({ step, progress, t }: Pick<Look, 'step' | 'progress' | 't'>): string {
  const { materials: ready } = progressOf(progress, step.id);
  return t('ready', {
    done: step.materials.filter(({ id }) => ready.has(id)).length,
    n: step.materials.length,
  });
}

/** The size of the group, where any hint depends on it. */
function group({ guide, progress, t, change }: Look): TemplateResult | typeof nothing {
  const asks = guide.steps.some(({ activities }) =>
    activities.some(({ hints }) => hints.some((one) => rangeOf(one) !== undefined)),
  );
  if (!asks) return nothing;
  const onChange = ({ target }: Event) => {
    const field = target as HTMLInputElement;
    const said = /\d+/.exec(field.value);
    change((before) => sized(before, said ? Number(said[0]) : undefined));
    // What was not understood does not stay there as if it were.
    if (!said) field.value = '';
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
        maxlength=${String(LARGEST_GROUP).length}
        aria-describedby="group-help"
        .value=${String(progress.group ?? '')}
        @change=${onChange}
      />
      <span id="group-help" class="help">${t('groupHelp')}</span>
    </p>
  `;
}
