import { css, html, nothing, type TemplateResult } from 'lit';
import { formatDiagnostic } from '../../feed/failure-words/diagnostic.js';
import { FAILURE_WORDS } from '../../feed/failure-words/index.js';
import type { FeedStatus } from '../feed/feed-controller.js';
import { issueMessage } from '../../feed/issue-words/issue-message.js';
import type { FeedIssue } from '../../feed/issues.js';
import { inLanguage } from '../../i18n/languages.js';
import { VERSION } from '../../version.js';

/** Shows the status of a feed and its issues, for whoever keeps it. In a chunk of its own. */
export function debugPanel(
  status: FeedStatus,
  issues: readonly FeedIssue[],
  language: string,
): TemplateResult | typeof nothing {
  const words = inLanguage(FAILURE_WORDS, language);
  switch (status.kind) {
    case 'loading':
      return nothing;
    case 'idle':
      return line(words['no-feed']);
    case 'failed':
      return line(formatDiagnostic(words[status.failure.reason], status.failure));
    case 'ready':
      if (!status.complete) return nothing;
      return issues.length === 0
        ? line(words.valid)
        : list(formatDiagnostic(words.invalid, { detail: String(issues.length) }), issues, language);
  }
}

/** Issues that are listed; a reader mends the first ones first. */
const MAX_LISTED = 100;

const title = (words: string) => `ceal-widgets ${VERSION}: ${words}`;

const line = (words: string) => html`<p class="debug" part="debug">${title(words)}</p>`;

const list = (words: string, issues: readonly FeedIssue[], language: string) => html`
  <details class="debug" part="debug" open>
    <summary>${title(words)}</summary>
    <ol>
      ${issues
        .slice(0, MAX_LISTED)
        .map((issue) => html`<li><code>${issue.pointer || '/'}</code> ${issueMessage(issue, language)}</li>`)}
    </ol>
  </details>
`;

export const styles = [
  css`
    .debug {
      max-inline-size: 45em;
      margin-block-start: 1.5em;
      padding: 0.75em 1em;
      border: 1px dashed var(--_control-border);
      border-radius: var(--_radius);
      font-size: 0.875em;
    }

    .debug li {
      margin-block-start: 0.5em;
    }

    .debug code {
      display: block;
      overflow-wrap: anywhere;
    }
  `,
];
