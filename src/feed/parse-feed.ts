import { openFeed, type FeedDocument, type FieldsFor, type RefusalReason } from './document.js';
import type { FeedIssue } from './issues.js';
import { ListReading, type ObjectReading } from './reading.js';
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

/** Every section of format version 1, in the order in which the format's description tells them. */
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

type ValueOf<S> =
  S extends ListSection<infer T> ? readonly T[] : S extends ObjectSection<infer T> ? T | undefined : never;

/** A whole feed, every section read. */
export type Feed = { readonly [K in keyof typeof SECTIONS]: ValueOf<(typeof SECTIONS)[K]> } & {
  readonly head: FeedDocument['head'];
};

export type ParsedFeed =
  | { readonly ok: true; readonly feed: Feed; readonly issues: readonly FeedIssue[] }
  | { readonly ok: false; readonly reason: RefusalReason };

/** Reads a whole feed at once, for Node: checks, conversions, servers. Widgets read only their own sections. */
export function parseFeed(text: unknown, base: string, fieldsFor?: FieldsFor): ParsedFeed {
  const opened = openFeed(text, base, fieldsFor);
  if (!opened.ok) return opened;
  const { document } = opened;
  const issues: FeedIssue[] = [...document.headIssues];
  const feed: Record<string, unknown> = { head: document.head };
  for (const section of Object.values(SECTIONS) as Section<unknown>[]) {
    const reading = document.reading(section).readSome(Infinity);
    feed[section.key] =
      reading instanceof ListReading ? reading.values : (reading as ObjectReading<unknown>).value;
    for (const issue of reading.issues) issues.push(issue);
  }
  return { ok: true, feed: feed as Feed, issues };
}
