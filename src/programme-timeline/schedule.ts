import { facetsOf, knownChoices, type Facet } from '../element/filters/facets.js';
import type { FeedDocument } from '../feed/document.js';
import { dayAt } from '../dates/amsterdam.js';
import { compareKeys } from '../dates/edtf.js';
import {
  withinDays,
  matchingEntries,
  timelineFacetRules,
  TIMELINE_FACETS,
  knownValues,
  type TimelineChoices,
  type TimelineFacet,
  type Scope,
} from './facets.js';
import { phaseAt, type Phase } from './phase.js';
import { groupByEdition, readTimelineData, type EditionSchedule, type TimelineData } from './programme.js';
import { flatMap } from '../lists.js';

/** Everything that a timeline may show: sessions by edition, and the facets with their counts. */
export interface Schedule {
  readonly data: TimelineData;
  readonly editions: readonly EditionSchedule[];
  /** Number of sessions in all editions. */
  readonly count: number;
  /** Number of sessions that the page shows to whoever filters nothing. */
  readonly total: number;
  readonly facets: readonly Facet<TimelineFacet>[];
  /** The visitor's choices, without values that the feed does not know. */
  readonly choices: TimelineChoices;
  readonly isFiltered: boolean;
  /** Ids of the editions that are open until a visitor opens or closes one. */
  readonly open: ReadonlySet<string>;
}

/** Makes schedules and keeps the last one, and the data of the last feed. */
export class ScheduleCache {
  #data: TimelineData | undefined;
  #key: readonly unknown[] = [];
  #schedule: Schedule | undefined;

  /** `now` only decides which editions are open at first: an open one does not close by itself at midnight. */
  get(document: FeedDocument, scope: Scope, choices: TimelineChoices, now: number): Schedule {
    const key = [document, scope, choices];
    if (this.#schedule && key.every((value, index) => value === this.#key[index])) return this.#schedule;
    if (!this.#data || this.#key[0] !== document) this.#data = readTimelineData(document);
    this.#key = key;
    return (this.#schedule = scheduleOf(this.#data, scope, choices, now));
  }
}

function scheduleOf(data: TimelineData, scope: Scope, wanted: TimelineChoices, now: number): Schedule {
  const choices = knownChoices(wanted, (key) => knownValues(data, key));
  const isFiltered = TIMELINE_FACETS.some((key) => (choices[key]?.length ?? 0) > 0);
  const all = matchingEntries(withinDays(data.entries, scope.from, scope.to), scope.choices);
  const found = matchingEntries(all, choices);
  const isNarrowed = found.length < data.entries.length;
  const { edition } = scope.choices;
  const editions = groupByEdition(found, data).filter(
    ({ id, entries }) =>
      entries.length > 0 || (edition?.length ? edition.includes(id) && found === all : !isNarrowed),
  );
  return {
    data,
    editions,
    count: found.length,
    total: all.length,
    // A facet with one value offers no choice.
    facets: facetsOf(TIMELINE_FACETS, timelineFacetRules(data, all), all, choices).filter(
      ({ key, options }) => options.length > 1 || choices[key]?.length,
    ),
    choices,
    isFiltered,
    open: openAtFirst(editions, isFiltered, now),
  };
}

/** Ids of the editions under way, else the next to come, else the last that was; of all when the visitor filters. */
function openAtFirst(
  editions: readonly EditionSchedule[],
  isFiltered: boolean,
  now: number,
): ReadonlySet<string> {
  const filled = editions.filter(({ entries }) => entries.length > 0);
  if (filled.length < 2 || isFiltered) return new Set(filled.map(({ id }) => id));
  const today = dayAt(now);
  const candidates = filled.map(({ id, entries }) => {
    const phases = entries.map(({ when }) => phaseAt(when, now, today));
    const isAny = (...wanted: Phase[]) => phases.some((phase) => wanted.includes(phase));
    const upcoming = flatMap(entries, ({ when }, index) => (phases[index] === 'later' ? [when!.key] : []));
    return {
      id,
      underWay: isAny('now', 'today') || (isAny('past') && isAny('later')),
      next: upcoming.sort()[0],
    };
  });
  const underWay = candidates.filter((candidate) => candidate.underWay);
  if (underWay.length > 0) return new Set(underWay.map(({ id }) => id));
  const [next] = candidates
    .filter((candidate) => candidate.next)
    .sort((a, b) => compareKeys(a.next!, b.next!));
  return new Set([(next ?? filled.at(-1)!).id]);
}
