import { html, nothing, type TemplateResult } from 'lit';
import { languageOf } from './locale.js';
import type { CommonWords } from './states.js';

/** A choice of languages, each in its own name. Nothing when there is nothing to choose. */
export function languageSwitch(
  say: CommonWords,
  offered: readonly string[],
  current: string,
  choose: (language: string) => void,
): TemplateResult | typeof nothing {
  if (offered.length < 2) return nothing;
  return html`
    <div class="languages" part="languages" role="group" aria-label=${say('language')}>
      ${offered.map(
        (language) => html`
          <button
            type="button"
            class="link-button"
            part="button"
            lang=${language}
            aria-pressed=${languageOf(language) === current}
            @click=${() => choose(language)}
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
