import { html, nothing, type TemplateResult } from 'lit';
import { rowsOf } from '../../element/views/keyed-rows.js';
import { heading } from '../../element/views/heading.js';
import type { SignupFailure } from '../outcome.js';
import { contactLink } from '../privacy.js';
import { eraseControl } from './erase-control.js';
import type { SubmissionContext } from './locales/index.js';
import type { StageTools } from './stage-tools.js';
import { failureTexts } from './wording.js';

export interface FormErrors {
  /** Texts by field. */
  readonly errors: ReadonlyMap<string, string>;
  readonly generalErrors: readonly string[];
}

/** The errors of the form, each of a field with a link to it. */
export function errorSummary(
  { errors, generalErrors }: FormErrors,
  { headingLevel, t }: SubmissionContext,
  { onGoTo }: Pick<StageTools, 'onGoTo'>,
): TemplateResult {
  const goTo = (event: Event, name: string) => {
    // The address of the page is not ours, and a fragment finds nothing in a shadow root.
    event.preventDefault();
    onGoTo(name);
  };
  return html`
    <section class="alert" part="summary">
      ${heading(headingLevel + 1, t('wrong', { n: errors.size + generalErrors.length }), 'subheading', 'alert')}
      <ul role="list">
        ${generalErrors.map((text) => html`<li>${text}</li>`)}
        ${rowsOf(
          [...errors],
          ([name]) => name,
          ([name, text]) =>
            html`<li>
              <a class="link" part="link" href="#${name}" @click=${(event: Event) => goTo(event, name)}
                >${text}</a
              >
            </li>`,
        )}
      </ul>
    </section>
  `;
}

/** The notice that sending did not succeed, and what can be done about it. */
export function failureNotice(
  failure: SignupFailure,
  context: SubmissionContext,
  { onSubmit }: Pick<StageTools, 'onSubmit'>,
): TemplateResult {
  const { headingLevel, contact, localeContext, t } = context;
  return html`
    <section class="alert" part="summary">
      ${heading(headingLevel + 1, t(failure.certain ? 'notSent' : 'uncertain'), 'subheading', 'alert')}
      ${failureTexts(failure, context).map((text) => html`<p>${text}</p>`)}
      ${
        FINAL.includes(failure.reason)
          ? nothing
          : html`<p>
              <button type="button" class="button" part="button" @click=${onSubmit}>${t('sendAgain')}</button>
            </p>`
      }
      <p>${t('reach', { contact: '' })}${contactLink(contact, t, localeContext)}</p>
    </section>
  `;
}

/** Reasons after which sending the same again changes nothing. */
const FINAL: readonly SignupFailure['reason'][] = [
  'blocked',
  'no-endpoint',
  'too-large',
  'full',
  'closed',
  'gone',
];

/** The notice that an earlier draft has come back. */
export function restoredNotice(
  restored: 'draft' | 'uncertain',
  { format, t }: SubmissionContext,
  tools: Pick<StageTools, 'erasing' | 'onErase'>,
): TemplateResult {
  const uncertain = format === 'json' ? 'restoredUncertain' : 'restoredUncertainTwice';
  return html`
    <div class="notice restored" part="notice">
      <p>${t(restored === 'uncertain' ? uncertain : 'restored')}</p>
      ${eraseControl({ t, ...tools }, 'top')}
    </div>
  `;
}

/** A likelier e-mail address, to take over with a press; nothing has to be done about it. */
export function emailSuggestion(
  { t }: SubmissionContext,
  { suggestion, onSuggestion }: Pick<StageTools, 'suggestion' | 'onSuggestion'>,
): TemplateResult | typeof nothing {
  if (suggestion === undefined) return nothing;
  return html`<p class="suggestion">
    ${t('didYouMean', { email: suggestion })}
    <button type="button" class="link-button" part="button" @click=${() => onSuggestion(suggestion)}>
      ${t('takeSuggestion')}
    </button>
  </p>`;
}
