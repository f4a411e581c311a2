import { flatMap } from '../lists.js';
import {
  matching,
  offeredValues,
  type Choices as ChoicesOf,
  type FacetRules,
} from '../element/filters/facets.js';
import type { FeedDate } from '../dates/edtf.js';
import { SESSION_KINDS } from '../feed/sections/sessions.js';
import type { Entry, TimelineData } from './programme.js';
import { toDateSpan } from '../dates/date-span.js';

export const TIMELINE_FACETS = ['edition', 'part', 'pillar', 'kind'] as const;
export type TimelineFacet = (typeof TIMELINE_FACETS)[number];
export type TimelineChoices = ChoicesOf<TimelineFacet>;

const valuesOf = ({ session }: Entry, facet: TimelineFacet): readonly string[] =>
  flatMap([facet === 'pillar' ? session.pillars : session[facet]], (value) => value ?? []);

/** All values of a facet that the feed defines, in its order. */
export function knownValues(
  { editions, parts, pillars }: TimelineData,
  key: TimelineFacet,
): readonly string[] {
  if (key === 'kind') return SESSION_KINDS;
  return { edition: editions, part: parts, pillar: pillars }[key].map(({ id }) => id);
}

/** Facet rules of a timeline; `all`: the entries whose values are offered. */
export function timelineFacetRules(
  data: TimelineData,
  all: readonly Entry[],
): FacetRules<Entry, TimelineFacet> {
  return {
    keys: TIMELINE_FACETS,
    valuesOf,
    offered: offeredValues(all, valuesOf, (key) => knownValues(data, key)),
  };
}

/** The entries that match the choices. */
export function matchingEntries(entries: readonly Entry[], choices: TimelineChoices): readonly Entry[] {
  return matching(entries, choices, { keys: TIMELINE_FACETS, valuesOf });
}

/** Limits that the page sets, before any visitor filters; `from` and `to` are dates of the feed's notation. */
export interface Scope {
  readonly choices: TimelineChoices;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The properties of a timeline from which its scope follows. */
export const SCOPE_PROPERTIES = ['edition', 'programmePart', 'pillar', 'kind', 'from', 'to'] as const;

export function scopeOf(timeline: {
  readonly [K in (typeof SCOPE_PROPERTIES)[number]]: K extends 'from' | 'to'
    ? string | undefined
    : readonly string[];
}): Scope {
  const { edition, programmePart: part, pillar, kind, from, to } = timeline;
  return { choices: { edition, part, pillar, kind }, from, to };
}

/** The entries from one day to another, both included; with a limit, none without a date. */
export function withinDays(
  entries: readonly Entry[],
  from: string | undefined,
  to: string | undefined,
): readonly Entry[] {
  const first = toDateSpan({ start: from as FeedDate | undefined })?.first;
  const last = toDateSpan({ start: to as FeedDate | undefined })?.last;
  if (!first && !last) return entries;
  return entries.filter(
    ({ when }) => when && (!first || when.last >= first) && (!last || when.first <= last),
  );
}
