import { html, nothing, type TemplateResult } from 'lit';
import type { FacilitatorTranslator } from './locales/index.js';

/** Whether what a facilitator fills in stays: not asked for, kept, or not possible. */
export type Kept = 'not' | 'kept' | 'cannot';

/** What becomes of what a facilitator fills in, and what they can do about it. */
export interface KeepingView {
  readonly t: FacilitatorTranslator;
  readonly kept: Kept;
  /** What was kept before could not be read. */
  readonly isSpoiled: boolean;
  readonly canErase: boolean;
  /** Erasing has been asked for and not yet been confirmed. */
  readonly asksToErase: boolean;
  readonly onDownload: () => void;
  readonly onAskErase: (asks: boolean) => void;
  readonly onErase: () => void;
}

const KEPT = { not: 'notKeeping', kept: 'keeping', cannot: 'cannotKeep' } as const;

export function keeping(view: KeepingView): TemplateResult {
  const { t, kept, isSpoiled, canErase, asksToErase, onDownload, onAskErase } = view;
  const button = (label: string, act: () => void, id: string) =>
    html`<button type="button" class="link-button" part="button" id=${id} @click=${act}>${label}</button>`;
  return html`
    <div class="keeping" part="keeping">
      ${isSpoiled ? html`<p>${t('spoiled')}</p>` : nothing}
      <p>${t(KEPT[kept])}</p>
      ${
        asksToErase
          ? sure(view)
          : html`<p class="keeping-buttons">
              ${button(t('download'), onDownload, 'download')} ${button(t('print'), () => print(), 'print')}
              ${canErase ? button(t('erase'), () => onAskErase(true), 'erase') : nothing}
            </p>`
      }
    </div>
  `;
}

function sure({ t, onAskErase, onErase }: KeepingView): TemplateResult {
  return html`
    <div class="sure" role="group" aria-labelledby="sure">
      <p id="sure" tabindex="-1">${t('eraseSure')}</p>
      <p class="keeping-buttons">
        <button type="button" class="button" part="button" @click=${onErase}>${t('eraseYes')}</button>
        <button type="button" class="button" part="button" @click=${() => onAskErase(false)}>
          ${t('eraseNo')}
        </button>
      </p>
    </div>
  `;
}
