/** Reading small feeds, for the tests of what becomes of them. */
import assert from 'node:assert/strict';
import { parseFeed } from '../../../src/feed/parse-feed.js';

export const BASE = 'https://feeds.example/wijk/feed.json';

/** The values of a feed with these sections, and what is wrong with it as `pointer code` lines. */
export function read(sections) {
  const parsed = parseFeed({ version: '1.0', id: 'proef', ...sections }, BASE);
  assert.ok(parsed.ok);
  return { ...parsed, lines: parsed.issues.map(({ pointer, code }) => `${pointer} ${code}`) };
}

/** One enterprise with these fields, as it is read; its issues are told from its own place. */
export function readEnterprise(fields) {
  const { feed, issues } = read({ enterprises: [{ id: 'a', name: 'Naam', ...fields }] });
  const [value] = feed.enterprises;
  const own = issues.map((issue) => ({ ...issue, pointer: issue.pointer.replace(/^\/enterprises\/0/, '') }));
  return { value, issues: own, lines: own.map(({ pointer, code }) => `${pointer} ${code}`.trim()) };
}
