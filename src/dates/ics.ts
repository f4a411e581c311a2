import { plainText, type LocaleContext, type Text } from '../i18n/text.js';
import { addDays, instantOf, localAt, type Day } from './amsterdam.js';
import { LAST_DAY, toDateSpan, type DateSpan } from './date-span.js';
import type { FeedDate } from './edtf.js';
import { formatDate } from './format.js';
import { flatMap } from '../lists.js';

/** A session as far as a calendar needs it; those of a feed are of this shape. */
export interface CalendarSession {
  readonly id: string;
  readonly title: Text;
  readonly start?: FeedDate | undefined;
  readonly end?: FeedDate | undefined;
  readonly summary?: Text | undefined;
  readonly place?:
    | {
        readonly name: Text;
        readonly address?: Text | undefined;
        readonly lat?: number | undefined;
        readonly lon?: number | undefined;
      }
    | undefined;
  readonly online?: string | undefined;
  readonly links: readonly { readonly url: string; readonly label?: Text | undefined }[];
  readonly kind: string;
  readonly status: string;
  readonly revision: number;
  readonly example?: boolean | undefined;
}

/** A session with its time, to be put into a calendar. */
export interface CalendarEntry {
  readonly session: CalendarSession;
  readonly when: DateSpan | undefined;
  readonly cancelled: boolean;
}

/** Options of a calendar file. */
export interface CalendarOptions {
  /**
   * The id of the feed, and its absolute address where that is known: with the id of a session they make an id that stays
   * the same, so that a later file updates, and that no other feed has.
   */
  readonly feedId: string | undefined;
  readonly address?: string | undefined;
  /** The name of the calendar. */
  readonly name: string;
  /** The instant at which the file is made, in milliseconds since 1970. */
  readonly now: number;
  readonly localeContext: LocaleContext;
  /** The words before the title of whatever is made up, and of what does not go on. Default of the latter: none. */
  readonly example: string;
  readonly cancelled?: string;
  /** The interval at which a program that follows the file should look again, as an ISO 8601 duration. */
  readonly refresh?: string;
}

/** The rule of the European Union; written from 1970, as calendar programs do. */
const TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Amsterdam',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** @returns whether a session can stand in a calendar: its day must be known, if only about or perhaps. */
export function hasDay(entry: CalendarEntry): boolean {
  return daysOf(entry) !== undefined;
}

/** @returns the time of a session as far as a calendar can say it: its start where its end is no day. */
function daysOf({ when, session }: CalendarEntry): DateSpan | undefined {
  if (when?.exact || (when && isTentative(session))) return when;
  const start = toDateSpan({ start: session.start });
  return start?.exact ? start : undefined;
}

/** @returns whether the days of a session would be known, were they not about or perhaps. */
function isTentative({ start, end }: CalendarSession): boolean {
  const [from, to] = [start, end].map((date) => date?.replace(/[~?%]/g, '') as FeedDate | undefined);
  return (from !== start || to !== end) && toDateSpan({ start: from, end: to })?.exact === true;
}

/** @returns a calendar file (RFC 5545) with the sessions whose day is known. Needs no page: also for Node. */
export function calendarFile(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const { name, refresh } = options;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//CEAL Widgets//Calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...(refresh ? [`REFRESH-INTERVAL;VALUE=DURATION:${refresh}`, `X-PUBLISHED-TTL:${refresh}`] : []),
    ...TIME_ZONE,
    ...flatMap(entries, (entry) => {
      const days = daysOf(entry);
      return days ? event(entry, days, options) : [];
    }),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

function event({ session, cancelled }: CalendarEntry, when: DateSpan, options: CalendarOptions): string[] {
  const { now, localeContext } = options;
  const { status, revision, kind } = session;
  const isSure = when.exact && status !== 'unknown';
  // Programs pass over what has no higher number than what they hold, which is 0 for what went on as planned.
  const sequence = cancelled || status === 'moved' ? Math.max(revision, 1) : revision;
  const lines = [
    'BEGIN:VEVENT',
    `UID:${escaped(uid(session.id, options))}`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? 'CANCELLED' : isSure ? 'CONFIRMED' : 'TENTATIVE'}`,
    ...span(when),
    `SUMMARY:${escaped(summaryOf(session, when, cancelled, options))}`,
  ];
  const add = (property: string, value: string | undefined) => {
    if (value) lines.push(`${property}:${value}`);
  };
  const { place, online, links } = session;
  add('DESCRIPTION', escaped(description(session, localeContext)));
  add('LOCATION', escaped(location(session, localeContext)));
  add('GEO', place?.lat !== undefined && place.lon !== undefined ? `${place.lat};${place.lon}` : undefined);
  add('URL', online ?? links[0]?.url);
  // A week off keeps nobody's day occupied, nor does what is called off; there are programs that read no status.
  const isFree = cancelled || kind === 'break' || kind === 'milestone';
  add('TRANSP', isFree ? 'TRANSPARENT' : undefined);
  return [...lines, 'END:VEVENT'];
}

/** Names a session for all calendars of the world. What follows `?` in an address changes with copies of a file. */
function uid(id: string, { feedId = 'feed', address }: CalendarOptions): string {
  const place = address && /^https?:\/\/([^?#]+)/.exec(address)?.[1];
  return place ? `${id}@${feedId}.${place}` : `${id}@${feedId}.ceal-widgets`;
}

/** The title, with what has to be known before it, and the date behind it where that is about or perhaps right. */
function summaryOf(
  { title, start, end, example }: CalendarSession,
  { exact }: DateSpan,
  isCancelled: boolean,
  { localeContext, ...words }: CalendarOptions,
): string {
  const before = [isCancelled && words.cancelled, example && words.example].filter(Boolean);
  const dates = [start, end].map((date) => date && formatDate(date, localeContext.locale)).filter(Boolean);
  const date = exact ? '' : ` (${dates.join(' – ')})`;
  return [...before, `${plainText(title, localeContext)}${date}`].join(': ');
}

/** Writes whole days without a time zone, with the day after them as end; hours in Amsterdam's time. */
function span({ first, last, start, end }: DateSpan): string[] {
  if (start === undefined) {
    const after = addDays(last, 1);
    return [
      `DTSTART;VALUE=DATE:${digits(first)}`,
      ...(after > last ? [`DTEND;VALUE=DATE:${digits(after)}`] : []),
    ];
  }
  const stops = end ?? (last > first && last < LAST_DAY ? instantOf(`${addDays(last, 1)}T00:00`) : undefined);
  return [`DTSTART${moment(start)}`, ...(stops ? [`DTEND${moment(stops)}`] : [])];
}

/** Writes an instant in local time, but in UTC in the hour of October that comes twice: programs read it as either. */
function moment(instant: number): string {
  const local = localAt(instant);
  const isTwice = [-3_600_000, 3_600_000].some((hour) => localAt(instant + hour) === local);
  return isTwice ? `:${utc(instant)}` : `;TZID=Europe/Amsterdam:${digits(local)}00`;
}

function utc(instant: number): string {
  return `${digits(new Date(instant).toISOString().slice(0, 19))}Z`;
}

function digits(date: Day | string): string {
  return date.replace(/[-:]/g, '');
}

function description({ summary, online, links }: CalendarSession, localeContext: LocaleContext): string {
  const named = links.map(({ label, url }) => (label ? `${plainText(label, localeContext)}: ${url}` : url));
  return [plainText(summary, localeContext), online, ...named].filter(Boolean).join('\n\n');
}

function location({ place, online }: CalendarSession, localeContext: LocaleContext): string {
  if (!place) return online ?? '';
  return [place.name, place.address]
    .map((text) => plainText(text, localeContext))
    .filter(Boolean)
    .join(', ');
}

/** Escapes text (RFC 5545 §3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|[\n\u2028\u2029]/g, '\\n');
}

/** Folds a line into lines of at most 75 octets (§3.1), with every character whole. */
function folded(line: string): string {
  let out = '';
  let size = 0;
  for (const character of line) {
    const code = character.codePointAt(0)!;
    const octets = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (size + octets > 75) {
      out += '\r\n ';
      size = 1;
    }
    out += character;
    size += octets;
  }
  return out;
}
