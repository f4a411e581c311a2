import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../element/views/heading.js';
import { outwardLink } from '../element/views/link.js';
import { feedText } from '../element/views/text.js';
import { safeUrl } from '../feed/fields.js';
import { type Text, type Reader, plainText } from '../i18n/text.js';
import type { SignupWords } from './locales/index.js';
import type { PrivacyFacts } from './privacy-facts.js';

export interface PrivacyView {
  readonly say: SignupWords;
  readonly reader: Reader;
  readonly facts: PrivacyFacts;
  /** Whether there is anything to agree to. */
  readonly consents: boolean;
  readonly headingLevel: number;
}

/** What happens to the details, to be read without opening anything. */
export function privacy({ say, reader, facts, consents, headingLevel }: PrivacyView): TemplateResult {
  const text = (value: Text) => feedText(value, reader, say.language);
  const contact = contactLink(facts.contact, say, reader);
  const row = (term: string, value: unknown) =>
    value === undefined || value === nothing
      ? nothing
      : html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`;
  const given = (value: Text | undefined) => (value === undefined ? nothing : text(value));
  const all = (values: readonly Text[]) =>
    values.length > 0 ? values.map((value) => html`<p>${text(value)}</p>`) : nothing;
  return html`
    <section class="privacy" part="privacy" aria-labelledby="privacy">
      ${heading(headingLevel, say('privacy'), 'subheading', 'privacy')}
      <dl>
        ${row(
          say('controller'),
          html`<p>${text(facts.controller)}</p>
            <p>${contact}</p>
            ${facts.dpo ? html`<p>${text(facts.dpo)}</p>` : nothing}`,
        )}
        ${row(say('purposes'), all(facts.purposes))} ${row(say('legalBasis'), given(facts.legalBasis))}
        ${row(say('recipients'), all(facts.recipients))} ${row(say('transfers'), given(facts.transfers))}
        ${row(say('retention'), given(facts.retention))}
        ${row(
          say('rights'),
          html`<p>${say('rightsText', { contact: '' })}${contact}</p>
            ${consents ? html`<p>${say('withdraw')}</p>` : nothing}
            <p>${say('complaint')}</p>`,
        )}
      </dl>
      <slot name="privacy"></slot>
      ${ownLink(facts.link, say('privacyLink'))}
    </section>
  `;
}

/** A way to reach somebody: an e-mail address can be followed, other words can be read. */
export function contactLink(contact: Text, say: SignupWords, reader: Reader): unknown {
  const words = plainText(contact, reader).trim();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(words)
    ? outwardLink(`mailto:${words}`, words)
    : feedText(contact, reader, say.language);
}

/** The page's own link may be relative to the page. */
function ownLink(href: string | undefined, words: string): TemplateResult | typeof nothing {
  if (!href || !safeUrl(href, 'https://invalid.invalid/')) return nothing;
  return html`<p><a class="link" part="link" href=${href}>${words}</a></p>`;
}
