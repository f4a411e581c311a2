import { openFeed, type FeedDocument, type ReadingOptions, type RefusalReason } from './document.js';
import type { FeedIssue } from './issues.js';
import { makeMending } from './mending/make-mending.js';
import { documents } from './sections/documents.js';
import { editions } from './sections/editions.js';
import { enterprises } from './sections/enterprises.js';
import { history } from './sections/history.js';
import { neighbourhoods, pillars, themes } from './sections/labels.js';
import { oasis } from './sections/oasis.js';
import { organisations } from './sections/organisations.js';
import { parts, programme } from './sections/programme.js';
import { sessions } from './sections/sessions.js';
import { signups } from './sections/signups.js';
import type { ListSection, ObjectSection, Section } from './section.js';

/** Every section of format version 1, in the order of the format's description. */
export const SECTIONS = {
  organisations,
  pillars,
  themes,
  neighbourhoods,
  programme,
  parts,
  editions,
  sessions,
  history,
  enterprises,
  oasis,
  signups,
  documents,
} as const;

type SectionValue<S> =
  S extends ListSection<infer T> ? readonly T[] : S extends ObjectSection<infer T> ? T | undefined : never;

/** A whole feed: its own description and the values of every section. */
export type Feed = { readonly [K in keyof typeof SECTIONS]: SectionValue<(typeof SECTIONS)[K]> } & {
  readonly head: FeedDocument['head'];
};

export type ParsedFeed =
  | { readonly ok: true; readonly feed: Feed; readonly issues: readonly FeedIssue[] }
  | { readonly ok: false; readonly reason: RefusalReason };

/**
 * Reads a whole feed at once, for Node: checks, conversions, servers. Widgets read only their own sections. `text` may
 * also be the object that was parsed from it; `base` is the absolute address that relative links start from. By default
 * what does not fit the format is read a second time. Never throws.
 */
export function parseFeed(
  text: unknown,
  base: string,
  options: ReadingOptions = { makeMending },
): ParsedFeed {
  const opened = openFeed(text, base, options);
  if (!opened.ok) return opened;
  const { document } = opened;
  const issues: FeedIssue[] = [...document.headIssues];
  const feed: Record<string, unknown> = { head: document.head };
  for (const section of Object.values(SECTIONS) as Section<unknown>[]) {
    const reader = document.reader(section).readNext(Infinity);
    feed[section.key] = section.kind === 'list' ? reader.values : reader.value;
    for (const issue of reader.issues) issues.push(issue);
  }
  return { ok: true, feed: feed as Feed, issues };
}
