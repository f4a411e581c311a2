/** A choice of languages; loaded where the page asks for it. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Text } from '../../i18n/text.js';
import { languageOf, safeLocale } from '../../i18n/locale.js';
import { rowsOf } from './keyed-rows.js';
import type { CommonTranslator } from './states.js';
import type { Languages, Messages } from '../../i18n/translate.js';

export const styles = [
  css`
    .languages {
      display: flex;
      flex-wrap: wrap;
      gap: 1em;
    }

    .link-button[aria-pressed='true'] {
      color: inherit;
      font-weight: 600;
      text-decoration: none;
    }
  `,
];

/** Offers the languages that a feed's title and a widget have, each in its own name; nothing for fewer than two. */
export function languageSwitch(
  t: CommonTranslator,
  title: Text | undefined,
  languages: Languages<Messages>,
  onChoose: (language: string) => void,
): TemplateResult | typeof nothing {
  const offered =
    typeof title === 'object'
      ? Object.keys(title).filter((tag) => safeLocale(tag) && Object.hasOwn(languages, languageOf(tag)))
      : [];
  if (offered.length < 2) return nothing;
  return html`
    <div class="languages" part="languages" role="group" aria-label=${t('language')}>
      ${rowsOf(
        offered,
        (language) => language,
        (language) => html`
          <button
            type="button"
            class="link-button"
            part="button"
            lang=${language}
            aria-pressed=${languageOf(language) === t.language}
            @click=${() => onChoose(language)}
          >
            ${nameOf(language)}
          </button>
        `,
      )}
    </div>
  `;
}

function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
