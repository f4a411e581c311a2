import { facetsOf, knownChoices, type Facet } from '../element/filters/facets.js';
import type { FeedDocument } from '../feed/document.js';
import { dayAt } from '../dates/amsterdam.js';
import {
  withinDays,
  matchingEntries,
  facetRules,
  FACETS,
  knownValues,
  type Choices,
  type FacetKey,
  type Scope,
} from './facets.js';
import { phaseAt, type Phase } from './phase.js';
import { groupByEdition, readTimelineData, type EditionSchedule, type TimelineData } from './programme.js';

/** What a timeline shows: the editions in order, and the facets with their counts. */
export interface Schedule {
  readonly data: TimelineData;
  readonly editions: readonly EditionSchedule[];
  readonly count: number;
  readonly facets: readonly Facet<FacetKey>[];
  /** What the visitor chose, as far as the feed knows it. */
  readonly choices: Choices;
  /** The editions that are open until a visitor opens or closes one. */
  readonly open: ReadonlySet<string>;
}

/** Makes schedules, and keeps what the next one needs too. */
export class ScheduleCache {
  #document: FeedDocument | undefined;
  #programme: TimelineData | undefined;
  #asked: readonly unknown[] = [];
  #schedule: Schedule | undefined;

  /** `now` only decides which editions are open at first: what is open does not close by itself at midnight. */
  get(document: FeedDocument, scope: Scope, choices: Choices, now: number): Schedule {
    const asked = [document, scope, choices];
    if (this.#schedule && asked.every((value, at) => value === this.#asked[at])) return this.#schedule;
    this.#asked = asked;
    if (!this.#programme || this.#document !== document) this.#programme = readTimelineData(document);
    this.#document = document;
    return (this.#schedule = scheduleOf(this.#programme, scope, choices, now));
  }
}

function scheduleOf(programme: TimelineData, scope: Scope, wanted: Choices, now: number): Schedule {
  const choices = knownChoices(wanted, (key) => knownValues(programme, key));
  const all = matchingEntries(withinDays(programme.entries, scope.from, scope.to), scope.choices);
  const found = matchingEntries(all, choices);
  const isNarrowed = found.length < programme.entries.length;
  const { edition } = scope.choices;
  const runs = groupByEdition(found, programme).filter(
    ({ id, entries }) =>
      entries.length > 0 || (edition?.length ? edition.includes(id) && found === all : !isNarrowed),
  );
  return {
    data: programme,
    editions: runs,
    count: found.length,
    // Where there is nothing to choose, no choice is offered.
    facets: facetsOf(FACETS, facetRules(programme, all), all, choices).filter(
      ({ key, options }) => options.length > 1 || choices[key]?.length,
    ),
    choices,
    open: openAtFirst(runs, choices, now),
  };
}

/** The editions that are under way, else the next to come, else the last that was; all of them for who filters. */
function openAtFirst(runs: readonly EditionSchedule[], choices: Choices, now: number): ReadonlySet<string> {
  const held = runs.filter(({ entries }) => entries.length > 0);
  const isFiltered = FACETS.some((key) => (choices[key]?.length ?? 0) > 0);
  if (held.length < 2 || isFiltered) return new Set(held.map(({ id }) => id));
  const today = dayAt(now);
  const standing = held.map(({ id, entries }) => {
    const phases = entries.map(({ when }) => phaseAt(when, now, today));
    const isAny = (...wanted: Phase[]) => phases.some((phase) => wanted.includes(phase));
    const coming = entries.flatMap(({ when }, at) => (phases[at] === 'later' ? [when!.key] : []));
    return {
      id,
      underWay: isAny('now', 'today') || (isAny('past') && isAny('later')),
      next: coming.sort()[0],
    };
  });
  const underWay = standing.filter((run) => run.underWay);
  if (underWay.length > 0) return new Set(underWay.map(({ id }) => id));
  const [next] = standing.filter((run) => run.next).sort((a, b) => (a.next! < b.next! ? -1 : 1));
  return new Set([(next ?? held.at(-1)!).id]);
}
