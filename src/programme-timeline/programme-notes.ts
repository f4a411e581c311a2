import { html, isServer, nothing, type TemplateResult } from 'lit';
import { isElsewhere } from '../dates/amsterdam.js';
import type { SafeUrl } from '../feed/fields.js';
import type { TimelineTranslator } from './locales/index.js';
import { webcalOf } from './calendar-address.js';
import { calendarButton } from './row-controls.js';
import type { Schedule } from './schedule.js';

/** Note that times are Dutch, only for visitors whose clock differs from it at one of the sessions. */
export function zoneNote({ editions }: Schedule, t: TimelineTranslator): TemplateResult | typeof nothing {
  const differs = editions.some(({ entries }) =>
    entries.some(({ when }) => when?.start !== undefined && isElsewhere(when.start)),
  );
  return differs && !isServer ? html`<p class="zone-note" part="zone-note">${t('zoneNote')}</p>` : nothing;
}

/** Address to subscribe to: as a `webcal:` link, and itself for programs and sites that do not know that scheme. */
export function subscription(
  href: SafeUrl | undefined,
  t: TimelineTranslator,
): TemplateResult | typeof nothing {
  if (!href) return nothing;
  return html`<p class="subscription" part="subscription">
    <a class="link" part="link" href=${webcalOf(href)}>${t('subscribe')}</a>
    <span>${href}</span> ${calendarButton({ copy: href }, t('copyAddress'))} ${t('subscribeGoogle')}
  </p>`;
}
