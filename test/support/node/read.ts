/** Reading small feeds, for the tests of what becomes of them. */
import assert from 'node:assert/strict';
import type { FeedIssue } from '../../../src/feed/issues.js';
import type { Enterprise } from '../../../src/feed/sections/enterprises.js';
import { readFeed } from './feeds.js';

export const BASE = 'https://feeds.example/wijk/feed.json';

/** The values of a feed with these sections, and what is wrong with it as `pointer code` lines. */
export function read(sections: object) {
  const parsed = readFeed({ version: '1.0', id: 'proef', ...sections }, BASE);
  return { ...parsed, lines: linesOf(parsed.issues) };
}

/** One enterprise with these fields, as it is read; its issues have pointers from its own place. */
export function readEnterprise(fields: object) {
  const { feed, issues: all } = read({ enterprises: [{ id: 'a', name: 'Naam', ...fields }] });
  const issues = all.map((issue) => ({ ...issue, pointer: issue.pointer.replace(/^\/enterprises\/0/, '') }));
  return {
    /** The enterprise, which must not have been left out. */
    get value(): Enterprise {
      return first(feed.enterprises);
    },
    issues,
    lines: linesOf(issues),
  };
}

/**
 * Issues as `pointer code` lines; a line without a pointer has the code only. Keys that nothing reads are told beside
 * what is read, and have tests of their own.
 */
export const linesOf = (issues: readonly FeedIssue[]): string[] =>
  issues.filter(({ code }) => code !== 'unknown-key').map(({ pointer, code }) => `${pointer} ${code}`.trim());

/** The first entry of a list, which must not be empty. */
export function first<T>(list: readonly T[]): T {
  const [entry] = list;
  assert.ok(entry !== undefined, 'The list is empty.');
  return entry;
}
