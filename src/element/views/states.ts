import { html, type TemplateResult } from 'lit';
import type { nl } from '../locales/nl.js';
import type { Translator } from '../../i18n/translate.js';

export type CommonTranslator = Translator<typeof nl>;

/** No feed was given: what the site's owner slotted in, or a sentence. */
export function idleState(t: CommonTranslator): TemplateResult {
  return html`<slot><p class="state" part="state">${t('noFeed')}</p></slot>`;
}

/** The feed could not be had and there is no earlier copy. Why, and what to do, may come later. */
export function failedState(
  t: CommonTranslator,
  advice: string | undefined,
  detail: unknown,
  retry: TemplateResult,
): TemplateResult {
  return html`
    <slot name="error">
      <div class="state error" part="state error" role="group" aria-label=${t('failed')}>
        <p><strong>${t('failed')}</strong> ${advice}</p>
        <p>${retry}</p>
        ${detail}
      </div>
    </slot>
    <slot></slot>
  `;
}

/** The feed is there and holds nothing for this widget. */
export function emptyState(t: CommonTranslator): TemplateResult {
  return html`
    <slot name="empty">
      <p class="state" part="state">${t('empty')} ${t('emptyHelp')}</p>
    </slot>
  `;
}

/** The badge of whatever is made up. */
export function exampleBadge(t: CommonTranslator): TemplateResult {
  return html`<span class="badge" part="badge">${t('example')}</span>`;
}
