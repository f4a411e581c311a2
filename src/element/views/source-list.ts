import { html, type TemplateResult } from 'lit';
import type { Source } from '../../feed/shapes.js';
import { outwardLink } from './link.js';
import type { CommonWords } from './states.js';
import { feedText } from './text.js';
import type { Reader } from '../../i18n/text.js';

/** Where facts come from, each with its link and its note. */
export function sourceItems(
  sources: readonly Source[],
  say: CommonWords,
  reader: Reader,
  labelledBy: string,
): TemplateResult {
  return html`
    <ul class="source-items" role="list" aria-labelledby=${labelledBy}>
      ${sources.map(({ label, url, note }) => {
        const name = feedText(label, reader, say.language);
        return html`
          <li>
            ${url ? outwardLink(url, name, { hint: say('opensElsewhere') }) : name}
            ${note ? html`<span class="source-note">${feedText(note, reader, say.language)}</span>` : ''}
          </li>
        `;
      })}
    </ul>
  `;
}
