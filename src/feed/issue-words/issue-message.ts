import { inLanguage, type InEachLanguage } from '../../i18n/languages.js';
import type { FeedIssue, IssueCode } from '../issues.js';
import { en } from './en.js';
import { nl } from './nl.js';

export const ISSUE_WORDS: InEachLanguage<Readonly<Record<IssueCode, string>>> = { nl, en };

/** The message of an issue, in the language of a tag; in English for languages that are not ours. */
export function issueMessage(issue: FeedIssue, language: string): string {
  return inLanguage(ISSUE_WORDS, language)[issue.code].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(issue.params[name] ?? ''),
  );
}
