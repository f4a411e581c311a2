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

export const FACETS = ['edition', 'part', 'pillar', 'kind'] as const;
export type FacetKey = (typeof FACETS)[number];
export type Choices = ChoicesOf<FacetKey>;

const valuesOf = ({ session }: Entry, facet: FacetKey): readonly string[] => {
  if (facet === 'pillar') return session.pillars;
  const value = session[facet];
  return value === undefined ? [] : [value];
};

/** Every value of a facet that the programme knows, in its order. */
export function knownValues({ editions, parts, pillars }: TimelineData, key: FacetKey): readonly string[] {
  if (key === 'kind') return SESSION_KINDS;
  return { edition: editions, part: parts, pillar: pillars }[key].map(({ id }) => id);
}

/** How sessions fall into the facets of a timeline; `all`: the ones whose values are offered. */
export function facetRules(programme: TimelineData, all: readonly Entry[]): FacetRules<Entry, FacetKey> {
  return {
    keys: FACETS,
    valuesOf,
    offered: offeredValues(all, valuesOf, (key) => knownValues(programme, key)),
  };
}

/** The entries that fit the choices. */
export function matchingEntries(entries: readonly Entry[], choices: Choices): readonly Entry[] {
  return matching(entries, choices, { keys: FACETS, valuesOf });
}

/** What the page narrows the timeline to, before any visitor filters. */
export interface Scope {
  readonly choices: Choices;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The entries from one day to another. What has no date is in no stretch of time. */
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
