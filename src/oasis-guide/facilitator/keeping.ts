import { html, nothing, type TemplateResult } from 'lit';
import type { FacilitatorTranslator } from './locales/index.js';
import type { Persistence } from './progress-store.js';

/** The progress as a whole: its copy on the device, and ways to download, print and erase it. */
export interface KeepingView {
  readonly t: FacilitatorTranslator;
  readonly persistence: Persistence;
  /** True if the progress that was stored before could not be read. */
  readonly isUnreadable: boolean;
  readonly canErase: boolean;
  /** True while erasing has been asked for and not yet been confirmed. */
  readonly isConfirmingErase: boolean;
  readonly onDownload: () => void;
  readonly onRequestErase: () => void;
  readonly onCancelErase: () => void;
  readonly onErase: () => void;
}

const PERSISTENCE_TERMS = { off: 'notKeeping', saved: 'keeping', unavailable: 'cannotKeep' } as const;

export function keeping(view: KeepingView): TemplateResult {
  const { t, persistence, isUnreadable, canErase, isConfirmingErase, onDownload, onRequestErase } = view;
  const button = (label: string, onClick: () => void, id: string) =>
    html`<button type="button" class="link-button" part="button" id=${id} @click=${onClick}>
      ${label}
    </button>`;
  return html`
    <div class="keeping" part="keeping">
      ${isUnreadable ? html`<p>${t('spoiled')}</p>` : nothing}
      <p>${t(PERSISTENCE_TERMS[persistence])}</p>
      ${
        isConfirmingErase
          ? eraseConfirmation(view)
          : html`<p class="keeping-buttons">
              ${button(t('download'), onDownload, 'download')} ${button(t('print'), () => print(), 'print')}
              ${canErase ? button(t('erase'), onRequestErase, 'erase') : nothing}
            </p>`
      }
    </div>
  `;
}

function eraseConfirmation({ t, onCancelErase, onErase }: KeepingView): TemplateResult {
  return html`
    <div class="sure" role="group" aria-labelledby="sure">
      <p id="sure" tabindex="-1">${t('eraseSure')}</p>
      <p class="keeping-buttons">
        <button type="button" class="button" part="button" @click=${onErase}>${t('eraseYes')}</button>
        <button type="button" class="button" part="button" @click=${onCancelErase}>${t('eraseNo')}</button>
      </p>
    </div>
  `;
}
