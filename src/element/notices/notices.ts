/** What a widget says when something is wrong with its feed. Comes when it is needed, which is seldom. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Failure, FailureReason } from '../../feed/source.js';
import { formatMoment } from '../../dates/format.js';
import type { Translator } from '../../i18n/translate.js';
import { languages, type NoticeMessages } from './locales/index.js';

export { languages };

type NoticeWords = Translator<NoticeMessages>;

/**
 * What a visitor can do about it decides the words; the exact reason is for the site's owner, who has to see to every
 * reason that is not here.
 */
const ADVICE: { readonly [reason in FailureReason]?: keyof NoticeMessages } = {
  'timed-out': 'failedLater',
  'server-error': 'failedLater',
  unreachable: 'failedLater',
  'newer-version': 'failedNewer',
};

/** Why the feed could not be had, and what to do. */
export function failureAdvice(t: NoticeWords, { reason }: Failure): string {
  return t(ADVICE[reason] ?? 'failedSetup');
}

export function ownerDetail(t: NoticeWords, { reason, status }: Failure): TemplateResult {
  return html`<p class="for-owner">
    ${t('ownerDetail', { reason: status ? `${reason}, HTTP ${status}` : reason })}
  </p>`;
}

/** What stands above the content, each where there is cause for it. */
export interface ContentNotices {
  /** What is shown is not the newest. */
  readonly isOld: boolean;
  /** Why not. */
  readonly failure: Failure | undefined;
  /** Of when it is. */
  readonly receivedAt: number;
  /** Parts of the feed that do not fit; only told to those who ask for it. */
  readonly issues: number;
  readonly locale: string;
  /** The button that asks for the feed again. */
  readonly retry: TemplateResult;
}

export function contentNotices(t: NoticeWords, notices: ContentNotices): TemplateResult {
  const { issues } = notices;
  return html`
    ${notices.isOld ? staleNotice(t, notices) : nothing}
    ${
      issues > 0
        ? html`<slot name="invalid"
            ><p class="notice" part="notice">${t('partlyInvalid', { n: issues })}</p></slot
          >`
        : nothing
    }
  `;
}

function staleNotice(t: NoticeWords, { failure, receivedAt, locale, retry }: ContentNotices): TemplateResult {
  const why = failure ? t(failure.reason === 'offline' ? 'staleOffline' : 'stale') : '';
  return html`
    <slot name="stale">
      <p class="notice" part="notice">
        <span>${why} ${t('asOf', { date: formatMoment(receivedAt, locale) })}</span>
        ${retry}
      </p>
    </slot>
  `;
}
