import { inLanguage, type InEachLanguage } from '../../i18n/languages.js';
import type { Expected, FeedIssue, IssueCode } from '../issues.js';
import { EXPECTED_WORDS } from '../expected-words/index.js';
import { en } from './en.js';
import { nl } from './nl.js';

export const ISSUE_WORDS: InEachLanguage<Readonly<Record<IssueCode, string>>> = { nl, en };

/** The message of an issue, in the language of a tag; in English for languages that are not ours. */
export function issueMessage(issue: FeedIssue, language: string): string {
  const { code, params } = issue;
  const message = inLanguage(ISSUE_WORDS, language)[code];
  const expected: string | undefined = inLanguage(EXPECTED_WORDS, language)[params['expected'] as Expected];
  return message
    .replace(/(: )\{expected\}/, expected ? `$1${expected}` : '')
    .replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
