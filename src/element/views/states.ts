import { html, type TemplateResult } from 'lit';
import type { nl } from '../locales/nl.js';
import type { Translator } from '../../i18n/translate.js';
import { voiceText } from './text.js';

export type CommonTranslator = Translator<typeof nl>;

/** Shows that no feed was given: what the site's owner slotted in, or a sentence. */
export function idleState(t: CommonTranslator): TemplateResult {
  return html`<slot><p class="state" part="state">${t('noFeed')}</p></slot>`;
}

/** Details of a failure, below the sentence that says that there is one. */
export interface FailureDetails {
  /** Advice for a visitor. */
  readonly advice?: string | undefined;
  /** The button that tries again. */
  readonly retry?: TemplateResult;
  /** The exact reason, for the site's owner. */
  readonly reason?: TemplateResult | undefined;
}

/** Shows that there is no feed, or that rendering it failed; what the site's owner slotted in stands below. */
export function failedState(
  t: CommonTranslator,
  { advice, retry, reason }: FailureDetails = {},
): TemplateResult {
  return html`
    <slot name="error">
      <div class="state error" part="state error" role="group" aria-label=${t('failed')}>
        <p><strong>${t('failed')}</strong> ${advice}</p>
        ${retry && html`<p>${retry}</p>`} ${reason}
      </div>
    </slot>
    <slot></slot>
  `;
}

/** Shows the geometry of what comes. */
export const emptyShapes = (shapes: TemplateResult): TemplateResult =>
  html`<div class="skeleton" aria-hidden="true">${shapes}</div>`;

/** Shows that the feed holds nothing for this widget. */
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

/** The badge of what a heading says to be made up. */
export const saidBadge = (t: CommonTranslator): TemplateResult =>
  html`<span class="badge" part="badge" aria-hidden="true">${t('example')}</span>`;

/** Not collapsed at the end of a line, where the badge stands elsewhere. */
const BLANK = '\u00a0';

/** The badge in a heading, with a comma for voices and a blank for copies between it and the name. */
export const nameBadge = (t: CommonTranslator): TemplateResult =>
  html`${voiceText(`, ${t('example')}`)}${BLANK}${saidBadge(t)}`;
