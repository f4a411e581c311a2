import { html, type TemplateResult } from 'lit';
import type { Source } from '../../feed/shapes.js';
import { rowsOf } from './keyed-rows.js';
import { externalLink } from './link.js';
import type { CommonTranslator } from './states.js';
import { feedText } from './text.js';
import type { LocaleContext } from '../../i18n/text.js';

/** A list of sources, each with its link and its note. */
export function sourceItems(
  sources: readonly Source[],
  t: CommonTranslator,
  localeContext: LocaleContext,
  labelledBy: string,
): TemplateResult {
  return html`
    <ul class="source-items" role="list" aria-labelledby=${labelledBy}>
      ${rowsOf(
        sources,
        ({ url }) => `${url}`,
        ({ label, url, note }) => html`
          <li>
            ${externalLink(url, feedText(label, localeContext, t.language), t)}
            ${note ? html`<span class="source-note">${feedText(note, localeContext, t.language)}</span>` : ''}
          </li>
        `,
      )}
    </ul>
  `;
}
