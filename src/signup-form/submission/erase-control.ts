import { html, nothing, type TemplateResult } from 'lit';
import type { SubmissionTranslator } from './locales/index.js';

/** The places with a button that clears the form: a notice above it, and its end. */
export type ErasePlace = 'top' | 'end';

/** A place where it was asked for, or the answer there. */
export type EraseStep = ErasePlace | 'yes' | 'no';

export interface EraseView {
  readonly t: SubmissionTranslator;
  /** The place where the visitor is asked back, if anywhere. */
  readonly erasing: ErasePlace | undefined;
  readonly onErase: (step: EraseStep) => void;
}

/** The button that clears the form, and beside it the question whether that is meant. */
export function eraseControl({ t, erasing, onErase }: EraseView, place: ErasePlace): TemplateResult {
  const button = (className: string, step: EraseStep, text: string, isHidden = false) =>
    html`<button
      type="button"
      class=${className}
      part="button"
      id="erase-${step}"
      ?hidden=${isHidden}
      @click=${() => onErase(step)}
    >
      ${text}
    </button>`;
  const isAsked = erasing === place;
  // Hidden and not taken away: screen readers lose their place with the button that has the focus.
  return html`
    ${button('link-button', place, t('erase'), isAsked)}
    ${
      isAsked
        ? html`<div class="erasing" role="group" aria-labelledby="erase-sure">
            <p id="erase-sure" tabindex="-1">${t('eraseSure')}</p>
            ${button('button', 'yes', t('eraseYes'))} ${button('button', 'no', t('eraseNo'))}
          </div>`
        : nothing
    }
  `;
}
