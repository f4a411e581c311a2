import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../element/views/heading.js';
import { sourceItems } from '../element/views/source-list.js';
import { feedParagraphs } from '../element/views/text.js';
import { plainText } from '../i18n/text.js';
import type { GuideStep } from './guide.js';
import type { OasisTranslator } from './locales/index.js';
import type { StepView } from './step.js';

/** The introduction to the method, and when it is not for you. */
export function introduction({
  guide,
  t,
  localeContext,
  headingLevel,
}: StepView): TemplateResult | typeof nothing {
  const { introduction: text, notFor } = guide.oasis;
  if (!text && !notFor) return nothing;
  return html`
    <div class="introduction" part="introduction">
      ${text ? feedParagraphs(text, localeContext, t.language) : nothing}
      ${
        notFor
          ? html`${heading(headingLevel, t('notFor'), 'not-for')}
            ${feedParagraphs(notFor, localeContext, t.language)}`
          : nothing
      }
    </div>
  `;
}

/**
 * A button to print, and one to show all steps or one; `layoutTerm` is `undefined` where the page does not leave that
 * open.
 */
export function tools(
  { t, printTerm }: StepView,
  layoutTerm: 'showAll' | 'showOne' | undefined,
  onToggleLayout: () => void,
): TemplateResult {
  return html`
    <p class="tools">
      ${layoutTerm ? linkButton(t(layoutTerm), onToggleLayout) : nothing}
      ${linkButton(t(printTerm), () => print())}
    </p>
  `;
}

/** Buttons to the steps before and after the current one. */
export function stepPager(
  current: GuideStep,
  { guide: { steps }, t, localeContext }: StepView,
  onGo: (step: GuideStep) => void,
): TemplateResult {
  const index = steps.indexOf(current);
  const button = (step: GuideStep | undefined, term: 'previousStep' | 'nextStep') =>
    step
      ? html`<button
          type="button"
          class="button ${term === 'nextStep' ? 'primary' : ''}"
          part="button"
          @click=${() => onGo(step)}
        >
          ${t(term, { name: plainText(step.name, localeContext) })}
        </button>`
      : nothing;
  return html`<div class="pager">
    ${button(steps[index - 1], 'previousStep')}${button(steps[index + 1], 'nextStep')}
  </div>`;
}

/** The makers of the method and the sources; `isOpen` shows the sources without a press. */
export function colophon({ guide, t, localeContext }: StepView, { isOpen = false } = {}): TemplateResult {
  const { credit, sources } = guide.oasis;
  return html`
    ${credit ? html`<div class="credit" part="credit">${feedParagraphs(credit, localeContext, t.language)}</div>` : nothing}
    ${
      sources.length > 0
        ? html`<details class="sources" part="sources" ?open=${isOpen}>
            <summary id="sources">${t(sources.length === 1 ? 'source' : 'sources')}</summary>
            ${sourceItems(sources, t, localeContext, 'sources')}
          </details>`
        : nothing
    }
  `;
}

/** A notice that the facilitator's part could not be loaded; the steps under it can be read. */
export function facilitatorMissing(t: OasisTranslator, onRetry: () => void): TemplateResult {
  return html`
    <p class="notice" part="notice"><span>${t('leadingFailed')}</span> ${linkButton(t('retry'), onRetry)}</p>
  `;
}

function linkButton(label: string, onClick: () => void): TemplateResult {
  return html`<button type="button" class="link-button" part="button" @click=${onClick}>${label}</button>`;
}
