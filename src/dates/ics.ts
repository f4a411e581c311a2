import { plainText, type LocaleContext, type Text } from '../i18n/text.js';
import { addDays, instantOf, localAt, type Day } from './amsterdam.js';
import { calendarDays, freedDays, LAST_DAY, toDateSpan, type DateSpan } from './date-span.js';
import type { FeedDate } from './edtf.js';
import { formatDate } from './format.js';
import { flatMap } from '../lists.js';

/** A place as far as a calendar needs it. */
interface CalendarPlace {
  readonly name: Text;
  readonly address?: Text | undefined;
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
}

/** A session as far as a calendar needs it; those of a feed are of this shape. */
export interface CalendarSession {
  readonly id: string;
  readonly title: Text;
  readonly start?: FeedDate | undefined;
  readonly end?: FeedDate | undefined;
  readonly summary?: Text | undefined;
  readonly place?: CalendarPlace | undefined;
  readonly online?: string | undefined;
  readonly links: readonly { readonly url: string; readonly label?: Text | undefined }[];
  readonly kind: string;
  readonly status: string;
  readonly movedFrom?:
    | {
        readonly start?: FeedDate | undefined;
        readonly end?: FeedDate | undefined;
        readonly place?: CalendarPlace | undefined;
      }
    | undefined;
  readonly revision: number;
  readonly example?: boolean | undefined;
}

/** A session with its time, to be put into a calendar. */
export interface CalendarEntry {
  readonly session: CalendarSession;
  readonly when: DateSpan | undefined;
  readonly cancelled: boolean;
}

/** Words that a calendar file adds to those of the feed. */
export interface CalendarWords {
  /** The word before the title of whatever is made up. */
  readonly example: string;
  /** The sentence about an hour at which nobody knows something to end. */
  readonly endUnknown: string;
  /** The words before the title of what does not go on, and of what was put off. Default: none. */
  readonly cancelled?: string;
  readonly postponed?: string;
  /** The words before the time and place that a moved session had. Default: neither is told. */
  readonly movedFrom?: string;
  /** Names a kind of session; `undefined` for one without a name. Default: no session has a category. */
  readonly kind?: (kind: string) => string | undefined;
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
  /** The date on which the feed was changed, from which the same file always follows. */
  readonly updated?: FeedDate | undefined;
  /** The instant at which the file is made, in milliseconds since 1970, for a feed that does not say when it was changed. */
  readonly now: number;
  readonly localeContext: LocaleContext;
  readonly words: CalendarWords;
  /** Tells the address of a session on the site. Default: none is known. */
  readonly hrefOf?: ((id: string) => string) | undefined;
  /** The interval at which a program that follows the file should look again, as an ISO 8601 duration. */
  readonly refresh?: string;
}

/** The rule of the European Union since 1996; written from 1970, as calendar programs do. */
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

/** @returns whether a session can stand in a calendar: a day must be known, if only about, perhaps or to be freed. */
export function hasDay(entry: CalendarEntry): boolean {
  return (calendarDays(entry.session, entry.when) ?? freedDays(entry)) !== undefined;
}

/** @returns a calendar file (RFC 5545) with the sessions whose day is known. Needs no page: also for Node. */
export function calendarFile(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const { name, refresh } = options;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//CEAL Widgets//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    ...(refresh ? [`REFRESH-INTERVAL;VALUE=DURATION:${refresh}`, `X-PUBLISHED-TTL:${refresh}`] : []),
    ...TIME_ZONE,
    ...flatMap(entries, (entry) => {
      const days = calendarDays(entry.session, entry.when);
      if (days) return event(entry, days, options);
      const freed = freedDays(entry);
      return freed ? event(putOff(entry), freed, options) : [];
    }),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

/** An entry that stands where it was, so that a calendar takes back what it holds. */
function putOff({ session, when, cancelled }: CalendarEntry): CalendarEntry & { readonly isPutOff: boolean } {
  const { start, end, place = session.place } = session.movedFrom!;
  const before = { ...session, start, end, place, movedFrom: undefined };
  return { session: before, when, cancelled: true, isPutOff: !cancelled };
}

function event(
  { session, cancelled, isPutOff }: CalendarEntry & { readonly isPutOff?: boolean },
  when: DateSpan,
  options: CalendarOptions,
): string[] {
  const { localeContext, words } = options;
  const { place, online, links, status, revision, kind } = session;
  const isSure = when.exact && status !== 'unknown';
  // A week off keeps nobody's day occupied, nor does what is called off; there are programs that read no status.
  const isFree = cancelled || kind === 'break' || kind === 'milestone';
  const offWord = isPutOff ? words.postponed : words.cancelled;
  const stamp = utc(updateOf(options));
  // Programs pass over what has no higher number than what they hold, which is 0 for what went on as planned.
  const sequence = cancelled || status === 'moved' ? Math.max(revision, 1) : revision;
  const lines = [
    'BEGIN:VEVENT',
    `UID:${escaped(uid(session.id, options))}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${sequence}`,
    `STATUS:${cancelled ? 'CANCELLED' : isSure ? 'CONFIRMED' : 'TENTATIVE'}`,
    ...span(when),
    `SUMMARY:${escaped(summaryOf(session, when, cancelled && offWord, options))}`,
  ];
  const add = (property: string, value: string | undefined) => {
    if (value) lines.push(`${property}:${value}`);
  };
  const page = pageOf(session, options);
  add('DESCRIPTION', escaped(description(session, when, page, options)));
  add('LOCATION', escaped(location(session, localeContext)));
  add('GEO', place && geo(place));
  add('URL', page ?? online ?? links[0]?.url);
  add('CATEGORIES', escaped(words.kind?.(kind) ?? ''));
  add('TRANSP', isFree ? 'TRANSPARENT' : undefined);
  // Outlook goes by a property of its own (MS-OXCICAL).
  add('X-MICROSOFT-CDO-BUSYSTATUS', isFree ? 'FREE' : isSure ? undefined : 'TENTATIVE');
  return [...lines, 'END:VEVENT'];
}

/** The address of a session on the site; none on a page that stands on no website. */
function pageOf({ id }: CalendarSession, { hrefOf }: CalendarOptions): string | undefined {
  const address = hrefOf?.(id);
  return address?.startsWith('http') ? address : undefined;
}

/** The instant of the last change, as far as the feed tells. */
function updateOf({ updated, now }: CalendarOptions): number {
  const span = updated && toDateSpan({ start: updated });
  const instant = span && (span.start ?? instantOf(`${span.first}T00:00`));
  // Before 1970 nothing was updated, and a year of other than four digits is no time stamp.
  return instant !== undefined && instant >= 0 ? instant : now;
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
  offWord: string | false | undefined,
  { localeContext, words }: CalendarOptions,
): string {
  const before = [offWord, example && words.example].filter(Boolean);
  const dates = [start, end].map((date) => date && formatDate(date, localeContext.locale)).filter(Boolean);
  const date = exact ? '' : ` (${dates.join(' – ')})`;
  return [...before, `${plainText(title, localeContext)}${date}`].join(': ');
}

/** Writes whole days without a time zone, with the day after them as end; hours in Amsterdam's time. */
function span(when: DateSpan): string[] {
  const { first, last, start } = when;
  if (start === undefined) {
    const after = addDays(last, 1);
    return [
      `DTSTART;VALUE=DATE:${digits(first)}`,
      ...(after > last ? [`DTEND;VALUE=DATE:${digits(after)}`] : []),
    ];
  }
  const end = endOf(when);
  return [
    `DTSTART${moment(start)}`,
    ...(end !== undefined ? [`DTEND${moment(end)}`] : isEndUnknown(when) ? ['DURATION:PT1H'] : []),
  ];
}

/** The instant at which something with hours ends: that of its last day where only that is known. */
function endOf({ first, last, end }: DateSpan): number | undefined {
  return end ?? (last > first && last < LAST_DAY ? instantOf(`${addDays(last, 1)}T00:00`) : undefined);
}

/** @returns whether something ends on its day at an hour that nobody knows. Without any, programs draw a line of nothing. */
function isEndUnknown({ first, last, start, end }: DateSpan): boolean {
  return start !== undefined && end === undefined && first === last;
}

/** The first instant at which every program's rule for Amsterdam is the one in the file. */
const RULE_START = Date.UTC(1997, 0);

/**
 * Writes an instant in local time, but in UTC before the rule of the file, and in the hour of October that comes twice:
 * programs read it as either.
 */
function moment(instant: number): string {
  const local = localAt(instant);
  const isTwice = [-3_600_000, 3_600_000].some((hour) => localAt(instant + hour) === local);
  return isTwice || instant < RULE_START ? `:${utc(instant)}` : `;TZID=Europe/Amsterdam:${digits(local)}00`;
}

function utc(instant: number): string {
  return `${digits(new Date(instant).toISOString().slice(0, 19))}Z`;
}

function digits(date: Day | string): string {
  return date.replace(/[-:]/g, '');
}

function description(
  session: CalendarSession,
  when: DateSpan,
  page: string | undefined,
  { localeContext, words }: CalendarOptions,
): string {
  const { summary, online, links, movedFrom, status } = session;
  const before = status === 'moved' && movedFrom ? placeBefore(movedFrom, localeContext) : '';
  return [
    before && words.movedFrom && `${words.movedFrom} ${before}`,
    plainText(summary, localeContext),
    isEndUnknown(when) && words.endUnknown,
    online,
    ...links.map(({ label, url }) => (label ? `${plainText(label, localeContext)}: ${url}` : url)),
    page,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The time and the place that a session had. */
function placeBefore(
  { start, end, place }: NonNullable<CalendarSession['movedFrom']>,
  localeContext: LocaleContext,
): string {
  const date = start ?? end;
  return [date && formatDate(date, localeContext.locale), place && location({ place }, localeContext)]
    .filter(Boolean)
    .join(', ');
}

/** Coordinates as the format has them: without an exponent, to some 10 cm. */
function geo({ lat, lon }: CalendarPlace): string | undefined {
  const written = [lat, lon].map((degrees) => degrees !== undefined && Number(degrees.toFixed(6)));
  return written.includes(false) ? undefined : written.join(';');
}

function location(
  { place, online }: Pick<CalendarSession, 'place' | 'online'>,
  localeContext: LocaleContext,
): string {
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
