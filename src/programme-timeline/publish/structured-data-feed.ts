import { groupByEdition } from '../programme.js';
import { structuredData } from '../structured-data/structured-data.js';
import { publishedProgramme, type PublishOptions } from './published-programme.js';

/** Selection of sessions for data for search engines, the language of its texts, and the addresses that it needs. */
export type StructuredDataOptions = PublishOptions;

/**
 * The programme of a feed as JSON-LD, for Node: what the timeline writes with `structured-data`, to be put in the HTML of
 * a page, in `<script type="application/ld+json">`. `feed` is its text, its bytes or the object that was parsed from it.
 * Throws an error with the reason where it is no feed.
 */
export function feedStructuredData(feed: unknown, options: StructuredDataOptions = {}): string {
  const { document, data, entries, localeContext, hrefOf } = publishedProgramme(feed, options);
  const { edition, part, session, kind } = options;
  const isWhole = [edition, part, session, kind].every((wanted) => wanted === undefined);
  // An edition of which nothing was asked for stays out; one that has no sessions does not.
  const editions = groupByEdition(entries, data).filter((one) => isWhole || one.entries.length > 0);
  return structuredData({ document, schedule: { data, editions }, localeContext, hrefOf });
}
