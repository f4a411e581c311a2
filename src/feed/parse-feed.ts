import { findAdvice, isLeftOut } from './advice/advice.js';
import { feedPlaces, withExpected } from './advice/places.js';
import { decodeFeed, withoutMarks } from './decode.js';
import {
  openFeed,
  type FeedDocument,
  type OpenResult,
  type ReadingOptions,
  type RefusalReason,
} from './document.js';
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
  | {
      readonly ok: true;
      readonly feed: Feed;
      /** The issues: what is not shown as it was written. */
      readonly issues: readonly FeedIssue[];
      /** Advice on what is read as it stands, but hardly meant so. */
      readonly advice: readonly FeedIssue[];
    }
  | {
      readonly ok: false;
      readonly reason: RefusalReason;
      /** The text that is no JSON, where that is the reason. */
      readonly text?: string | undefined;
    };

/** The ways to read a whole feed. */
export interface ParseOptions extends ReadingOptions {
  /** The present, in milliseconds since 1970: with it what is over is advised on too. Default: none. */
  readonly now?: number | undefined;
}

/**
 * Reads a whole feed at once, for Node: checks, conversions, servers. Widgets read only their own sections. `feed` is
 * its text, its bytes or the object that was parsed from it; `base` is the absolute address that relative links start
 * from. By default what does not fit the format is read a second time. Never throws.
 */
export function parseFeed(feed: unknown, base: string, options: ParseOptions = {}): ParsedFeed {
  const opened = openFeedOrBytes(feed, base, options);
  if (!opened.ok) return opened;
  const { document } = opened;
  const issues: FeedIssue[] = [...document.headIssues];
  const values: Record<string, unknown> = { head: document.head };
  const sections = Object.values(SECTIONS) as readonly Section<unknown>[];
  for (const section of sections) {
    const reader = document.reader(section).readNext(Infinity);
    values[section.key] = section.kind === 'list' ? reader.values : reader.value;
    for (const issue of reader.issues) issues.push(issue);
  }
  const found = findAdvice(document, sections, { issues, now: options.now });
  for (const issue of found.filter(isLeftOut)) issues.push(issue);
  return {
    ok: true,
    feed: values as Feed,
    issues: withExpected(issues, feedPlaces(sections)),
    advice: found.filter((issue) => !isLeftOut(issue)),
  };
}

/** Opens a feed as a program has it: its text, its bytes or an object. By default with its second reading. */
export function openFeedOrBytes(feed: unknown, base: string, given: ReadingOptions = {}): OpenResult {
  const options = { makeMending, ...given };
  const isBytes = feed instanceof Uint8Array;
  if (!isBytes && typeof feed !== 'string') return openFeed(feed, base, options);
  const { text, issues } = isBytes ? decodeFeed(feed) : withoutMarks(feed);
  return openFeed(text, base, { ...options, found: issues });
}
