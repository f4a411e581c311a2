import type { FeedIssue } from '../issues.js';
import { en } from './en.js';
import { nl } from './nl.js';

/** An issue in words, Dutch or English. */
export function sayIssue(issue: FeedIssue, language: string): string {
  const words = language === 'nl' ? nl : en;
  return words[issue.code].replace(/\{(\w+)\}/g, (_, name: string) => String(issue.params[name] ?? ''));
}
