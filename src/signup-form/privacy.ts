import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../element/views/heading.js';
import { externalLink, LINK_TARGET, tabHint } from '../element/views/link.js';
import { feedText, voiceText } from '../element/views/text.js';
import { NOWHERE, safeUrl } from '../feed/fields.js';
import { type Text, type LocaleContext, plainText } from '../i18n/text.js';
import { MAX_DRAFT_DAYS } from './draft-age.js';
import type { SignupTranslator } from './locales/index.js';
import type { PrivacyFacts } from './privacy-facts.js';

export interface PrivacyView {
  readonly t: SignupTranslator;
  readonly localeContext: LocaleContext;
  readonly facts: PrivacyFacts;
  /** True if there is anything to agree to. */
  readonly consents: boolean;
  /** True if the browser keeps what is filled in until it is sent. */
  readonly keepsDraft: boolean;
  readonly headingLevel: number;
}

/** The privacy facts, to be read without opening anything. */
export function privacy(view: PrivacyView): TemplateResult {
  const { t, localeContext, facts, consents, keepsDraft, headingLevel } = view;
  const text = (value: Text | undefined) => value && feedText(value, localeContext, t.language);
  const contact = contactLink(facts.contact, t, localeContext);
  // Of two links with the same words one says what it is for.
  const rightsContact = contactLink(facts.contact, t, localeContext, voiceText(` (${t('rights')})`));
  const rights = html`${t('rightsText', { contact: '' })}${rightsContact}`;
  const rows = [
    ['controller', paragraphs([text(facts.controller), contact, text(facts.dpo)])],
    ['purposes', paragraphs(facts.purposes.map(text))],
    ['legalBasis', text(facts.legalBasis)],
    ['recipients', paragraphs(facts.recipients.map(text))],
    ['transfers', text(facts.transfers)],
    [
      'retention',
      paragraphs([text(facts.retention), keepsDraft && t('draftKept', { days: MAX_DRAFT_DAYS })]),
    ],
    ['rights', paragraphs([rights, consents && t('withdraw'), t('complaint')])],
  ] as const;
  return html`
    <div class="privacy" part="privacy">
      ${heading(headingLevel, t('privacy'), 'subheading', 'privacy')}
      <dl>
        ${rows.map(([term, content]) =>
          content
            ? html`<div>
                <dt>${t(term)}</dt>
                <dd>${content}</dd>
              </div>`
            : nothing,
        )}
      </dl>
      <slot name="privacy"></slot>
      ${statementLink(facts.link, t)}
    </div>
  `;
}

/** A paragraph for each text that there is; `undefined` without any. */
function paragraphs(texts: readonly unknown[]): readonly TemplateResult[] | undefined {
  const shown = texts.filter(Boolean).map((text) => html`<p>${text}</p>`);
  return shown.length > 0 ? shown : undefined;
}

/** A contact as a link where it is an e-mail address, else as text; `purpose` for voices. */
export function contactLink(
  contact: Text,
  t: SignupTranslator,
  localeContext: LocaleContext,
  purpose?: unknown,
): unknown {
  const words = plainText(contact, localeContext).trim();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(words)
    ? externalLink(`mailto:${words}`, purpose ? [words, purpose] : words)
    : feedText(contact, localeContext, t.language);
}

/** A link to the privacy statement. The page's own may be relative to the page. */
function statementLink(href: string | undefined, t: SignupTranslator): TemplateResult | typeof nothing {
  if (!href || !safeUrl(href, NOWHERE)) return nothing;
  return html`<p>
    <a class="link" part="link" href=${href} target=${LINK_TARGET}>${t('privacyLink')}${tabHint(t)}</a>
  </p>`;
}
