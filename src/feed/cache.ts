import { attempt } from './attempt.js';
import { openPageFeed } from './open-page-feed.js';
import type { FeedDocument } from './document.js';

/** Places for the last good copy of a feed: nowhere, in this tab, or on this device. */
export const CACHE_CHOICES = ['none', 'session', 'local'] as const;
export type CacheChoice = (typeof CACHE_CHOICES)[number];

export interface CachedFeed {
  readonly document: FeedDocument;
  readonly text: string;
  /** The time when the copy came from the network, in milliseconds since 1970. */
  readonly savedAt: number;
}

/** The start of every key. Names the format's version, so that a later version never reads an earlier one's copies. */
const KEY_PREFIX = 'ceal-widgets/feed/1/';
const MAX_CACHED_CHARACTERS = 500_000;

/** The storage of a choice; `undefined` for `none`, and where the browser forbids storage. */
const storage = (choice: CacheChoice): Storage | undefined =>
  attempt(() => (choice === 'session' ? sessionStorage : choice === 'local' ? localStorage : undefined));

/**
 * Keeps a copy of a feed's text; `now` is in milliseconds since 1970. Texts of more than 500,000 characters are not
 * kept. Never throws.
 */
export function saveToCache(choice: CacheChoice, address: string, text: string, now: number): void {
  if (text.length > MAX_CACHED_CHARACTERS) return;
  try {
    // eslint-disable-next-line no-restricted-syntax -- A text is asked for no `toJSON`.
    const quoted = JSON.stringify(text);
    storage(choice)?.setItem(KEY_PREFIX + address, `{"savedAt":${now},"text":${quoted}}`);
  } catch {
    // Storage is full or forbidden: the visitor has the feed, only the copy for next time is missing.
  }
}

/**
 * Returns the last good copy, or `undefined` for none; `now` is in milliseconds since 1970. Validates it like any other
 * feed: anyone on the page can change its storage. Never throws.
 */
export function loadFromCache(choice: CacheChoice, address: string, now: number): CachedFeed | undefined {
  return attempt(() => {
    const saved = JSON.parse(storage(choice)?.getItem(KEY_PREFIX + address) ?? 'null') as {
      savedAt?: unknown;
      text?: unknown;
    } | null;
    if (!saved || typeof saved.text !== 'string' || typeof saved.savedAt !== 'number') return undefined;
    const opened = openPageFeed(saved.text, address);
    if (!opened.ok || saved.savedAt > now) return undefined;
    return { document: opened.document, text: saved.text, savedAt: saved.savedAt };
  });
}
