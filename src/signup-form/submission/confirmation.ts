import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../element/views/heading.js';
import { saveFile } from '../../element/save-file.js';
import { feedParagraphs } from '../../element/views/text.js';
import { contactLink } from '../privacy.js';
import type { DeskSituation } from './locales/index.js';
import type * as meetings from './meetings.js';
import { recordOf, type Sent } from './record.js';

export interface Receipt extends Sent {
  readonly edition: string | undefined;
  readonly waitingList: boolean;
  /** Nothing was sent at all. */
  readonly testing: boolean;
}

/** What makes calendar files; its code comes when somebody has signed up. */
export type Calendar = Pick<typeof meetings, 'meetingsOf' | 'saveMeetings'>;

/** What stands in the place of the form once it has been received. */
export function confirmation(
  receipt: Receipt,
  situation: DeskSituation,
  calendar: Calendar | undefined,
  onAnother: () => void,
): TemplateResult {
  const { form, headingLevel, localeContext, contact, t } = situation;
  const { reference, waitingList, testing, edition } = receipt;
  const { nextSteps } = form.signup;
  const save = () =>
    saveFile(`${t('recordFile')}-${fileName(reference)}.txt`, recordOf(receipt, situation), 'text/plain');
  return html`
    <section class="confirmation" part="confirmation" aria-labelledby="alert">
      ${heading(headingLevel + 1, t(waitingList ? 'doneWaiting' : 'done'), 'subheading', 'alert')}
      ${testing ? html`<p class="testing">${t('doneTesting')}</p>` : nothing}
      ${waitingList ? html`<p>${t('doneWaitingText')}</p>` : nothing}
      <p>${t('reference')} <strong class="reference" part="reference">${reference}</strong></p>
      ${
        nextSteps
          ? html`<p class="term">${t('next')}</p>
              ${feedParagraphs(nextSteps, localeContext, t.language)}`
          : nothing
      }
      <p class="ask">${t('ask')} ${contactLink(contact, t, localeContext)}</p>
      <p class="keep">
        <button type="button" class="button" part="button" @click=${save}>${t('save')}</button>
        ${
          calendar && edition && calendar.meetingsOf(edition, situation).length > 0
            ? html`<button
                type="button"
                class="button"
                part="button"
                @click=${() => calendar.saveMeetings(edition, situation)}
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

/** A reference is the receiver's: what a file cannot be called is left out. */
function fileName(reference: string): string {
  return reference.replace(/[^\w.-]+/g, '-');
}
