import { addDays, localAt, offsetAt, type Day } from '../../dates/amsterdam.js';
import { isFeedDate } from '../../dates/edtf.js';
import type { FeedIssue, IssueCode } from '../issues.js';
import { isRecord } from '../record.js';
import { comparable, DASHES, type Mender } from './mend.js';

/** Longest text that is looked at: a JavaScript `Date` with the name of its zone. */
const MAX_CHARACTERS = 100;
const DAY_MS = 86_400_000;
/** The days of spreadsheets are counted from 1899-12-30, so that day 1 is the first of 1900 for most of them. */
const SPREADSHEET_EPOCH = Number(new Date('1899-12-30'));
/** Years that figures alone can mean; days of a spreadsheet and seconds are larger. */
const [FIRST_YEAR, LAST_YEAR] = [1800, 2200];

/** Names of the months, by how they begin, and of the seasons, in Dutch, English and German. */
const NAMES = (
  'jan feb mrt|maa|mar|mär apr mei|may|mai jun jul aug sep oct|okt nov dec|dez lente|voorjaar|spring|frühling ' +
  'zomer|summer|sommer herfst|najaar|autumn|fall|herbst winter'
).split(' ');
const NAME = new RegExp(
  `\\b(${NAMES.join('|')})(?:r?uar[iy]?|rt|ch|z|il|[iey]|ust(?:us)?|t|t?ember|ober)?\\b\\.?`,
  'g',
);
const QUARTER = /(?:\bq|(?:kwartaal|quarter) )([1-4])|([1-4])(?:e|st|nd|rd|th) (?:kwartaal|quarter)/;
/** The first two letters of the names of the days, from Sunday on. */
const WEEKDAYS = ['zo|su|so', 'ma|mo', 'di|tu', 'wo|we|mi', 'do|th', 'vr|fr', 'za|sa'];
const TENS = 'nul tien twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ');

const ORDINAL = '(?:st|nd|rd|th|ste|de|e)?\\.?';
const BETWEEN = '[ .,/-]*(?:(?:of|van) )?';

/**
 * Forms of a date without a time: y, m and d are figures of year, month and day, n is the number of a name, w and k are
 * those of a week and of a day in it, t and c begin a decade or end a century, yy ends a year of 1930 to 2029.
 */
const FORMS = [
  '(?<y>\\d{4})(?:[.,]0+)?',
  '(?<y>\\d{4})(?<sign>[-/.: ])(?<m>\\d\\d?)(?:\\k<sign>(?<d>\\d\\d?))?',
  '(?<y>\\d{4})(?<m>\\d\\d)(?<d>\\d\\d)',
  `(?:(?<d>\\d\\d?)${ORDINAL}${BETWEEN})?#(?<n>\\d\\d)${BETWEEN}(?<y>\\d{4})(?:[/-]\\d{0,2}(?<next>\\d\\d))?`,
  "(?<d>\\d\\d?)[ -]#(?<n>\\d\\d)[ -]['’]?(?<yy>\\d\\d)",
  `#(?<n>\\d\\d) (?<d>\\d\\d?)${ORDINAL},? (?<y>\\d{4})`,
  '(?<y>\\d{4})[ ,(-]{0,2}#(?<n>\\d\\d)(?:[ -](?<d>\\d\\d?))?\\)?',
  '(?<y>\\d{4})-(?<n>3[3-6])',
  `(?=jaren|.*s$)(?:jaren )?['’]?(?<t>\\d{0,2}\\d0|${TENS.join('|')})['’]?s?`,
  `(?<c>\\d\\d?)${ORDINAL} (?:eeuw|century)`,
  '(?<y>\\d{4})[ ,-]*w(?:eek )?(?<w>\\d\\d?)(?:-?(?<k>[1-7]))?',
  `w(?:(?:ee)?k)?,? ?(?<w>\\d\\d?)${BETWEEN}(?<y>\\d{4})`,
].map((form) => new RegExp(`^(?:${form})$`));

const MOMENT =
  /^(.+?)(?:t|,? (?:om |at )?)(\d\d?)(?:(?:[:.uh]?(?=\d\d)|:)(\d\d?)(?::?(\d\d)(?:[.,](\d+))?)?)? ?(?:uu?r?|h)?(?:([ap])\.?m\.?)? ?(z|utc|gmt|cest|cet)?([+-]\d\d?)?:?(\d\d)?(?: ?\[([^\]]*)\]| ?\([^)]*\))*$/;

const TIME = '(\\d\\d?(?:[:.uh]\\d\\d)?(?: ?[ap]\\.?m\\.?)?) ?(?:uu?r?|h)?';
/** A day with the hours from and until which something takes. */
const HOURS = new RegExp(
  `^(.+?),?(?:t| (?:(?:van|from|om|at) )?)\\(?${TIME} ?(?:[-/]|tot|t/m|to|until) ?${TIME}\\)?$`,
);

/** Words before a date, and a name of the day behind it, without which it is as true. */
const ARTICLE =
  /^(?:(?:in|op|on|het|de|the|jaar|year|anno|schooljaar|studiejaar|seizoen|season) )+| \([a-z]*da[gy]\)$/g;
const ABOUT =
  /^(?:ca|circa|c|rond|ongeveer|omstreeks|about|around|approx|±|\+\/-|~)\.? ?| ?\(?(?:ca\.?|circa|ongeveer|~)\)?$/;
const PERHAPS =
  /^(?:misschien|wellicht|mogelijk|vermoedelijk|waarschijnlijk|perhaps|maybe|possibly|probably) | ?\(?\?\)?$/;
const SINCE = /^(?:vanaf|sinds|since|from) (.+)$/;
const ONGOING =
  /^(.+?) ?(?:-|\/|tot|until|to) ?(?:heden|nu(?: toe)?|now|present|today|open|unknown|onbekend|\.{2,3})?$/;
const UNTIL = /^(?:tot en met|tot|t\/m|until|till|up to|to|\.{3}) ?(.+)$/;
const RANGES = [
  /^(?:van |from )?(.+?)(?: ?\/ ?| ?-- ?| ?\.{2,} ?| (?:-|tot en met|tot|t\/m|until|till|to|through) )(.+)$/,
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
  return (text && text.length <= MAX_CHARACTERS && meaningOf(text)) || input;
};

/** Dates that were read, by what was written: a feed has the same ones again and again. */
const meanings = new Map<string, string | undefined>();
const MAX_MEANINGS = 1_000;

function meaningOf(text: string): string | undefined {
  if (!meanings.has(text)) {
    if (meanings.size >= MAX_MEANINGS) meanings.clear();
    meanings.set(text, readText(clean(text)));
  }
  return meanings.get(text);
}

/** The text of a date: that of a year or a basic date as a number, or the one inside what PHP, Google or a page makes of it. */
function textOf(input: unknown): string | undefined {
  if (typeof input === 'number') return isYear(input) || input > 18e6 ? String(input) : undefined;
  if (input instanceof Date) return Number.isNaN(input.getTime()) ? undefined : input.toISOString();
  if (isRecord(input)) {
    const text = textOf(input['dateTime'] ?? input['date'] ?? input['$date'] ?? NaN);
    const zone = input['timezone'] ?? input['timeZone'];
    return text?.includes(':') && typeof zone === 'string'
      ? `${text} ${/^[a-z]/i.test(zone) ? `[${zone}]` : zone}`
      : text;
  }
  return typeof input === 'string' ? input : undefined;
}

/** A text with names as `#` and their number in EDTF, where quarters follow the seasons: `#09`, `#21`, `#33`. */
function clean(text: string): string {
  const numberOf = (name: string) => NAMES.map((names) => names.split('|').includes(name)).indexOf(true);
  return (
    comparable(text)
      .replace(/^'(?=\d{4})/, '')
      .replace(/^(\d{8})(\d{4}(?:\d\d)?)$/, '$1 $2')
      .replace(/ (europe\/\w+)$/, '[$1]')
      // A time behind a day may have a word before it.
      .replace(/(?<=\d{4},?) (?:van|vanaf|from) (?=\d\d?[:.u])/, ' ')
      .replace(DASHES, '-')
      .replace(/[,;]$/, '')
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
      .replace(NAME, (_, name: string) => `#${pad(numberOf(name) + (numberOf(name) < 12 ? 1 : 9))}`)
      .replace(QUARTER, (_, after: string, before: string) => `#${32 + Number(after ?? before)}`)
  );
}

const isYear = (year: number) => Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
const valid = (text = ''): string | undefined => (isFeedDate(text) ? text : undefined);
const isNextYear = (digits: string, year: string) => Number(digits) === (Number(year) + 1) % 100;
const pad = (part: number | string | undefined) => String(part).padStart(2, '0');

function readText(text: string): string | undefined {
  return (
    valid(text.toUpperCase()) ??
    // Digits that are not known, as people and the first EDTF write them.
    valid(text.replace(/[?u]/g, 'X').toUpperCase()) ??
    readHours(text) ??
    readEnd(text) ??
    readOpen(text) ??
    readQualified(text, readText) ??
    readRange(text)
  );
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
  // Two days, months or years that follow on each other are a range; others are not.
  const [, one, other] = /^(.+) (?:en|and|&) (.+)$/.exec(text) ?? [];
  const both = one && other && joined(one, other)?.split('/');
  if (both && Number(both[1]!.slice(-2)) - Number(both[0]!.slice(-2)) === 1) return both.join('/');
  return undefined;
}

/** Reads a day with two times, of which one after midnight is of the next day. */
function readHours(text: string): string | undefined {
  const [, date, start, end] = HOURS.exec(text) ?? [];
  const day = date && readOne(date);
  if (day?.length !== 10) return undefined;
  const [from, to, next] = [`${day} ${start}`, `${day} ${end}`, `${addDays(day as Day, 1)} ${end}`].map(
    readMoment,
  );
  return from && to && next && valid(`${from}/${to > from ? to : next}`);
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
  const [before = '', name = ''] = /^([a-z]{2,3}|[a-z]+(?:da[gy]|tag|woch))[.,]* (?=\d|#)/.exec(text) ?? [];
  const weekday = WEEKDAYS.map((names) => names.split('|').includes(name.slice(0, 2))).indexOf(true);
  const rest = text.slice(weekday < 0 ? 0 : before.length);
  const date = readForm(rest) ?? readMoment(rest);
  const isDay = weekday < 0 || (date?.[9] && new Date(date.slice(0, 10)).getUTCDay() === weekday);
  return isDay ? date : undefined;
}

function readForm(text: string): string | undefined {
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    const date = groups && valid(fromGroups(groups));
    if (date) return date;
  }
  return undefined;
}

function fromGroups({
  yy,
  y = yy ? `${Number(yy) < 30 ? 20 : 19}${yy}` : '',
  m,
  d,
  n,
  next,
  w,
  k,
  t,
  c,
}: Partial<Record<string, string>>): string | undefined {
  if (c) return `${Number(c) - 1}XX`;
  if (t) {
    const tens = TENS.includes(t) ? String(TENS.indexOf(t)) : t.slice(0, -1);
    // Two digits or a word are of this century up to its twenties.
    return `${tens[2] ? '' : Number(tens) < 3 ? 20 : 19}${tens}X`;
  }
  if (!isYear(Number(y)) || (next && (n !== '24' || !isNextYear(next, y)))) return undefined;
  if (w) return ofWeek(y, Number(w), Number(k));
  const number = Number(n ?? m);
  // A quarter is the range of its months.
  if (number > 32) return `${y}-${pad((number - 33) * 3 + 1)}/${y}-${pad((number - 32) * 3)}`;
  // Databases write 00 for a month or a day that is not known.
  return [y, ...(number ? [pad(number), ...(Number(d) ? [pad(d)] : [])] : [])].join('-');
}

/** A week of ISO 8601 is the days from its Monday to its Sunday; week 1 holds January 4. */
function ofWeek(year: string, week: number, weekday: number): string | undefined {
  const fourth = Number(new Date(`${year}-01-04`));
  const monday = fourth - (((new Date(fourth).getUTCDay() + 6) % 7) - (week - 1) * 7) * DAY_MS;
  const day = (number: number) => new Date(monday + (number - 1) * DAY_MS).toISOString().slice(0, 10);
  if (!week || !day(4).startsWith(year)) return undefined;
  return weekday ? day(weekday) : `${day(1)}/${day(7)}`;
}

function readMoment(text: string): string | undefined {
  const match = MOMENT.exec(text);
  const date = match && readForm(match[1]!);
  if (!match || date?.length !== 10) return undefined;
  const [, , hour, minute = '00', second, fraction, half, zone, hours, minutes = '00', place] = match;
  // A zone without an offset has to be on Amsterdam's clock.
  const isGreenwich = /^(?:etc\/)?(?:utc|gmt)$|^z$/.test(place ?? '');
  if (!zone && !hours && place && !isGreenwich && !/^europe\/(ams|ber|bru|par)|^w\. europe/.test(place))
    return undefined;
  const offset = hours
    ? `${hours[0]}${pad(hours.slice(1))}:${minutes}`
    : zone
      ? zone === 'cest'
        ? '+02:00'
        : zone === 'cet'
          ? '+01:00'
          : 'Z'
      : isGreenwich && 'Z';
  const clock = half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : hour;
  const rest = `${second ? `:${second}` : ''}${Number(fraction) > 0 ? `.${fraction!.slice(0, 9)}` : ''}${offset || ''}`;
  // `13:30 AM` has two meanings.
  if (half === 'a' && Number(hour) > 12) return undefined;
  const isLateMidnight = clock === '24' && minute === '00' && !Number(second) && !Number(fraction);
  return valid(
    isLateMidnight
      ? `${addDays(date as Day, 1)}T00:00${rest}`
      : `${date}T${pad(clock)}:${pad(minute)}${rest}`,
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
  const text = clean(String(input).slice(0, MAX_CHARACTERS)).replace(/^\/date\((\d+).*/, '$1');
  const hint = (code: DateHint['code'], as: string | undefined): DateHint | undefined =>
    as ? { code, params: { value: text, as } } : undefined;
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
  const [dayFirst, monthFirst] = [`${year}-${other}-${one}`, `${year}-${one}-${other}`].map(readForm);
  const isOne = !dayFirst || !monthFirst || dayFirst === monthFirst;
  return hint('day-first', isOne ? (dayFirst ?? monthFirst) : `${dayFirst} / ${monthFirst}`);
}
