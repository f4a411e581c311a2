import { openFeed, type FeedDocument } from './document.js';

/** Where the last good copy of a feed is kept: nowhere, for this tab, or on this device. */
export const CACHE_CHOICES = ['none', 'session', 'local'] as const;
export type CacheChoice = (typeof CACHE_CHOICES)[number];

export interface CachedFeed {
  readonly document: FeedDocument;
  readonly text: string;
  /** When the copy came from the network, in milliseconds since 1970. */
  readonly savedAt: number;
}

/** The key names the format's version, so that a later version never reads what it cannot know. */
const PREFIX = 'ceal-widgets/feed/1/';
const MAX_CACHED_CHARACTERS = 500_000;

/** A page may be forbidden to store anything; then there is simply no copy. */
function storage(choice: CacheChoice): Storage | undefined {
  try {
    return choice === 'session' ? sessionStorage : choice === 'local' ? localStorage : undefined;
  } catch {
    return undefined;
  }
}

export function saveToCache(choice: CacheChoice, address: string, text: string, now: number): void {
  if (text.length > MAX_CACHED_CHARACTERS) return;
  try {
    storage(choice)?.setItem(PREFIX + address, JSON.stringify({ savedAt: now, text }));
  } catch {
    // Full or forbidden: the visitor has the feed itself, only the copy for next time is missing.
  }
}

/** The last good copy, validated like any other feed: a page's storage can be changed by anyone on that page. */
export function loadFromCache(choice: CacheChoice, address: string, now: number): CachedFeed | undefined {
  try {
    const saved = JSON.parse(storage(choice)?.getItem(PREFIX + address) ?? 'null') as {
      savedAt?: unknown;
      text?: unknown;
    } | null;
    if (!saved || typeof saved.text !== 'string' || typeof saved.savedAt !== 'number') return undefined;
    const opened = openFeed(saved.text, address);
    if (!opened.ok || saved.savedAt > now) return undefined;
    return { document: opened.document, text: saved.text, savedAt: saved.savedAt };
  } catch {
    return undefined;
  }
}
