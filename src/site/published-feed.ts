/** The feed as a site publishes it: read, mended, and without what visitors do not see. */
import { failureMessage } from '../feed/failure-words/failure-message.js';
import { byKind } from '../feed/issue-kind.js';
import { issueMessage } from '../feed/issue-words/issue-message.js';
import type { FeedIssue } from '../feed/issues.js';
import { parseFeed, type Feed } from '../feed/parse-feed.js';
import { isRecord } from '../feed/record.js';
import type { Enterprise } from '../feed/sections/enterprises.js';
import { LANGUAGES } from '../i18n/languages.js';
import { createTranslator } from '../i18n/translate.js';
import { UNKNOWN_BASE, writtenAddress } from './addresses.js';
import { languages } from './locales/index.js';
import { enterprisePath } from './pages/enterprise-page.js';

/** A feed that was read for a site. */
export interface PublishedFeed {
  /** The values of the feed. Addresses beside it are written as they were, relative to the site's folder. */
  readonly feed: Feed;
  /**
   * The feed as it is written out: a later reading finds nothing to mend in it. Enterprises without a link have one to
   * their page in the site.
   */
  readonly text: string;
  /** Entries that are lost, a line for each. */
  readonly lost: readonly string[];
  /** What else was read as something else, or left out. */
  readonly notes: readonly string[];
}

/** Fields of the format that hold an address. */
const ADDRESS_KEYS: ReadonlySet<string> = new Set(['url', 'src', 'online', 'privacyLink']);

/**
 * Reads a feed. `address` is where it came from; without one, links beside it lead to files beside the published feed.
 * Throws an error with the reason where it is none.
 */
export function publishFeed(bytes: Uint8Array, address?: string): PublishedFeed {
  const first = parseFeed(bytes, address ?? UNKNOWN_BASE);
  if (!first.ok) throw new Error(`This is no feed. ${failureMessage(first, 'en')}`);
  // Without the drafts, what refers to them leads nowhere: the second reading leaves that out too.
  const second = parseFeed(writeFeed(first.feed), UNKNOWN_BASE);
  const feed = second.ok ? second.feed : first.feed;
  const line = (issue: FeedIssue) =>
    `${issue.pointer || '/'}: ${issueMessage(issue, feed.head.language ?? 'nl')}`;
  const kinds = byKind(first.issues);
  return {
    feed: asWritten(feed) as Feed,
    text: writeFeed({ ...feed, enterprises: feed.enterprises.map(withPage) }),
    lost: kinds.dropped.map(line),
    notes: [...kinds['left-out'], ...kinds['read-as']].map(line),
  };
}

/**
 * An enterprise for readers of the feed elsewhere: one without any link has one to its page in the site. There a gallery
 * leads with `detail="link"`, and one that is read without script.
 */
function withPage(enterprise: Enterprise): object {
  if (enterprise.links.length > 0) return enterprise;
  const words = LANGUAGES.map(
    (language) => [language, createTranslator(languages, language)('enterprisePage')] as const,
  );
  const label = Object.fromEntries(words);
  return { ...enterprise, links: [{ url: enterprisePath(enterprise.id), label, kind: 'page' }] };
}

/** A feed to be written: its enterprises may have what a reading makes of it later. */
type WrittenFeed = Omit<Feed, 'enterprises'> & { readonly enterprises: readonly object[] };

function writeFeed({ head, ...sections }: WrittenFeed): string {
  const written = { $schema: 'feed.schema.json', version: '1.0', ...head, ...sections };
  const withoutEmpty = (_key: string, value: unknown) =>
    Array.isArray(value) && value.length === 0 ? undefined : value;
  return `${JSON.stringify(asWritten(written), withoutEmpty, 1)}\n`;
}

/** A value of a feed with addresses as they were written. */
function asWritten(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => asWritten(item));
  if (typeof value === 'string') return ADDRESS_KEYS.has(key) ? writtenAddress(value) : value;
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, asWritten(member, name)]));
}
