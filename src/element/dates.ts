import { parseDate, type DateValue, type FeedDate } from '../feed/dates.js';
import { languageOf } from './locale.js';
import { DATE_NAMES, SEASONS } from './locales/date-names.js';

/** The programme's own time: every moment is told in it, wherever the visitor is. */
export const TIME_ZONE = 'Europe/Amsterdam';

/** The first formatter of a page costs 17 ms on a fast machine: made when a date is shown, and kept. */
const formatters = new Map<string, Intl.DateTimeFormat>();

export function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = formatters.get(key);
  if (!found) formatters.set(key, (found = new Intl.DateTimeFormat(locale, options)));
  return found;
}

/** What of a date is told: the day of the week, the day, the month and the year, or the hour. */
export interface DateParts {
  readonly weekday?: 'long' | 'short' | undefined;
  readonly day?: 'numeric' | undefined;
  readonly month?: 'long' | 'short' | undefined;
  readonly year?: 'numeric' | undefined;
  readonly hour?: 'numeric' | undefined;
  readonly minute?: '2-digit' | undefined;
}

/** The parts of a date in UTC, as `Intl` writes them; without asking it where we know the names ourselves. */
export function writeDate(date: Date, locale: string, parts: DateParts): string {
  const names = DATE_NAMES[locale] ?? DATE_NAMES[languageOf(locale)];
  if (!names) return formatter(locale, { ...parts, timeZone: 'UTC' }).format(date);
  const { weekday, day, month, year, hour } = parts;
  if (hour) return date.toISOString().slice(11, 16).replace(/^0/, '');
  const days = weekday === 'long' ? names.days : names.shortDays;
  const months = month === 'long' ? names.months : names.shortMonths;
  return [
    weekday && days[date.getUTCDay()] + (year ? names.mark : ''),
    day && date.getUTCDate(),
    month && months[date.getUTCMonth()],
    year && date.getUTCFullYear(),
  ]
    .filter(Boolean)
    .join(' ');
}

/** A feed date in words, exactly as precise as the feed says it: a year stays a year. */
export function formatDate(date: FeedDate, locale: string): string {
  const value = parseDate(date);
  return value ? formatValue(value, locale) : '';
}

/** The same, of a date that was read already. */
export function formatValue(value: DateValue, locale: string): string {
  switch (value.precision) {
    case 'year':
      return String(value.year);
    case 'season':
      return `${(SEASONS[languageOf(locale)] ?? SEASONS['en']!)[value.season]} ${value.year}`;
    case 'month':
      return day(value.year, value.month, 1, locale, { year: 'numeric', month: 'long' });
    case 'day':
      return day(value.year, value.month, value.day, locale, {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
      });
    case 'yearless-day':
      return day(2000, value.month, value.day, locale, { month: 'long', day: 'numeric' });
    case 'moment':
      return formatter(locale, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: value.hasOffset ? TIME_ZONE : 'UTC',
      }).format(new Date(value.hasOffset ? value.text : `${value.text}Z`));
    case 'range':
      return `${formatValue(value.from, locale)} – ${formatValue(value.to, locale)}`;
  }
}

/** A calendar day is written in UTC from UTC midnight, so that no time zone can move it. */
function day(
  year: number,
  month: number,
  date: number,
  locale: string,
  parts: DateParts,
): string {
  const midnight = new Date(Date.UTC(2000, month - 1, date));
  midnight.setUTCFullYear(year);
  return writeDate(midnight, locale, parts);
}
