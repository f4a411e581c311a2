import { html, nothing, type TemplateResult } from 'lit';
import { replaced } from '../../element/views/replaced.js';
import type { FacilitatorTranslator } from './locales/index.js';
import type { Persistence } from './progress-storage.js';

/** A press of the buttons to erase: it is asked for, and then done or not. */
export type EraseAnswer = 'ask' | 'yes' | 'no';

/** The progress as a whole: its copy on the device, and ways to download, print and erase it. */
export interface KeepingView {
  readonly t: FacilitatorTranslator;
  readonly printTerm: 'print' | 'printOverview';
  readonly persistence: Persistence;
  /** True if the progress that was stored before could not be read. */
  readonly isUnreadable: boolean;
  readonly canErase: boolean;
  /** True while erasing has been asked for and not yet been confirmed. */
  readonly isConfirmingErase: boolean;
  readonly onDownload: () => void;
  readonly onErase: (answer: EraseAnswer) => void;
}

const PERSISTENCE_TERMS = { off: 'notKeeping', saved: 'keeping', unavailable: 'cannotKeep' } as const;

export function keeping(view: KeepingView): TemplateResult {
  const { t, printTerm, persistence, isUnreadable, canErase, isConfirmingErase, onDownload, onErase } = view;
  const button = (
    id: 'download' | 'print' | 'erase',
    onClick: () => void,
    term: typeof id | typeof printTerm = id,
  ) =>
    html`<button type="button" class="link-button" part="button" id=${id} @click=${onClick}>
      ${t(term)}
    </button>`;
  return html`
    <div class="keeping" part="keeping">
      ${isUnreadable ? html`<p>${t('spoiled')}</p>` : nothing}
      <p>${t(PERSISTENCE_TERMS[persistence])}</p>
      ${replaced(
        isConfirmingErase
          ? eraseConfirmation(view)
          : html`<p class="keeping-buttons">
              ${button('download', onDownload)} ${button('print', () => print(), printTerm)}
              ${canErase ? button('erase', () => onErase('ask')) : nothing}
            </p>`,
      )}
    </div>
  `;
}

function eraseConfirmation({ t, onErase }: KeepingView): TemplateResult {
  const button = (label: string, answer: EraseAnswer) =>
    html`<button type="button" class="button" part="button" @click=${() => onErase(answer)}>
      ${label}
    </button>`;
  return html`
    <div class="sure" role="group" aria-label=${t('erase')}>
      <p><span id="sure" tabindex="-1">${t('eraseSure')}</span></p>
      <p class="keeping-buttons">${button(t('eraseYes'), 'yes')} ${button(t('eraseNo'), 'no')}</p>
    </div>
  `;
}
