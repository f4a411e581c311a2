/** Notices for when something is wrong with a feed; loaded when they are needed, which is seldom. */
import { html, nothing, type TemplateResult } from 'lit';
import { failureMessage } from '../../feed/failure-words/failure-message.js';
import type { Failure, FailureReason } from '../../feed/source.js';
import { formatMoment } from '../../dates/format.js';
import type { Translator } from '../../i18n/translate.js';
import { languages, type NoticeMessages } from './locales/index.js';

export { languages };

type NoticeTranslator = Translator<NoticeMessages>;

/**
 * Advice for a visitor, by the reason of the failure. For every other reason the site's owner has to change something;
 * the exact reason is shown for them.
 */
const ADVICE: { readonly [reason in FailureReason]?: keyof NoticeMessages } = {
  'timed-out': 'failedLater',
  'server-error': 'failedLater',
  unreachable: 'failedLater',
  'newer-version': 'failedNewer',
  'opened-from-disk': 'failedFromDisk',
};

/** @returns what happened, and what a visitor can do about it. */
export function failureAdvice(t: NoticeTranslator, { reason }: Failure): string {
  return t(ADVICE[reason] ?? 'failedSetup');
}

/** Shows the reason of a failure, in words and by its code, for the site's owner. */
export function ownerDetail(t: NoticeTranslator, failure: Failure): TemplateResult {
  const { reason, status } = failure;
  const words = failureMessage({ reason, text: failure.text }, t.language);
  const code = status ? `${reason}, HTTP ${status}` : reason;
  return html`<p class="for-owner">${t('ownerDetail', { reason: `${words} (${code})` })}</p>`;
}

/** The cause for each notice above the content. */
export interface ContentNotices {
  /** True when what is shown is not the newest. */
  readonly isOld: boolean;
  /** The failure of the last request, if that is why. */
  readonly failure?: Failure | undefined;
  /** Time at which the feed was received, in milliseconds since 1970. */
  readonly receivedAt: number;
  /** The number of issues to tell visitors of; 0 unless the page asks for that. */
  readonly issueCount: number;
  readonly locale: string;
  /** The button that asks for the feed again. */
  readonly retry: TemplateResult;
}

/** Shows what visitors have to know about the content below. */
export function contentNotices(t: NoticeTranslator, notices: ContentNotices): TemplateResult {
  const { issueCount } = notices;
  return html`
    ${notices.isOld ? staleNotice(t, notices) : nothing}
    ${
      issueCount > 0
        ? html`<slot name="invalid"
            ><p class="notice" part="notice">${t('partlyInvalid', { n: issueCount })}</p></slot
          >`
        : nothing
    }
  `;
}

function staleNotice(
  t: NoticeTranslator,
  { failure, receivedAt, locale, retry }: ContentNotices,
): TemplateResult {
  const reason = failure ? t(failure.reason === 'offline' ? 'staleOffline' : 'stale') : '';
  return html`
    <slot name="stale">
      <p class="notice" part="notice">
        <span>${reason} ${t('asOf', { date: formatMoment(receivedAt, locale) })}</span>
        ${retry}
      </p>
    </slot>
  `;
}
