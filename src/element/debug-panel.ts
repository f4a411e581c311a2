import { html, type TemplateResult } from 'lit';
import { sayIssue } from '../feed/issue-words/say-issue.js';
import type { FeedIssue } from '../feed/issues.js';
import { VERSION } from '../version.js';

/** Lists what is wrong with a feed, for whoever keeps it. Comes in a chunk of its own. */
export function debugPanel(issues: readonly FeedIssue[], language: string): TemplateResult {
  const shown = issues.slice(0, 100);
  return html`
    <details class="debug" part="debug" open>
      <summary>ceal-widgets ${VERSION}: ${issues.length}</summary>
      <ol>
        ${shown.map((issue) => html`<li><code>${issue.pointer || '/'}</code> ${sayIssue(issue, language)}</li>`)}
      </ol>
    </details>
  `;
}
