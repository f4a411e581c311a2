import { type LocaleContext, plainText } from '../../i18n/text.js';
import type { FeedDocument } from '../../feed/document.js';
import type { FeedDate } from '../../dates/edtf.js';
import type { Edition } from '../../feed/sections/editions.js';
import { organisations, type Organisation } from '../../feed/sections/organisations.js';
import { programme } from '../../feed/sections/programme.js';
import { NOWHERE } from '../../feed/fields.js';
import { toJson } from '../../feed/json.js';
import type { Place } from '../../feed/shapes.js';
import { localAt, offsetAt } from '../../dates/amsterdam.js';
import { LAST_DAY, freedDays, toDateSpan, type DateSpan } from '../../dates/date-span.js';
import { flatMap } from '../../lists.js';
import { isMachineReadable } from '../date-text.js';
import type { EditionSchedule, Entry, TimelineData } from '../programme.js';

/** Data for search engines, and the language of its texts. */
export interface StructuredDataView {
  readonly document: FeedDocument;
  readonly schedule: { readonly data: TimelineData; readonly editions: readonly EditionSchedule[] };
  readonly localeContext: LocaleContext;
  /** Tells the address of a session on a page. Default: none is known. */
  readonly hrefOf?: ((id: string) => string) | undefined;
}

type Node = Readonly<Record<string, unknown>>;

/** The view, with what is told of several times. */
interface Context extends StructuredDataView {
  /** Writes a text in the language of the data; `undefined` for an empty one. */
  readonly write: (text: Parameters<typeof plainText>[0]) => string | undefined;
  /** Names something of the feed for all of the web; `undefined` where its address is not known. */
  readonly idOf: (name: string) => string | undefined;
  readonly organisations: readonly Organisation[];
}

/**
 * Writes the programme as JSON-LD: a `Course` with its editions, and an `Event` for each session whose day is known,
 * without made-up examples. The text can stand in a script element.
 */
export function structuredData(view: StructuredDataView): string {
  const { document, schedule, localeContext } = view;
  const { base } = document;
  const context: Context = {
    ...view,
    write: (text) => plainText(text, localeContext) || undefined,
    idOf: (name) => (isWeb(base) ? `${base.split(/[?#]/)[0]}#${name}` : undefined),
    organisations: document.read(organisations).values,
  };
  const { editions } = schedule;
  const events = flatMap(editions, ({ edition, entries }) =>
    flatMap(entries, (entry) => eventOf(entry, edition, context)),
  );
  const graph = [...courseOf(editions, context), ...events];
  return linkedData(graph);
}

/** Writes things as JSON-LD that can stand in a script element: `<`, `>` and `&` are escaped. */
export const linkedData = (graph: readonly Node[]): string =>
  toJson({ '@context': 'https://schema.org', '@graph': graph }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** @returns whether an address is one of the web that is known: not that of a page from a disk, nor one to call. */
const isWeb = (address: string | undefined): address is string =>
  address !== undefined && /^https?:/.test(address) && !address.startsWith(NOWHERE);

const web = (address: string | undefined) => (isWeb(address) ? address : undefined);

function courseOf(editions: readonly EditionSchedule[], context: Context): readonly Node[] {
  const { document, write, idOf } = context;
  const { value } = document.read(programme);
  if (!value) return [];
  const instances = flatMap(editions, ({ edition }) => (edition && !edition.example ? [edition] : [])).map(
    ({ id, title, start, end, place, status }) => ({
      '@type': 'CourseInstance',
      '@id': idOf(`edition-${id}`),
      name: write(title),
      startDate: plainDate(start),
      endDate: plainDate(end),
      location: place && location(place, context),
      eventStatus: status === 'cancelled' ? 'https://schema.org/EventCancelled' : undefined,
    }),
  );
  return [
    {
      '@type': 'Course',
      '@id': idOf('programme'),
      name: write(value.title),
      description: write(value.summary),
      provider: organisers(undefined, context),
      hasCourseInstance: instances.length > 0 ? instances : undefined,
    },
  ];
}

function eventOf(entry: Entry, edition: Edition | undefined, context: Context): readonly Node[] {
  const { session, cancelled } = entry;
  const freed = freedDays(entry);
  const when = freed ?? entry.when;
  if (!when?.exact || session.example || session.kind === 'break') return [];
  const { write, idOf, hrefOf } = context;
  const { id, title, summary, status, movedFrom } = session;
  const moved = status === 'moved' && !cancelled;
  const state = cancelled ? 'Cancelled' : moved ? (freed ? 'Postponed' : moveOf(session, when)) : 'Scheduled';
  const before = state === 'Rescheduled' && movedFrom ? toDateSpan(movedFrom) : undefined;
  const organizer = organisers(when, context);
  return [
    {
      '@type': 'Event',
      '@id': idOf(`session-${id}`),
      name: write(title),
      description: write(summary),
      url: web(hrefOf?.(id)),
      // Of a session the feed has no picture; who holds it has one.
      image: organizer?.map(({ logo }) => logo).filter(Boolean)[0],
      ...times(when),
      eventStatus: cancelled || status !== 'unknown' ? `https://schema.org/Event${state}` : undefined,
      previousStartDate: before?.exact ? times(before)['startDate'] : undefined,
      ...whereabouts(
        freed ? { ...session, place: movedFrom?.place ?? session.place } : session,
        edition,
        context,
      ),
      organizer,
    },
  ];
}

/** Tells what was moved, in schema.org's words: the time, else only the place, which has a word where that is online now. */
function moveOf({ movedFrom, place, online }: Entry['session'], when: DateSpan): string {
  const before = movedFrom && toDateSpan(movedFrom);
  const isTimeKept = before
    ? before.first === when.first &&
      before.start === when.start &&
      (movedFrom?.end === undefined || before.end === when.end)
    : movedFrom?.start === undefined && movedFrom?.end === undefined && movedFrom?.place !== undefined;
  if (!isTimeKept) return 'Rescheduled';
  return online && !place && movedFrom?.place ? 'MovedOnline' : 'Scheduled';
}

/** The place of a session, else of its edition, and how one takes part; neither where nobody knows. */
function whereabouts(
  { place, online }: Entry['session'],
  edition: Edition | undefined,
  context: Context,
): Node {
  const address = web(online);
  // What is held by telephone is in no place.
  const physical = place ?? (online ? undefined : edition?.place);
  const places = [
    physical && location(physical, context),
    address && { '@type': 'VirtualLocation', url: address },
  ].filter(Boolean);
  if (places.length === 0) return {};
  const mode = address ? (physical ? 'Mixed' : 'Online') : 'Offline';
  return { eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`, location: places };
}

/** The organisations that took part at a time, or those that still do where none is given; `undefined` for none. */
function organisers(when: DateSpan | undefined, context: Context): readonly Node[] | undefined {
  const { write, idOf } = context;
  const found = context.organisations.filter((organisation) => tookPart(organisation, when));
  if (found.length === 0) return undefined;
  return found.map(({ id, name, url, logo }) => ({
    '@type': 'Organization',
    '@id': idOf(`organisation-${id}`),
    name: write(name),
    url: web(url),
    logo: web(logo?.src),
  }));
}

function tookPart({ from, until }: Organisation, when: DateSpan | undefined): boolean {
  if (!when) return !until;
  const [begin, end] = [from, until].map((date) => date && toDateSpan({ start: date }));
  return !(begin && begin.first > when.last) && !(end && end.last < when.first);
}

function times({ first, last, start, end }: DateSpan): Node {
  const stamp = (instant: number) => `${localAt(instant)}:00+0${offsetAt(instant) / 3_600_000}:00`;
  return {
    startDate: start === undefined ? first : stamp(start),
    endDate: end !== undefined ? stamp(end) : last > first && last < LAST_DAY ? last : undefined,
  };
}

function location({ name, address, url, lat, lon }: Place, { write }: Context): Node {
  return {
    '@type': 'Place',
    name: write(name),
    address: write(address),
    url: web(url),
    geo:
      lat !== undefined && lon !== undefined
        ? { '@type': 'GeoCoordinates', latitude: lat, longitude: lon }
        : undefined,
  };
}

/** A date that is ISO 8601 as it stands; `undefined` for others, such as a season or a range. */
function plainDate(date: FeedDate | undefined): string | undefined {
  return date && isMachineReadable(date) ? date : undefined;
}
