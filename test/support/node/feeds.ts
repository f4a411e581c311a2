/** Whole feeds as Node reads them, and the sample feed as its author wrote it. */
import assert from 'node:assert/strict';
import { parseFeed, type ParsedFeed } from '../../../src/feed/parse-feed.js';

export type ReadFeed = Extract<ParsedFeed, { ok: true }>;

/** A feed that must be readable; its issues may be many. Read once: what does not fit is left out. */
export function readFeed(text: unknown, base: string): ReadFeed {
  const parsed = parseFeed(text, base, { makeMending: undefined });
  assert.ok(parsed.ok);
  return parsed;
}
