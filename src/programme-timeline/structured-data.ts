import type { ReactiveElement } from 'lit';
import { type LocaleContext, plainText } from '../i18n/text.js';
import type { FeedDocument } from '../feed/document.js';
import type { FeedDate } from '../dates/edtf.js';
import { programme, type Programme } from '../feed/sections/programme.js';
import { toJson } from '../feed/json.js';
import type { Place } from '../feed/shapes.js';
import { localAt, offsetAt } from '../dates/amsterdam.js';
import type { EditionSchedule, Entry } from './programme.js';
import type { Schedule } from './schedule.js';
import { LAST_DAY, type DateSpan } from '../dates/date-span.js';
import { flatMap } from '../lists.js';
import { isMachineReadable } from './date-text.js';

/** Data for search engines, and the language of its texts. */
export interface StructuredDataView {
  readonly document: FeedDocument;
  readonly schedule: Schedule;
  readonly localeContext: LocaleContext;
}

type Node = Readonly<Record<string, unknown>>;

/**
 * Writes the programme as JSON-LD: a `Course` with its editions, and an `Event` for each session whose day is known,
 * without made-up examples. `<`, `>` and `&` are escaped, so that the text can stand in a script element.
 */
export function structuredData({ document, schedule, localeContext }: StructuredDataView): string {
  const { editions } = schedule;
  const course = courseOf(document.read(programme).value, editions, localeContext);
  const events = flatMap(editions, ({ entries }) =>
    flatMap(entries, (entry) => eventOf(entry, localeContext)),
  );
  const graph = [...course, ...events];
  return toJson({ '@context': 'https://schema.org', '@graph': graph }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function courseOf(
  programme: Programme | undefined,
  editions: readonly EditionSchedule[],
  localeContext: LocaleContext,
): readonly Node[] {
  if (!programme) return [];
  const instances = flatMap(editions, ({ edition }) => (edition && !edition.example ? [edition] : [])).map(
    ({ title, start, end, place, status }) => ({
      '@type': 'CourseInstance',
      name: plainText(title, localeContext),
      startDate: plainDate(start),
      endDate: plainDate(end),
      location: location(place, localeContext),
      eventStatus: status === 'cancelled' ? 'https://schema.org/EventCancelled' : undefined,
    }),
  );
  return [
    {
      '@type': 'Course',
      name: plainText(programme.title, localeContext),
      description: plainText(programme.summary, localeContext) || undefined,
      hasCourseInstance: instances.length > 0 ? instances : undefined,
    },
  ];
}

function eventOf({ session, when, cancelled }: Entry, localeContext: LocaleContext): readonly Node[] {
  if (!when?.exact || session.example || session.kind === 'break') return [];
  const { title, summary, place, online, status, movedFrom } = session;
  const moved = status === 'moved' && !cancelled;
  const state = cancelled ? 'Cancelled' : moved ? 'Rescheduled' : 'Scheduled';
  return [
    {
      '@type': 'Event',
      name: plainText(title, localeContext),
      description: plainText(summary, localeContext) || undefined,
      ...times(when),
      eventStatus: cancelled || status !== 'unknown' ? `https://schema.org/Event${state}` : undefined,
      previousStartDate: moved ? plainDate(movedFrom?.start) : undefined,
      eventAttendanceMode: `https://schema.org/${
        online ? (place ? 'Mixed' : 'Online') : 'Offline'
      }EventAttendanceMode`,
      location: [
        location(place, localeContext),
        online && { '@type': 'VirtualLocation', url: online },
      ].filter(Boolean),
    },
  ];
}

function times({ first, last, start, end }: DateSpan): Node {
  const stamp = (instant: number) => `${localAt(instant)}:00+0${offsetAt(instant) / 3_600_000}:00`;
  return {
    startDate: start === undefined ? first : stamp(start),
    endDate: end !== undefined ? stamp(end) : last > first && last < LAST_DAY ? last : undefined,
  };
}

function location(place: Place | undefined, localeContext: LocaleContext): Node | undefined {
  if (!place) return undefined;
  const { name, address, lat, lon } = place;
  return {
    '@type': 'Place',
    name: plainText(name, localeContext),
    address: plainText(address, localeContext) || undefined,
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

/** The scripts that stand in the head of a page, by the element whose data they hold. */
const scripts = new WeakMap<ReactiveElement, HTMLScriptElement | undefined>();

/**
 * Adds, replaces or removes the script with the data of an element. Not before the page has been loaded: a framework
 * that makes what a server wrote its own would take what it did not write for a mistake.
 */
export function putStructuredData(host: ReactiveElement, view: StructuredDataView | undefined): void {
  const { ownerDocument } = host;
  const text = view && structuredData(view);
  if (scripts.get(host)?.text === text) return;
  if (ownerDocument.readyState !== 'complete')
    return addEventListener('load', () => host.requestUpdate(), { once: true });
  if (!scripts.has(host)) host.addController({ hostDisconnected: () => remove(host) });
  remove(host);
  const trusted = text && asScript(text);
  if (!trusted) return;
  const script = ownerDocument.createElement('script');
  scripts.set(host, script);
  script.type = 'application/ld+json';
  script.setAttribute('data-ceal-structured-data', '');
  script.text = trusted;
  ownerDocument.querySelector('head')?.append(script);
}

function remove(host: ReactiveElement): void {
  scripts.get(host)?.remove();
  scripts.set(host, undefined);
}

interface Policy {
  createScript(text: string): string;
}

const { trustedTypes } = globalThis as {
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};
let policy: Policy | undefined;

/**
 * Makes text assignable to a script element. Where a page requires Trusted Types, even data there needs a policy: one of
 * its own, for nothing else. `undefined` where the page does not allow it, which the browser reports.
 */
function asScript(text: string): string | undefined {
  try {
    policy ??= trustedTypes?.createPolicy('ceal-widgets-data', { createScript: (data) => data });
    return policy?.createScript(text) ?? text;
  } catch {
    return undefined;
  }
}
