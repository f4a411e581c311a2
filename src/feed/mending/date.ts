import { localAt } from '../../dates/amsterdam.js';
import { daysInMonth, isFeedDate } from '../../dates/edtf.js';
import { comparable, DASHES, type Mender } from './mend.js';

/** Years that a number or four digits alone can mean; days of a spreadsheet and seconds are larger. */
const [FIRST_YEAR, LAST_YEAR] = [1800, 2200];

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'januari january jan',
    'februari february feb',
    'maart march mrt mar',
    'april apr',
    'mei may',
    'juni june jun',
    'juli july jul',
    'augustus august aug',
    'september sept sep',
    'oktober october okt oct',
    'november nov',
    'december dec',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);

/** EDTF's numbers of the seasons. */
const SEASONS: Readonly<Record<string, number>> = {
  lente: 21,
  voorjaar: 21,
  spring: 21,
  zomer: 22,
  summer: 22,
  herfst: 23,
  najaar: 23,
  autumn: 23,
  fall: 23,
  winter: 24,
};

/** Words before a date that is not certain, as EDTF's sign behind it. */
const ABOUT = /^(?:ca|circa|c|rond|ongeveer|omstreeks|about|around|approximately)\.? (.+)$/;

const pad = (part: number | string, length = 2) => String(part).padStart(length, '0');

/**
 * Reads a date as systems and people write it: with a blank for `T`, an offset without its colon, the zone's name in
 * brackets, no hyphens, no zeros before; a year as a number, a month or a season in words, a range with any dash, weeks
 * and quarters. A day before its month in figures (`09-09-2027`), days of a spreadsheet and seconds since 1970 stay.
 */
export const mendDate: Mender = (input) => {
  if (typeof input === 'number') return isYear(input) ? String(input) : input;
  if (typeof input !== 'string' || input.length > 64) return input;
  const text = input.trim().replace(DASHES, '-');
  const mended = mendOne(text) ?? mendRange(text) ?? mendWords(comparable(text));
  return mended ?? input;
};

const isYear = (value: number) => Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR;

const valid = (text: string): string | undefined => (isFeedDate(text) ? text : undefined);

function mendOne(text: string): string | undefined {
  if (isFeedDate(text)) return text;
  const year = /^(\d{4})(?:[.,]0+)?$/.exec(text)?.[1];
  if (year) return isYear(Number(year)) ? year : undefined;
  return mendDay(text) ?? mendMoment(text) ?? mendWeek(text) ?? mendQuarter(text);
}

function mendDay(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (!year || !month || !isYear(Number(year))) return undefined;
  return valid(day ? `${year}-${pad(month)}-${pad(day)}` : `${year}-${pad(month)}`);
}

const MOMENT =
  /^(\d{4})-?(\d{1,2})-?(\d{1,2})[t ](\d{1,2})(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)? ?(z|utc|gmt|[+-]\d\d:?(?:\d\d)?)?(?: ?\[[\w/+-]+\])?$/i;

function mendMoment(text: string): string | undefined {
  const match = MOMENT.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = '', hour = '', minute = '00', second, fraction, zone = ''] = match;
  const figures = zone.replace(':', '');
  const offset = /^[+-]/.test(figures) ? `${figures.slice(0, 3)}:${pad(figures.slice(3))}` : zone && 'Z';
  const time = `${pad(hour)}:${minute}${second ? `:${second}` : ''}${fraction && Number(fraction) > 0 ? `.${fraction.slice(0, 9)}` : ''}`;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (/^24:00(:00)?$/.test(time)) {
    const next = dayAfter(date);
    return next && valid(`${next}T00:00${second ? ':00' : ''}${offset}`);
  }
  return valid(`${date}T${time}${offset}`);
}

function dayAfter(day: string): string | undefined {
  return valid(day) && new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** A week of ISO 8601 is the days from its Monday to its Sunday; week 1 holds January 4. */
function mendWeek(text: string): string | undefined {
  const [, year, week] = /^(\d{4})-?w(\d\d)$/i.exec(text) ?? [];
  if (!year || !week) return undefined;
  const fourth = new Date(Date.UTC(Number(year), 0, 4));
  const monday = fourth.getTime() - (((fourth.getUTCDay() + 6) % 7) - (Number(week) - 1) * 7) * 86_400_000;
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  const thursday = day(monday + 3 * 86_400_000);
  return thursday.startsWith(year) && Number(week) > 0
    ? `${day(monday)}/${day(monday + 6 * 86_400_000)}`
    : undefined;
}

/** A quarter, in words' way (`2016-Q3`) or EDTF's (`2016-35`), is the range of its months. */
function mendQuarter(text: string): string | undefined {
  const [, year, quarter] = /^(\d{4})-?(?:q|3(?=[3-6]$))([1-6])$/i.exec(text) ?? [];
  if (!year || !quarter) return undefined;
  const number = /q/i.test(text) ? Number(quarter) : Number(quarter) - 2;
  if (number < 1 || number > 4) return undefined;
  return `${year}-${pad(3 * number - 2)}/${year}-${pad(3 * number)}`;
}

/** Reads a range: with blanks around its dash, of years, or with an end that leaves out what is as in its start. */
function mendRange(text: string): string | undefined {
  const [, start, end] =
    /^(.+?) ?\/ ?(.+)$/.exec(text) ??
    /^(.+?) (?:-|tot|t\/m|until|to) (.+)$/.exec(text) ??
    /^(\d{4})-(\d{4})$/.exec(text) ??
    [];
  if (!start || !end) return undefined;
  const from = mendOne(start);
  if (!from) return undefined;
  const isShort = /^\d\d(-\d\d)?$/.test(end) && from.length > end.length;
  const to = mendOne(isShort ? from.slice(0, from.length - end.length) + end : end);
  return to && valid(`${from}/${to}`);
}

function mendWords(text: string): string | undefined {
  const about = ABOUT.exec(text)?.[1];
  if (about) {
    const date = mendOne(about) ?? mendWords(about);
    return date && valid(`${date}~`);
  }
  const [, day, name = '', year = ''] = /^(?:(\d{1,2})\.? )?([a-z]+)\.? (\d{4})$/.exec(text) ?? [];
  const month = MONTHS[name];
  const season = SEASONS[name];
  if (month && day)
    return Number(day) <= daysInMonth(Number(year), month)
      ? valid(`${year}-${pad(month)}-${pad(day)}`)
      : undefined;
  if (month) return valid(`${year}-${pad(month)}`);
  return season && !day ? valid(`${year}-${season}`) : undefined;
}

/** The start and the end of something, as they are written or mended. */
export interface WrittenPeriod {
  readonly start: unknown;
  readonly end: unknown;
}

/** Whole days that were written as midnight: `undefined` where either is a real time. */
export function mendWholeDays({ start, end }: WrittenPeriod): { start: string; end?: string } | undefined {
  const first = midnightDay(start);
  if (first === undefined) return undefined;
  if (end === undefined || end === null || end === '') return { start: first };
  const last = midnightDay(end);
  if (last === undefined)
    return typeof end === 'string' && /^\d{4}-\d\d-\d\d$/.test(end) ? { start: first, end } : undefined;
  const before = new Date(Date.parse(last) - 86_400_000).toISOString().slice(0, 10);
  return before > first ? { start: first, end: before } : { start: first };
}

/** The day of a midnight in Greenwich or in Amsterdam. */
function midnightDay(value: unknown): string | undefined {
  if (typeof value !== 'string' || !isFeedDate(value)) return undefined;
  const [, day, offset] = /^(\d{4}-\d\d-\d\d)T00:00(?::00(?:\.0+)?)?(Z|[+-]0[0-2]:00)?$/.exec(value) ?? [];
  if (day) return offset === undefined || /Z|\+/.test(offset) ? day : undefined;
  if (!/^\d{4}-\d\d-\d\dT2[23]:00(?::00(?:\.0+)?)?Z$/.test(value)) return undefined;
  const local = localAt(Date.parse(value));
  return local.endsWith('T00:00') ? local.slice(0, 10) : undefined;
}
