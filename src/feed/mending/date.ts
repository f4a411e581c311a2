import { addDays, localAt, offsetAt, type Day } from '../../dates/amsterdam.js';
import { isFeedDate } from '../../dates/edtf.js';
import type { FeedIssue, IssueCode } from '../issues.js';
import { isRecord } from '../record.js';
import { DECADE, decadeOf, MONTH, monthOf, SEASON, seasonOf, weekdayOf } from './date-words.js';
import { comparable, DASHES, type Mender } from './mend.js';

/** Longest text that is looked at: a JavaScript `Date` with the name of its zone. */
const MAX_CHARACTERS = 100;
const DAY_MS = 86_400_000;
/** The days of spreadsheets are counted from 1899-12-30, so that day 1 is the first of 1900 for most of them. */
const SPREADSHEET_EPOCH = Date.parse('1899-12-30');
/** Years that figures alone can mean; days of a spreadsheet and seconds are larger. */
const [FIRST_YEAR, LAST_YEAR] = [1800, 2200];

const ORDINAL = '(?:st|nd|rd|th|ste|de|e)?\\.?';
const OF = '(?:,? (?:of|van) |[ .,/-]+)';

/** Forms of a date without a time; a group holds a figure or a name. */
const FORMS = [
  '(?<y>\\d{4})(?:[.,]0+)?',
  '(?<y>\\d{4})(?<sign>[-/.:])(?<m>\\d{1,2})(?:\\k<sign>(?<d>\\d{1,2}))?',
  '(?<y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)',
  `(?:(?<d>\\d{1,2})${ORDINAL}(?: of |[ ./-]*))?(?<month>${MONTH})${OF}(?<y>\\d{4})`,
  `(?<month>${MONTH})\\.? (?<d>\\d{1,2})${ORDINAL},? (?<y>\\d{4})`,
  `(?<y>\\d{4})[ -](?<month>${MONTH})(?:[ -](?<d>\\d{1,2}))?`,
  `(?<season>${SEASON})${OF}(?<y>\\d{4})`,
  '(?<season>winter) (?<y>\\d{4})[-/](?:\\d\\d)?(?<next>\\d\\d)',
  `(?<y>\\d{4}) (?<season>${SEASON})`,
  "(?:jaren |years )?(?<ten>\\d{3})0['’]?s?",
  `(?:jaren ['’]?|['’]?(?=\\w+s$))(?<decade>${DECADE})s?`,
  '(?<century>\\d{1,2})(?:e|ste|de|st|nd|rd|th) (?:eeuw|century)',
  '(?<y>\\d{4})-?w(?<week>\\d\\d?)(?:-?(?<weekday>[1-7]))?',
  `(?:week|wk|kw)\\.? (?<week>\\d\\d?)${OF}(?<y>\\d{4})`,
  '(?<y>\\d{4}),? (?:week|wk) (?<week>\\d\\d?)',
  '(?<y>\\d{4})[ -]?q(?<quarter>[1-4])',
  'q(?<quarter>[1-4])[ -]?(?<y>\\d{4})',
  `(?:(?<quarter>[1-4])${ORDINAL} )?(?:kwartaal|quarter)(?: (?<number>[1-4]))?${OF}(?<y>\\d{4})`,
  '(?<y>\\d{4})-(?<edtf>2[5-8]|3[3-9]|4[01])',
].map((form) => new RegExp(`^(?:${form})$`));

const MOMENT =
  /^(.+?)(?:t|,? (?:om |at |um )?)(\d\d?)(?:[:.uh]?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)? ?(?:uur|uhr|u|h)?(?:([ap])\.?m\.?)? ?(z|utc|gmt|cest|cet)?([+-]\d\d?)?:?(\d\d)?(?: ?\[([^\]]*)\]| ?\([^)]*\))*$/;

const WEEKDAY =
  /^([a-z]+(?:da[gy]|tag)|mittwoch|zo|ma|di|wo|do|vr|za|sun|mon|tues?|wed|thu(?:rs?)?|fri|sat|so|mo|mi|fr|sa)\.?,? (?=.*\d)/;
const ARTICLE = /^(?:(?:in|op|on|am|im|het|de|the|jaar|year|anno|datum|date):? )+/;
const ABOUT =
  /^(?:ca|circa|c|rond|rondom|ongeveer|omstreeks|about|around|approx(?:imately)?|um|etwa|±|~)\.? ?| ?\(?(?:ca\.?|circa|~)\)?$/;
const PERHAPS =
  /^(?:misschien|wellicht|mogelijk|vermoedelijk|waarschijnlijk|perhaps|maybe|possibly|probably|vielleicht) | ?\(?\?\)?$/;
const SINCE = /^(?:vanaf|sinds|since|from|seit|ab) (.+)$/;
const ONGOING = /^(.+?) ?(?:-|\/|tot|until|to|bis) ?(?:heden|nu|now|present|today|heute|\.{2,3})?$/;
const UNTIL = /^(?:tot en met|tot|t\/m|until|till|up to|to|through|bis|\.{3}) ?(.+)$/;
const RANGES = [
  /^(?:van |from |von )?(.+?)(?: ?\/ ?| ?-- ?| (?:-|tot en met|tot|t\/m|until|till|to|through|bis) )(.+)$/,
  /^(?:tussen|between) (.+) (?:en|and) (.+)$/,
  /^([^-]+)-([^-]+)$/,
];

/**
 * Reads a date as systems and people write it: with other signs between its figures, with names of months, seasons, days
 * and zones, about or perhaps, since or until, as a decade, a week or a quarter, as a range with any dash or with an end
 * that leaves out what is as in its start. A day before its month in figures (`09-09-2027`), days of a spreadsheet and
 * seconds since 1970 stay: see `dateHint`.
 */
export const mendDate: Mender = (input) => {
  const text = textOf(input);
  return (text && text.length <= MAX_CHARACTERS && readText(clean(text))) || input;
};

/** The text of a date: that of a year or a basic date as a number, or the one inside what PHP, Google or a page makes of it. */
function textOf(input: unknown): string | undefined {
  if (typeof input === 'number') return isYear(input) || input > 18e6 ? String(input) : undefined;
  if (input instanceof Date) return Number.isNaN(input.getTime()) ? undefined : input.toISOString();
  if (isRecord(input)) return textOf(input['dateTime'] ?? input['date'] ?? NaN);
  return typeof input === 'string' ? input : undefined;
}

function clean(text: string): string {
  return comparable(text.replace(/\p{Cf}/gu, ''))
    .replace(DASHES, '-')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

const isYear = (year: number) => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
const valid = (text = ''): string | undefined => (isFeedDate(text) ? text : undefined);
const isNextYear = (digits: string, year: string) => Number(digits) === (Number(year) + 1) % 100;
const pad = (part: number | string | undefined) => String(part).padStart(2, '0');
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

function readText(text: string): string | undefined {
  return readEnd(text) ?? readOpen(text) ?? readQualified(text, readText) ?? readRange(text);
}

/** Reads a date that may be about or perhaps, as an end of a range is. */
function readEnd(text: string): string | undefined {
  return valid(text.toUpperCase()) ?? readOne(text) ?? readQualified(text, readOne);
}

function readQualified(text: string, read: (text: string) => string | undefined): string | undefined {
  const sure = text.replace(PERHAPS, '');
  const rest = sure.replace(ABOUT, '');
  if (rest === text) return undefined;
  const sign = sure === text ? '~' : rest === sure ? '?' : '%';
  const ends = read(rest)?.split('/');
  return ends && valid(ends.map((end) => (/^\.*$/.test(end) ? end : end + sign)).join('/'));
}

function readOpen(text: string): string | undefined {
  const start = (SINCE.exec(text) ?? ONGOING.exec(text))?.[1];
  const end = UNTIL.exec(text)?.[1];
  const [from, to] = [start && readEnd(start), end && readEnd(end)];
  return from ? valid(`${from}/..`) : to ? valid(`../${to}`) : undefined;
}

function readRange(text: string): string | undefined {
  for (const form of RANGES) {
    const [, start, end] = form.exec(text) ?? [];
    const range = start && end && joined(start, end);
    if (range) return range;
  }
  return undefined;
}

/** Joins the ends of a range, of which one may leave out what the other says. */
function joined(start: string, end: string): string | undefined {
  const words = end.split(' ');
  let from = readEnd(start);
  for (let left = 1; !from && left < words.length; left++)
    from = readEnd(`${start} ${words.slice(left).join(' ')}`);
  if (!from) return undefined;
  const isShort = /^\d\d(-\d\d)?$/.test(end) && from.length > end.length;
  // Of years, only the next one is cut short.
  const isNext = from.length > 4 || isNextYear(end, from);
  const full = isShort && isNext ? from.slice(0, -end.length) + end : end;
  const to = readEnd(full) ?? (from[10] && readEnd(`${from.slice(0, 10)} ${end}`));
  return to && valid(`${from}/${to}`);
}

/** Reads a day, which has to be that of its name, a moment, or what is less precise. */
function readOne(input: string): string | undefined {
  const text = input.replace(ARTICLE, '');
  const name = WEEKDAY.exec(text);
  const rest = name ? text.slice(name[0].length) : text;
  const date = readForm(rest) ?? readMoment(rest);
  if (!name || !date) return date;
  return new Date(date.slice(0, 10)).getUTCDay() === weekdayOf(name[1]!) ? date : undefined;
}

function readForm(text: string): string | undefined {
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    const date = groups && valid(fromGroups(groups));
    if (date) return date;
  }
  return undefined;
}

function fromGroups(groups: Partial<Record<string, string>>): string | undefined {
  const {
    y = '',
    m,
    d,
    month,
    season,
    ten,
    decade,
    century,
    week,
    weekday,
    quarter,
    number,
    edtf,
    next,
  } = groups;
  if (ten) return `${ten}X`;
  if (decade) {
    const tens = decadeOf(decade);
    return `${tens < 3 ? 20 : 19}${tens}X`;
  }
  if (century) return `${Number(century) - 1}XX`;
  if (!isYear(Number(y)) || (next && !isNextYear(next, y))) return undefined;
  if (season) return `${y}-${seasonOf(season) + 21}`;
  if (week) return ofWeek(y, Number(week), Number(weekday));
  if (quarter || number) return ofMonths(y, Number(quarter ?? number), 3);
  if (edtf) return ofEdtfNumber(y, Number(edtf));
  // Databases write 00 for a month or a day that is not known.
  const figures = month ? monthOf(month) + 1 : Number(m);
  return [y, ...(figures ? [pad(figures), ...(Number(d) ? [pad(d)] : [])] : [])].join('-');
}

/** The seasons of the northern half of the earth, quarters, thirds and halves of a year have numbers of their own. */
function ofEdtfNumber(year: string, number: number): string {
  if (number < 29) return `${year}-${number - 4}`;
  return number < 37
    ? ofMonths(year, number - 32, 3)
    : number < 40
      ? ofMonths(year, number - 36, 4)
      : ofMonths(year, number - 39, 6);
}

function ofMonths(year: string, place: number, months: number): string {
  return `${year}-${pad((place - 1) * months + 1)}/${year}-${pad(place * months)}`;
}

/** A week of ISO 8601 is the days from its Monday to its Sunday; week 1 holds January 4. */
function ofWeek(year: string, week: number, weekday: number): string | undefined {
  const fourth = Date.parse(`${year}-01-04`);
  const monday = fourth - (((new Date(fourth).getUTCDay() + 6) % 7) - (week - 1) * 7) * DAY_MS;
  if (!week || !dayOf(monday + 3 * DAY_MS).startsWith(year)) return undefined;
  return weekday ? dayOf(monday + (weekday - 1) * DAY_MS) : `${dayOf(monday)}/${dayOf(monday + 6 * DAY_MS)}`;
}

function readMoment(text: string): string | undefined {
  const match = MOMENT.exec(text);
  const date = match && readForm(match[1]!);
  if (!match || date?.length !== 10) return undefined;
  const [, , hour, minute = '00', second, fraction, half, zone, hours, minutes = '00', place] = match;
  // A zone without an offset has to be on Amsterdam's clock.
  if (!zone && !hours && place && !/^europe\/(ams|ber|bru|par)/.test(place)) return undefined;
  const offset = hours
    ? `${hours[0]}${pad(hours.slice(1))}:${minutes}`
    : zone && (zone === 'cest' ? '+02:00' : zone === 'cet' ? '+01:00' : 'Z');
  const clock = half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : hour;
  const rest = `${second ? `:${second}` : ''}${Number(fraction) > 0 ? `.${fraction!.slice(0, 9)}` : ''}${offset ?? ''}`;
  const isLateMidnight = clock === '24' && minute === '00' && !Number(second) && !Number(fraction);
  return valid(
    isLateMidnight ? `${addDays(date as Day, 1)}T00:00${rest}` : `${date}T${pad(clock)}:${minute}${rest}`,
  );
}

/** More help about a date without one meaning than that it cannot be read; `as`: what it may be, as the format writes it. */
export interface DateHint {
  readonly code: Extract<IssueCode, 'day-number' | 'unix-time' | 'day-first'>;
  readonly params: FeedIssue['params'];
}

/** Tells what a date that stays may be: a day of a spreadsheet, seconds or milliseconds since 1970, a day before its month. */
export function dateHint(input: unknown): DateHint | undefined {
  if (typeof input !== 'number' && typeof input !== 'string') return undefined;
  const text = clean(String(input).slice(0, MAX_CHARACTERS));
  const hint = (code: DateHint['code'], ...readings: (string | undefined)[]): DateHint | undefined => {
    const as = [...new Set(readings.filter((reading) => reading))].join(' / ');
    return as ? { code, params: { value: text, as } } : undefined;
  };
  const number = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (number > 18_000 && number < 110_000) {
    // A fraction of a day is a time on whatever clock the spreadsheet was kept by.
    const written = new Date(SPREADSHEET_EPOCH + Math.round(number * 1440) * 60_000).toISOString();
    return hint('day-number', written.slice(0, Number.isInteger(number) ? 10 : 16));
  }
  if (number > 1e8 && number < 5e12) {
    const instant = number < 5e9 ? number * 1000 : number;
    return hint('unix-time', `${localAt(instant)}+0${offsetAt(instant) / 3_600_000}:00`);
  }
  const [, one, other, year] = /^(\d\d?)[-/. ](\d\d?)[-/. ](\d{4})(?!\d)/.exec(text) ?? [];
  return hint('day-first', readForm(`${year}-${other}-${one}`), readForm(`${year}-${one}-${other}`));
}
