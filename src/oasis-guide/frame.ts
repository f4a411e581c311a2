import { html, nothing, type TemplateResult } from 'lit';
import { sourceItems } from '../element/views/source-list.js';
import { feedParagraphs } from '../element/views/text.js';
import { plainText } from '../i18n/text.js';
import type { GuideStep } from './guide.js';
import type { OasisTranslator } from './locales/index.js';
import type { StepView } from './step.js';

/** What stands around the steps. */

/** What the method is, and when it is not for you. */
export function introduction({ guide, t, localeContext }: StepView): TemplateResult | typeof nothing {
  const { introduction: text, notFor } = guide.oasis;
  if (!text && !notFor) return nothing;
  return html`
    <div class="introduction" part="introduction">
      ${text ? feedParagraphs(text, localeContext, t.language) : nothing}
      ${
        notFor
          ? html`<p class="not-for-title">${t('notFor')}</p>
              ${feedParagraphs(notFor, localeContext, t.language)}`
          : nothing
      }
    </div>
  `;
}

/** A way to see all steps or one, where the page leaves that open, and a way to print. */
export function tools(
  t: OasisTranslator,
  choice: 'showAll' | 'showOne' | undefined,
  onChoose: () => void,
): TemplateResult {
  return html`
    <p class="tools">
      ${choice ? linkButton(t(choice), onChoose) : nothing} ${linkButton(t('print'), () => print())}
    </p>
  `;
}

/** The steps before and after this one. */
export function pager(
  current: GuideStep,
  { guide: { steps }, t, localeContext }: StepView,
  onGo: (step: GuideStep) => void,
): TemplateResult {
  const at = steps.indexOf(current);
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
    ${button(steps[at - 1], 'previousStep')}${button(steps[at + 1], 'nextStep')}
  </div>`;
}

/** Who created the method, and where all this comes from. */
export function colophon({ guide, t, localeContext }: StepView, isOpen: boolean): TemplateResult {
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

/** The part for facilitators did not come; what is there can be read. */
export function missingPart(t: OasisTranslator, retry: () => void): TemplateResult {
  return html`
    <p class="notice" part="notice"><span>${t('leadingFailed')}</span> ${linkButton(t('retry'), retry)}</p>
  `;
}

function linkButton(words: string, onClick: () => void): TemplateResult {
  return html`<button type="button" class="link-button" part="button" @click=${onClick}>${words}</button>`;
}
