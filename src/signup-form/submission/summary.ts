import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../element/views/heading.js';
import { contactLink } from '../privacy.js';
import type { DeskSituation } from './locales/index.js';
import { sayFailure, type Failed } from './wording.js';

/** What does not fit, first of all: each a way to its field. */
export function summary(
  wrong: ReadonlyMap<string, string>,
  loose: readonly string[],
  { headingLevel, t }: DeskSituation,
  onGo: (name: string) => void,
): TemplateResult {
  const go = (event: Event, name: string) => {
    // The address of the page is not ours, and a fragment finds nothing in a shadow root.
    event.preventDefault();
    onGo(name);
  };
  return html`
    <section class="alert" part="summary" aria-labelledby="alert">
      ${heading(headingLevel + 1, t('wrong', { n: wrong.size + loose.length }), 'subheading', 'alert')}
      <ul role="list">
        ${loose.map((words) => html`<li>${words}</li>`)}
        ${[...wrong].map(
          ([name, words]) =>
            html`<li>
              <a class="link" part="link" href="#${name}" @click=${(event: Event) => go(event, name)}
                >${words}</a
              >
            </li>`,
        )}
      </ul>
    </section>
  `;
}

/** That sending did not succeed, and what to do. `back`: the connection has come back since. */
export function failureNotice(
  failure: Failed,
  back: boolean,
  situation: DeskSituation,
  onSubmit: (event: Event) => void,
): TemplateResult {
  const { headingLevel, contact, localeContext, t } = situation;
  return html`
    <section class="alert" part="summary" aria-labelledby="alert">
      ${heading(headingLevel + 1, t(failure.sure ? 'notSent' : 'unsure'), 'subheading', 'alert')}
      ${sayFailure(failure, back, situation).map((line) => html`<p>${line}</p>`)}
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

/** Sending the same again changes nothing. */
const FINAL: readonly Failed['reason'][] = ['blocked', 'no-endpoint', 'too-large', 'full', 'closed', 'gone'];

/** That an earlier draft has come back. */
export function restoredNotice(
  unsure: boolean,
  { format, t }: DeskSituation,
  onErase: () => void,
): TemplateResult {
  const again = format === 'json' ? 'restoredUnsure' : 'restoredUnsureTwice';
  return html`
    <p class="notice restored" part="notice">
      <span>${t(unsure ? again : 'restored')}</span>
      <button type="button" class="link-button" part="button" @click=${onErase}>${t('erase')}</button>
    </p>
  `;
}
