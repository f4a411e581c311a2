import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../element/views/heading.js';
import { externalLink } from '../element/views/link.js';
import { feedText } from '../element/views/text.js';
import { safeUrl } from '../feed/fields.js';
import { type Text, type LocaleContext, plainText } from '../i18n/text.js';
import type { SignupTranslator } from './locales/index.js';
import type { PrivacyFacts } from './privacy-facts.js';

export interface PrivacyView {
  readonly t: SignupTranslator;
  readonly localeContext: LocaleContext;
  readonly facts: PrivacyFacts;
  /** True if there is anything to agree to. */
  readonly consents: boolean;
  readonly headingLevel: number;
}

/** The privacy facts, to be read without opening anything. */
export function privacy({ t, localeContext, facts, consents, headingLevel }: PrivacyView): TemplateResult {
  const text = (value: Text) => feedText(value, localeContext, t.language);
  const contact = contactLink(facts.contact, t, localeContext);
  const row = (term: string, value: unknown) =>
    value === undefined || value === nothing
      ? nothing
      : html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`;
  const optional = (value: Text | undefined) => (value === undefined ? nothing : text(value));
  const all = (values: readonly Text[]) =>
    values.length > 0 ? values.map((value) => html`<p>${text(value)}</p>`) : nothing;
  return html`
    <section class="privacy" part="privacy" aria-labelledby="privacy">
      ${heading(headingLevel, t('privacy'), 'subheading', 'privacy')}
      <dl>
        ${row(
          t('controller'),
          html`<p>${text(facts.controller)}</p>
            <p>${contact}</p>
            ${facts.dpo ? html`<p>${text(facts.dpo)}</p>` : nothing}`,
        )}
        ${row(t('purposes'), all(facts.purposes))} ${row(t('legalBasis'), optional(facts.legalBasis))}
        ${row(t('recipients'), all(facts.recipients))} ${row(t('transfers'), optional(facts.transfers))}
        ${row(t('retention'), optional(facts.retention))}
        ${row(
          t('rights'),
          html`<p>${t('rightsText', { contact: '' })}${contact}</p>
            ${consents ? html`<p>${t('withdraw')}</p>` : nothing}
            <p>${t('complaint')}</p>`,
        )}
      </dl>
      <slot name="privacy"></slot>
      ${statementLink(facts.link, t('privacyLink'))}
    </section>
  `;
}

/** A contact as a link where it is an e-mail address, else as text. */
export function contactLink(contact: Text, t: SignupTranslator, localeContext: LocaleContext): unknown {
  const words = plainText(contact, localeContext).trim();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(words)
    ? externalLink(`mailto:${words}`, words)
    : feedText(contact, localeContext, t.language);
}

/** A link to the privacy statement. The page's own may be relative to the page. */
function statementLink(href: string | undefined, words: string): TemplateResult | typeof nothing {
  if (!href || !safeUrl(href, 'https://invalid.invalid/')) return nothing;
  return html`<p><a class="link" part="link" href=${href}>${words}</a></p>`;
}
