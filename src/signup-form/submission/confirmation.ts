import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../element/announcer.js';
import { saveFile } from '../../element/save-file.js';
import { bareHeading, heading } from '../../element/views/heading.js';
import { feedParagraphs } from '../../element/views/text.js';
import { CONTACT_FIELDS, textValue } from '../../signup/fields.js';
import { contactLink } from '../privacy.js';
import type { Receipt } from '../stage.js';
import type { SubmissionContext } from './locales/index.js';
import { recordOf } from './record.js';
import type { StageTools } from './stage-tools.js';

/** The confirmation in the place of a form that was received. */
export function confirmation(
  receipt: Receipt,
  context: SubmissionContext,
  { calendar, onAnother }: Pick<StageTools, 'calendar' | 'onAnother'>,
): TemplateResult {
  const { form, headingLevel, localeContext, contact, t } = context;
  const { reference, waitingList, confirmHours, isTest, edition } = receipt;
  const { nextSteps } = form.signup;
  // The contact is a link within the words; it stands behind a page's own words that have no place for it.
  const [askBefore, askAfter] = t('ask', { contact: '\n' }).split('\n');
  const tellSaving = () => announce(t('saving'), t.language);
  const save = () => {
    saveFile(`${t('recordFile')}-${fileName(reference)}.txt`, recordOf(receipt, context), 'text/plain');
    tellSaving();
  };
  return html`
    <section class="confirmation" part="confirmation">
      ${heading(headingLevel + 1, t(confirmHours ? 'doneConfirm' : waitingList ? 'doneWaiting' : 'done'), 'subheading', 'alert')}
      ${isTest ? html`<p class="testing">${t('doneTesting')}</p>` : nothing}
      ${confirmHours ? html`<p>${t('doneConfirmText', { n: confirmHours })}</p>` : nothing}
      ${waitingList ? html`<p>${t('doneWaitingText')}</p>` : nothing} ${reachedBy(receipt, context)}
      <p>${t('reference')} <strong class="reference" part="reference" translate="no">${reference}</strong></p>
      ${
        nextSteps
          ? html`<div class="term">${bareHeading(headingLevel + 2, t('next'))}</div>
              ${feedParagraphs(nextSteps, localeContext, t.language)}`
          : nothing
      }
      <p class="ask">
        ${askBefore}${askAfter === undefined ? ' ' : ''}${contactLink(contact, t, localeContext)}${askAfter}
      </p>
      <p class="keep">
        <button type="button" class="button" part="button" @click=${save}>${t('save')}</button>
        ${
          calendar && edition && calendar.meetingsOf(edition).length > 0
            ? html`<button
                type="button"
                class="button"
                part="button"
                @click=${() => {
                  calendar.saveMeetings(edition, context);
                  tellSaving();
                }}
              >
                ${t('calendar')}
              </button>`
            : nothing
        }
        <button type="button" class="button" part="button" @click=${() => print()}>${t('print')}</button>
        <button type="button" class="link-button" part="button" @click=${onAnother}>${t('another')}</button>
      </p>
    </section>
  `;
}

/** The ways to reach the visitor as they were sent, to see whether they are right. */
function reachedBy({ values }: Receipt, { t }: SubmissionContext): TemplateResult | typeof nothing {
  const ways = CONTACT_FIELDS.map((name) => textValue(values, name)).filter(Boolean);
  if (ways.length === 0) return nothing;
  return html`<p>
    ${t('reachedBy')} ${ways.map((way, at) => [at > 0 ? ', ' : '', html`<bdi class="way">${way}</bdi>`])}
  </p>`;
}

/** A reference as part of a file name. It is the receiver's, so any other character is left out. */
function fileName(reference: string): string {
  return reference.replace(/[^\w.-]+/g, '-');
}
