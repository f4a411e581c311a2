import { html, nothing, type TemplateResult } from 'lit';
import type { FailureReason } from '../feed/request.js';
import type { Failure } from '../feed/source.js';
import type { nl } from './locales/nl.js';
import type { Words } from './words.js';

export type CommonWords = Words<typeof nl>;

/**
 * What a visitor can do about it decides the words; the exact reason is for the site's owner, who has to see to every
 * reason that is not here.
 */
const FAILURE_TERMS: { readonly [reason in FailureReason]?: keyof typeof nl } = {
  offline: 'failedOffline',
  'timed-out': 'failedLater',
  'server-error': 'failedLater',
  unreachable: 'failedLater',
  'newer-version': 'failedNewer',
};

/** No feed was given: what the site's owner slotted in, or a sentence. */
export function idleState(say: CommonWords): TemplateResult {
  return html`<slot><p class="state" part="state">${say('noFeed')}</p></slot>`;
}

/** The feed could not be had and there is no earlier copy. */
export function failedState(say: CommonWords, failure: Failure, retry: TemplateResult): TemplateResult {
  const reason = failure.status ? `${failure.reason}, HTTP ${failure.status}` : failure.reason;
  return html`
    <slot name="error">
      <div class="state error" part="state error" role="group" aria-label=${say('failed')}>
        <p><strong>${say('failed')}</strong> ${say(FAILURE_TERMS[failure.reason] ?? 'failedSetup')}</p>
        <p>${retry}</p>
        <p class="for-owner">${say('ownerDetail', { reason })}</p>
      </div>
    </slot>
    <slot></slot>
  `;
}

/** The feed is there and holds nothing for this widget. */
export function emptyState(say: CommonWords): TemplateResult {
  return html`
    <slot name="empty">
      <p class="state" part="state">${say('empty')} ${say('emptyHelp')}</p>
    </slot>
  `;
}

/** What is shown is not the newest, and of when it is. */
export function staleNotice(
  say: CommonWords,
  failure: Failure | undefined,
  asOf: string,
  retry: TemplateResult,
): TemplateResult {
  const why = failure ? say(failure.reason === 'offline' ? 'staleOffline' : 'stale') : '';
  return html`
    <slot name="stale">
      <p class="notice" part="notice">
        <span>${why} ${say('asOf', { date: asOf })}</span>
        ${retry}
      </p>
    </slot>
  `;
}

/** Parts of the feed do not fit. Only shown to those who asked for it. */
export function invalidNotice(say: CommonWords, count: number): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`
    <slot name="invalid"><p class="notice" part="notice">${say('partlyInvalid', { n: count })}</p></slot>
  `;
}

/** The badge of whatever is made up. */
export function exampleBadge(say: CommonWords): TemplateResult {
  return html`<span class="badge" part="badge">${say('example')}</span>`;
}
