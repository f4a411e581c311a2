import { html } from 'lit';
import { replaced } from '../../element/views/replaced.js';
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

/** The button that clears the form, or in its place the question whether that is meant. */
export function eraseControl({ t, erasing, onErase }: EraseView, place: ErasePlace): unknown {
  const button = (className: string, step: EraseStep, text: string) =>
    html`<button
      type="button"
      class=${className}
      part="button"
      id="erase-${step}"
      @click=${() => onErase(step)}
    >
      ${text}
    </button>`;
  return replaced(
    erasing === place
      ? html`<div class="erasing" role="group" aria-label=${t('erase')}>
          <p><span id="erase-sure" tabindex="-1">${t('eraseSure')}</span></p>
          ${button('button', 'yes', t('eraseYes'))} ${button('button', 'no', t('eraseNo'))}
        </div>`
      : button('link-button', place, t('erase')),
  );
}
