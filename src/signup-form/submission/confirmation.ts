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
  const { form, headingLevel, reader, contact, say } = situation;
  const { reference, waitingList, testing, edition } = receipt;
  const { next } = form.signup;
  const save = () =>
    saveFile(`${say('recordFile')}-${fileName(reference)}.txt`, recordOf(receipt, situation), 'text/plain');
  return html`
    <section class="confirmation" part="confirmation" aria-labelledby="alert">
      ${heading(headingLevel + 1, say(waitingList ? 'doneWaiting' : 'done'), 'subheading', 'alert')}
      ${testing ? html`<p class="testing">${say('doneTesting')}</p>` : nothing}
      ${waitingList ? html`<p>${say('doneWaitingText')}</p>` : nothing}
      <p>${say('reference')} <strong class="reference" part="reference">${reference}</strong></p>
      ${
        next
          ? html`<p class="term">${say('next')}</p>
              ${feedParagraphs(next, reader, say.language)}`
          : nothing
      }
      <p class="ask">${say('ask')} ${contactLink(contact, say, reader)}</p>
      <p class="keep">
        <button type="button" class="button" part="button" @click=${save}>${say('save')}</button>
        ${
          calendar && edition && calendar.meetingsOf(edition, situation).length > 0
            ? html`<button
                type="button"
                class="button"
                part="button"
                @click=${() => calendar.saveMeetings(edition, situation)}
              >
                ${say('calendar')}
              </button>`
            : nothing
        }
        <button type="button" class="button" part="button" @click=${() => print()}>${say('print')}</button>
        <button type="button" class="link-button" part="button" @click=${onAnother}>${say('another')}</button>
      </p>
    </section>
  `;
}

/** A reference is the receiver's: what a file cannot be called is left out. */
function fileName(reference: string): string {
  return reference.replace(/[^\w.-]+/g, '-');
}
