import { inLanguage, type InEachLanguage } from '../../i18n/languages.js';
import type { FeedIssue, IssueCode } from '../issues.js';
import { en } from './en.js';
import { nl } from './nl.js';

export const ISSUE_WORDS: InEachLanguage<Readonly<Record<IssueCode, string>>> = { nl, en };

/** An issue in words, in English where its language is none of ours. */
export function sayIssue(issue: FeedIssue, language: string): string {
  return inLanguage(ISSUE_WORDS, language)[issue.code].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(issue.params[name] ?? ''),
  );
}
