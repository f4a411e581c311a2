import { flatMap } from '../../lists.js';
import { css, html, nothing, type TemplateResult } from 'lit';
import { findAdvice } from '../../feed/advice/advice.js';
import { feedPlaces, placeAt, type Place } from '../../feed/advice/places.js';
import type { FeedDocument } from '../../feed/document.js';
import { formatDiagnostic } from '../../feed/failure-words/diagnostic.js';
import { failureMessage } from '../../feed/failure-words/failure-message.js';
import { FAILURE_WORDS } from '../../feed/failure-words/index.js';
import { byKind, ISSUE_KINDS, type IssueKind } from '../../feed/issue-kind.js';
import { issueMessage } from '../../feed/issue-words/issue-message.js';
import type { FeedIssue, IssueCode } from '../../feed/issues.js';
import type { Section } from '../../feed/section.js';
import { inLanguage } from '../../i18n/languages.js';
import { createTranslator, type Translator } from '../../i18n/translate.js';
import { VERSION } from '../../version.js';
import { checkAttributes } from './attributes.js';
import { languages, type DebugMessages } from './locales/index.js';
import { writtenAt } from './written.js';
import type { FeedStatus } from '../feed/feed-status.js';

type DebugTranslator = Translator<DebugMessages>;

/** The feed of a widget and what was found in it. */
export interface DebugSubject {
  readonly status: FeedStatus;
  readonly sections: readonly Section<unknown>[];
  readonly issues: readonly FeedIssue[];
}

/** Shows the status of a feed, its issues and the attributes of a widget, for whoever keeps them. In a chunk of its own. */
export function debugPanel(
  element: HTMLElement,
  feed: DebugSubject,
  language: string,
): TemplateResult | typeof nothing {
  const { status } = feed;
  const words = inLanguage(FAILURE_WORDS, language);
  const t = createTranslator(languages, language);
  const attributes = checkAttributes(element, t);
  switch (status.kind) {
    case 'loading':
      return nothing;
    case 'idle':
      return panel(words['no-feed'], attributes);
    case 'failed':
      return panel(failureMessage(status.failure, language), attributes);
    case 'ready':
      return status.complete ? readyPanel(feed, status.document, attributes, t) : nothing;
  }
}

function readyPanel(
  { sections, issues }: DebugSubject,
  document: FeedDocument,
  attributes: readonly string[],
  t: DebugTranslator,
): TemplateResult {
  const { language } = t;
  const words = inLanguage(FAILURE_WORDS, language);
  const all = [...issues, ...adviceOn(document, sections, issues)];
  if (all.length === 0) return panel(words.valid, attributes);
  const root = feedPlaces(sections);
  const groups = groupsOf(all);
  const shown = ({ issue, causes }: Finding): TemplateResult => {
    const message = issueMessage(issue, language);
    return html`
      <li>
        <code>${issue.pointer || '/'}${written(document, issue, message)}</code>
        ${message} ${expectation(placeAt(root, issue.pointer), issue, t)}
        ${
          causes.length > 0
            ? html`<ul>
                ${causes.slice(0, MAX_LISTED).map(shown)}
              </ul>`
            : nothing
        }
      </li>
    `;
  };
  const contents = ISSUE_KINDS.filter((kind) => groups[kind].length > 0).map((kind) => {
    const more = groups[kind].length - MAX_LISTED;
    return html`
      <p><strong>${`${t(TITLES[kind])}: ${groups[kind].length}`}</strong></p>
      <ol>
        ${groups[kind].slice(0, MAX_LISTED).map(shown)}
      </ol>
      ${more > 0 ? html`<p>${t('more', { n: more })}</p>` : nothing}
    `;
  });
  return panel(formatDiagnostic(words.invalid, { detail: String(all.length) }), attributes, contents);
}

/** An issue, and for an entry that is not shown the issues inside it, which are why. */
interface Finding {
  readonly issue: FeedIssue;
  readonly causes: readonly Finding[];
}

/** The findings of each kind; what stands under an entry that is not shown does not stand apart. */
function groupsOf(issues: readonly FeedIssue[]): Readonly<Record<IssueKind, readonly Finding[]>> {
  const groups = byKind(issues);
  const causesOf = new Map<string, Finding[]>(groups.dropped.map(({ pointer }) => [pointer, []]));
  const holderOf = ({ pointer }: FeedIssue) => {
    const steps = pointer.split('/');
    for (let end = steps.length - 1; end > 1; end--) {
      const causes = causesOf.get(steps.slice(0, end).join('/'));
      if (causes) return causes;
    }
    return undefined;
  };
  const apart = (kind: IssueKind) =>
    flatMap(groups[kind], (issue) => {
      const finding = { issue, causes: [] };
      const holder = holderOf(issue);
      holder?.push(finding);
      return holder ? [] : [finding];
    });
  return {
    'left-out': apart('left-out'),
    'read-as': apart('read-as'),
    advice: apart('advice'),
    dropped: groups.dropped.map((issue) => ({ issue, causes: causesOf.get(issue.pointer) ?? [] })),
  };
}

/** The value as it was written, unless the message repeats it. */
function written({ raw }: FeedDocument, { pointer, params }: FeedIssue, message: string): string {
  const { value } = params;
  const isRepeated = value !== undefined && message.includes(`“${value}”`);
  const text = isRepeated ? '' : writtenAt(raw, pointer);
  return text && `: ${text}`;
}

/** Issues of a value of another kind than belongs at its place. */
const IS_UNEXPECTED: ReadonlySet<IssueCode> = new Set([
  'missing',
  'wrong-type',
  'bad-id',
  'bad-language',
  'bad-date',
  'bad-text',
  'unknown-value',
  'out-of-range',
]);

/** Says what belongs at a place where something else stands. */
function expectation(place: Place | undefined, { code }: FeedIssue, t: DebugTranslator): string {
  if (!place || place.kind === 'any' || !IS_UNEXPECTED.has(code)) return '';
  const fields = place.kind === 'object' ? place.fields : {};
  return t('expected', {
    what: t(PLACES[place.kind], {
      ...('min' in place && { min: place.min, max: place.max }),
      ...('values' in place && { values: place.values.join(', ') }),
      fields: Object.keys(fields).join(', '),
    }),
  });
}

const PLACES: Readonly<Record<Exclude<Place['kind'], 'any'>, keyof DebugMessages>> = {
  id: 'placeId',
  language: 'placeLanguage',
  title: 'placeTitle',
  text: 'placeText',
  url: 'placeUrl',
  date: 'placeDate',
  flag: 'placeFlag',
  count: 'placeCount',
  number: 'placeNumber',
  choice: 'placeChoice',
  list: 'placeList',
  object: 'placeObject',
};

/** The advice on documents, which is the same at every update; by how many issues reading had found. */
const adviceByDocument = new WeakMap<
  FeedDocument,
  { readonly count: number; readonly found: readonly FeedIssue[] }
>();

function adviceOn(
  document: FeedDocument,
  sections: readonly Section<unknown>[],
  issues: readonly FeedIssue[],
): readonly FeedIssue[] {
  const before = adviceByDocument.get(document);
  if (before?.count === issues.length) return before.found;
  const found = findAdvice(document, sections, { issues, now: Number(Date.now()) });
  adviceByDocument.set(document, { count: issues.length, found });
  return found;
}

/** Issues of a kind that are listed; a reader mends the first ones first. */
const MAX_LISTED = 100;

const TITLES: Readonly<Record<IssueKind, keyof DebugMessages>> = {
  dropped: 'dropped',
  'left-out': 'leftOut',
  'read-as': 'readAs',
  advice: 'advice',
};

function panel(words: string, attributes: readonly string[], contents: unknown = nothing): TemplateResult {
  const title = `ceal-widgets ${VERSION}: ${words}`;
  if (attributes.length === 0 && contents === nothing)
    return html`<p class="debug" part="debug">${title}</p>`;
  return html`
    <details class="debug" part="debug" open>
      <summary>${title}</summary>
      ${
        attributes.length > 0
          ? html`<ul>
              ${attributes.map((line) => html`<li>${line}</li>`)}
            </ul>`
          : nothing
      }
      ${contents}
    </details>
  `;
}

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

    .debug p,
    .debug li {
      margin-block-start: 0.5em;
    }

    .debug code {
      display: block;
    }

    .debug li {
      overflow-wrap: anywhere;
    }
  `,
];
